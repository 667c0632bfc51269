import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { payMonth } from '../src/payroll/statements.js';
import type { PaidAgent } from '../src/payroll/teams-of-plans.js';
import type { CompiledPlan } from '../src/rulebook/plan/compiled-plan.js';
import type { MemberFacts } from '../src/rulebook/values/evaluate.js';
import { collectProblems } from '../src/words/problem.js';
import { inventAgents, MONTH } from './agents.js';
import { checkAgreement } from './agreement.js';
import { compileShipped, readAlone, shippedText } from './compile.js';
import { evaluateTeam, explainTeam, largestPlan, outcomeOf, slotsOf } from './evaluate.js';
import { measure } from './measure.js';
import { printTable, printTimings } from './report.js';
import { inventSheetAgents } from './sheet/agents.js';
import type { SheetEngine } from './sheet/engine.js';
import { jsonRulesSheet } from './sheet/json-rules-engine.js';
import { ourSheet } from './sheet/ours.js';
import { publicodesSheet } from './sheet/publicodes.js';

const AGENTS = 10_000;
/** Statements take their time in proportion to the agents, so that fewer show as much. */
const PAID_AGENTS = 1000;
const SHEET_AGENTS = 1000;

const engines = await sheetEngines();
const { books, plans, failures } = compileShipped();
console.log(
  `node ${process.version}, ${books.size} rulebooks and ${plans.size} plans are compiled`,
);
if (failures.length > 0) {
  console.error(`Left out, as it cannot be compiled: ${failures.join(', ')}`);
  process.exitCode = 1;
}

await measureCompiling();
await measurePeers(engines);
await measureEvaluating(largestPlan(plans), 'presales');
// The largest plan has team functions, a contest and an adjustment; this one has a ladder by rank.
const ranked = plans.get('aftersales');
if (ranked !== undefined) await measureEvaluating(ranked, 'aftersales');

/** This program and its peers. Throws when a peer is not installed. */
async function sheetEngines(): Promise<readonly SheetEngine[]> {
  const found = [ourSheet(), await publicodesSheet(), await jsonRulesSheet()];
  const engines = found.filter((engine) => engine !== undefined);
  if (engines.length === found.length) return engines;
  throw new Error('the peers are not installed: run `npm ci` in bench/');
}

async function measureCompiling(): Promise<void> {
  const sheet = shippedText('aftersales_130');
  const all = await measure([{ name: 'all shipped rulebooks', run: compileShipped }], {
    warmUp: 3,
    measured: 11,
    repeat: 1,
  });
  const one = await measure(
    [{ name: 'the 130-point sheet, with its examples', run: () => readAlone(sheet).compile() }],
    { warmUp: 5, measured: 15, repeat: 10 },
  );
  printTimings('Reading and compiling', [...all, ...one], 'without ratios');
}

async function measureEvaluating(plan: CompiledPlan, role: string): Promise<void> {
  const members = inventAgents(AGENTS, role);
  const { numbers, absent, others, steps } = outcomeOf(plan, members);
  if (others > 0) throw new Error(`${others} values of plan ${plan.id} could not be evaluated`);
  const evaluated = await measure(
    [
      { name: `${AGENTS} agents evaluated`, run: () => evaluateTeam(plan, members) },
      { name: 'and every step explained', run: () => explainTeam(plan, members) },
    ],
    { warmUp: 1, measured: 3, repeat: 1 },
  );
  const paid = members
    .slice(0, PAID_AGENTS)
    .map((facts, index) => paidAgent(plan, facts, role, index));
  const stated = await measure(
    [
      {
        name: `${PAID_AGENTS} agents, with ranks and statements`,
        run: () => payMonth(MONTH, paid, undefined, collectProblems()),
      },
    ],
    { warmUp: 1, measured: 5, repeat: 1 },
  );
  const { length } = slotsOf(plan);
  printTimings(
    `Plan ${plan.id}: one team, ${length} values per agent; of ${AGENTS} agents ${numbers} numbers, ${absent} absent, made of ${steps} explained steps`,
    [...evaluated, ...stated],
    'without ratios',
  );
  const { before, peak, kept } = memoryOf(plan.id, role);
  printTable(
    `Memory for ${AGENTS} agents, in a process of its own`,
    ['', 'MB'],
    [
      ['program, plan and figures', String(before)],
      ['at the peak', String(peak)],
      ['of that, values', String(kept)],
    ],
  );
}

function paidAgent(plan: CompiledPlan, facts: MemberFacts, role: string, index: number): PaidAgent {
  const id = `agent-${index}`;
  const agent = { index, id, name: id, role, accounts: [], line: index + 2 };
  return { agent, plan, facts };
}

/** Whole megabytes that a process takes which does nothing but evaluate one plan. */
function memoryOf(
  plan: string,
  role: string,
): {
  readonly before: number;
  readonly peak: number;
  readonly kept: number;
} {
  const name = import.meta.url.endsWith('.ts') ? 'memory.ts' : 'memory.js';
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, script, plan, role, String(AGENTS)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the memory of plan ${plan} could not be measured: ${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof memoryOf>;
}

async function measurePeers(engines: readonly SheetEngine[]): Promise<void> {
  const agents = inventSheetAgents(SHEET_AGENTS);
  await checkAgreement(engines, agents);
  console.log(
    `\nAll ${engines.length} engines give the same ${SHEET_AGENTS} scores; none overlooks a sheet spoilt by one number.`,
  );
  const rounds = { warmUp: 5, measured: 15, repeat: 10 };
  const ready = await measure(
    engines.map(({ name, text, read }) => ({ name, run: () => read(text).prepare() })),
    rounds,
  );
  printTimings('The 130-point sheet, from its text to being ready to score', ready, 'with ratios');
  const read = await measure(
    engines.map((engine) => ({ name: engine.name, run: () => engine.read(engine.text) })),
    rounds,
  );
  printTimings('Of that, reading and checking the text', read, 'with ratios');
  const sheetsRead = engines.map(({ name, text, read }) => ({ name, sheet: read(text) }));
  const prepared = await measure(
    sheetsRead.map(({ name, sheet }) => ({ name, run: () => sheet.prepare() })),
    rounds,
  );
  printTimings('Of that, compiling what was read', prepared, 'with ratios');
  const sheets = sheetsRead.map(({ name, sheet }) => ({ name, sheet: sheet.prepare() }));
  const evaluated = await measure(
    sheets.map(({ name, sheet }) => ({ name, run: () => sheet(agents) })),
    { warmUp: 2, measured: 7, repeat: 1 },
  );
  printTimings(`The scores of ${SHEET_AGENTS} agents on that sheet`, evaluated, 'with ratios');
}
