import type { Problem } from '../words/problem.js';
import type { ShopConfig } from './config.js';
import type { Shop } from './shop.js';

/** Whether it is not known what kpi.yaml says at a path, since something is wrong there, above or below. */
export function isConfigUnread({ unread }: Pick<ShopConfig, 'unread'>, path: readonly string[]) {
  return unread.some((each) => each.every((step, at) => at >= path.length || step === path[at]));
}

/** By code what a problem rests on in kpi.yaml: where that could not be read, it is not known to be one. */
const RESTS_ON: Readonly<Record<string, (params: Problem['params']) => readonly string[]>> = {
  'role-without-plan': ({ role }) => ['plans', String(role)],
  'unknown-level': () => ['levels'],
  'misspelt-level': () => ['levels'],
  'level-without-row': () => ['levels'],
  'unknown-word': () => ['levels'],
  'misspelt-word': () => ['levels'],
  'setting-undecided': ({ setting }) => ['metrics', String(setting)],
  'target-not-set': ({ target }) => ['targets', String(target)],
  'parameter-not-set': ({ key }) => ['set', String(key)],
  'rule-not-in-force': () => ['set'],
  'target-without-row': ({ target }) => ['targets', String(target)],
  'no-history': () => ['history', 'assume'],
  'unknown-file': () => ['sources'],
  'unclear-file': () => ['sources'],
  'no-header': () => ['sources'],
  'missing-column': () => ['sources'],
  'bad-encoding': () => ['sources'],
};

/** Problems about a name that a metric of the shop's own may have. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'unknown-name',
  'misspelt-name',
  'unknown-metric',
  'misspelt-metric',
]);

/** Where a shop names metrics of its own. */
const OF_METRICS = ['custom_metrics', 'define'];

/** Whether a problem may be none, but follow from what could not be read in kpi.yaml. */
export function followsFromConfig({ code, params, cell }: Problem, { config, source }: Shop) {
  const path = RESTS_ON[code]?.(params);
  if (path !== undefined && isConfigUnread(config, path)) return true;
  if (!OF_NAMES.has(code) || !OF_METRICS.some((key) => isConfigUnread(config, [key]))) return false;
  const name = params.name ?? params.metric ?? cell;
  return typeof name === 'string' && source.text.includes(name);
}
