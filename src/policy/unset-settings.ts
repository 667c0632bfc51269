import type { ShopConfig } from '../shop/config.js';
import { SETTING_KEYS } from '../shop/config-from-yaml.js';
import { CONFIG_FILE } from '../shop/open.js';
import type { Problems } from '../words/problem.js';
import type { Policy } from './policy.js';

/** Says which settings of metrics a shop has not decided though a rulebook of its plans turns on them. */
export function reportUnsetSettings(
  { books }: Policy,
  { metrics }: ShopConfig,
  problems: Problems,
): void {
  // Where no memo counts its flag is no matter.
  const isOff = metrics.memo.entries.every(({ value }) => value === 'off');
  for (const [setting, key] of Object.entries(SETTING_KEYS)) {
    if (setting === 'memoFlag' && isOff) continue;
    if (metrics[setting as keyof typeof SETTING_KEYS].place !== undefined) continue;
    const book = books.find(({ settings }) => settings.some((each) => each === key));
    if (book === undefined) continue;
    problems.report(
      'setting-undecided',
      { file: CONFIG_FILE },
      {
        params: { setting: key, book: book.title },
      },
    );
  }
}
