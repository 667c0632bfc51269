import { type Engine, sqlLiteral } from '../../lib/engine.js';
import type { Place } from '../../lib/place.js';
import type { Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';

/**
 * Checks the patterns of kpi.yaml (`ad_patterns`, `exclude`) with the engine that will run them. True
 * when all are valid; each other one is reported.
 */
export async function checkPatterns(
  shop: Shop,
  engine: Engine,
  problems: Problems,
): Promise<boolean> {
  const { exclude, metrics } = shop.config;
  const patterns: (readonly [string, Place | undefined])[] = [
    ...exclude.ids.map((pattern) => [pattern, exclude.place] as const),
    ...exclude.memos.map((pattern) => [pattern, exclude.place] as const),
    ...metrics.adPatterns.entries.flatMap(({ value }) =>
      value.map((pattern) => [pattern, metrics.adPatterns.place] as const),
    ),
  ];
  let sound = true;
  for (const [pattern, place] of patterns) {
    const message = await patternError(pattern, engine);
    if (message === undefined) continue;
    sound = false;
    const params = { pattern, message };
    problems.report('bad-pattern', place ?? { file: 'kpi.yaml' }, { params, cell: pattern });
  }
  return sound;
}

async function patternError(pattern: string, engine: Engine): Promise<string | undefined> {
  try {
    await engine.query(`SELECT regexp_matches('', ${sqlLiteral(pattern)})`);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^.*?Error:\s*/s, '').split('\n')[0];
  }
}
