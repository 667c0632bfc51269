import { type Engine, sqlLiteral } from '../../lib/engine.js';
import type { Place } from '../../lib/place.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';

interface PatternsOf {
  readonly shop: Shop;
  readonly settings: MetricSettings;
  readonly engine: Engine;
  readonly problems: Problems;
}

/**
 * Shop and settings with those patterns of kpi.yaml (`ad_patterns`, `exclude`) alone that the engine, which will
 * run them, can read. Each other one is reported.
 */
export async function validPatterns({ shop, settings, engine, problems }: PatternsOf): Promise<{
  readonly in: Pick<PatternsOf, 'shop' | 'settings'>;
  readonly areValid: boolean;
}> {
  const { exclude, metrics } = shop.config;
  const before = problems.all.length;
  const validIn = async (patterns: readonly string[], place: Place | undefined) => {
    const found: string[] = [];
    for (const pattern of patterns) {
      if (await isValid(pattern, place, { engine, problems })) found.push(pattern);
    }
    return found;
  };
  const [ids, memos] = [
    await validIn(exclude.ids, exclude.place),
    await validIn(exclude.memos, exclude.place),
  ];
  for (const { value } of metrics.adPatterns.entries)
    await validIn(value, metrics.adPatterns.place);
  const areValid = problems.all.length === before;
  const config = { ...shop.config, exclude: { ...exclude, ids, memos } };
  // Of advertising nothing is known then, whichever of the patterns is wrong.
  const adPatterns = areValid ? settings.adPatterns : [];
  return { in: { shop: { ...shop, config }, settings: { ...settings, adPatterns } }, areValid };
}

async function isValid(
  pattern: string,
  place: Place = { file: 'kpi.yaml' },
  { engine, problems }: Pick<PatternsOf, 'engine' | 'problems'>,
): Promise<boolean> {
  const message = await patternError(pattern, engine);
  if (message === undefined) return true;
  problems.report('bad-pattern', place, { params: { pattern, message }, cell: pattern });
  return false;
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
