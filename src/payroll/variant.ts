import type { Place } from '../lib/place.js';
import { valueAt } from '../lib/yaml/yaml-node.js';
import type { SetValue } from '../shop/config.js';
import { openRules } from '../shop/open.js';
import type { Shop } from '../shop/shop.js';
import type { Problems } from '../words/problem.js';
import { readYaml } from '../words/yaml/read-yaml.js';
import type { Opener } from './run.js';

/** How another policy differs from a shop's own, to see what it would cost. */
export interface Variant {
  /** Parameters as `rulebook.parameter=value`, the value as kpi.yaml would have it. */
  readonly set: readonly string[];
  /** A folder of rulebooks in place of the shop's own. */
  readonly rules: string | undefined;
}

/** Whether a variant changes anything. */
export function isVariant({ set, rules }: Variant): boolean {
  return set.length > 0 || rules !== undefined;
}

/** Opens what `open` opens, under another policy. */
export function variantOpener(open: Opener, variant: Variant): Opener {
  return async (problems, language) => {
    const { shop, roster } = await open(problems, language);
    return { shop: shop && (await changed(shop, variant, problems)), roster };
  };
}

async function changed(shop: Shop, { set, rules }: Variant, problems: Problems): Promise<Shop> {
  const given = set.flatMap((assignment) => setValue(assignment, problems));
  const rulebooks = rules === undefined ? shop.rulebooks : await openRules(rules, problems);
  const config = { ...shop.config, set: { ...shop.config.set, ...Object.fromEntries(given) } };
  return { ...shop, config, rulebooks };
}

function setValue(
  assignment: string,
  problems: Problems,
): readonly (readonly [key: string, value: SetValue])[] {
  const place: Place = { file: `--set ${assignment}` };
  const [, key = '', text = ''] = /^\s*([^=\s]+)\s*=\s*(\S.*)$/s.exec(assignment) ?? [];
  const yaml = key.includes('.')
    ? readYaml(`set: ${text}\n`, place.file ?? '', problems)
    : undefined;
  const value = yaml && valueAt(yaml.value, ['set']);
  if (value !== undefined) return [[key, { value, place }]];
  if (yaml === undefined) problems.report('bad-assignment', place, { cell: assignment });
  return [];
}
