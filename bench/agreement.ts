import type { SheetAgent } from './sheet/agents.js';
import type { Sheet, SheetEngine } from './sheet/engine.js';

/** Scores are points with two decimals; peers that reckon in binary fractions may be off by less. */
const TOLERANCE = 1e-9;

/**
 * Throws unless all engines give every agent the same score. That this check finds differences is checked
 * first: each sheet is spoilt by one number, and then some agent's score must differ.
 */
export async function checkAgreement(
  engines: readonly SheetEngine[],
  agents: readonly SheetAgent[],
): Promise<void> {
  const [own, ...peers] = engines;
  if (own === undefined) throw new Error('there is no engine to compare');
  const expected = await scoresOf(own.read(own.text).prepare(), own.name, agents);
  for (const peer of peers) {
    const found = await scoresOf(peer.read(peer.text).prepare(), peer.name, agents);
    const index = differenceOf(expected, found);
    if (index === undefined) continue;
    throw new Error(
      `${own.name} gives ${expected[index]} points and ${peer.name} ${found[index]} to ${JSON.stringify(agents[index])}`,
    );
  }
  for (const engine of engines) {
    const spoilt = await scoresOf(engine.read(spoil(engine)).prepare(), engine.name, agents);
    if (differenceOf(expected, spoilt) === undefined) {
      throw new Error(`a wrong number in the sheet of ${engine.name} went unnoticed`);
    }
  }
}

async function scoresOf(
  sheet: Sheet,
  name: string,
  agents: readonly SheetAgent[],
): Promise<readonly number[]> {
  const scores = await sheet(agents);
  const nothing = scores.findIndex((score) => Number.isNaN(score));
  if (nothing >= 0) throw new Error(`${name} gives no score to ${JSON.stringify(agents[nothing])}`);
  return scores;
}

function differenceOf(expected: readonly number[], found: readonly number[]): number | undefined {
  const index = expected.findIndex(
    (score, agent) => Math.abs(score - (found[agent] ?? Number.NaN)) > TOLERANCE,
  );
  if (index >= 0) return index;
  return expected.length === found.length ? undefined : expected.length;
}

/** The 15 points of 良 become 14 wherever they are written in the rules. */
function spoil({ name, text }: SheetEngine): string {
  const spoilt = text.replaceAll(/(?<before>良: |alors: |"points":)15\b/g, '$<before>14');
  if (spoilt === text) throw new Error(`the sheet of ${name} gives no 15 points to be spoilt`);
  return spoilt;
}
