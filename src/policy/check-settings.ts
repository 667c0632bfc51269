import { inFlow, valueAt } from '../lib/yaml/yaml-node.js';
import type { Library } from '../rulebook/books/library.js';
import { type Book, hasEntries } from '../rulebook/books/rulebook.js';
import { compilePlan } from '../rulebook/plan/compile-plan.js';
import type { ShopConfig } from '../shop/config.js';
import { CONFIG_FILE } from '../shop/open.js';
import { collectProblems, type Problems } from '../words/problem.js';
import { declaredIn, partsAlone, reportUnknownRulebook } from './plan-parts.js';
import { settingsOf } from './set-parameters.js';

/**
 * `set` must speak of rulebooks that exist. Of a book in a plan its parameters are checked when the plan is
 * compiled; of any other they are checked here.
 */
export function checkSettings(
  config: ShopConfig,
  library: Library,
  inUse: readonly Book[],
  problems: Problems,
): void {
  const unused = new Set<string>();
  for (const [key, { place }] of Object.entries(config.set)) {
    const [name = ''] = key.split('.');
    const id = library.idOf(name);
    if (id === undefined) reportUnknownRulebook({ id: name }, key, place, library, problems);
    else if (inUse.every((book) => book.id !== id)) unused.add(id);
  }
  const set = settingsOf(config, library);
  for (const id of unused) {
    const book = library.get(id);
    if (!hasEntries(book)) continue;
    const alone = collectProblems();
    compilePlan({ ...partsAlone(book, library, declaredIn(config)), set }, alone);
    problems.addAll(alone.all.filter(({ file }) => file === CONFIG_FILE));
  }
}

/** Says of a value that the shop's own rulebook has that `set` in kpi.yaml has another, which holds. */
export function reportOverridden(config: ShopConfig, library: Library, problems: Problems): void {
  for (const [key, { value, place }] of Object.entries(config.set)) {
    const [id = '', name = ''] = key.split('.');
    const book = library.get(id);
    if (!hasEntries(book) || book.shipped) continue;
    const parameter = book.parameters.get(name);
    if (parameter === undefined || parameter.yaml.file !== book.yaml.file) continue;
    const path = [...parameter.path, 'value'];
    const own = valueAt(parameter.yaml.value, path);
    const isSame = JSON.stringify(own) === JSON.stringify(value);
    if (own === undefined || isSame || place.file !== CONFIG_FILE) continue;
    const { line = '' } = parameter.yaml.placeOf(path);
    const values = { own: inFlow(own), set: inFlow(value) };
    const params = { key, ...values, file: parameter.yaml.file, line };
    problems.report('set-over-own', place, { cell: key, params });
  }
}
