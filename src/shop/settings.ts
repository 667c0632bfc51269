import type { Dated } from '../lib/dated.js';
import type { Month } from '../lib/month.js';
import type { Problems } from '../words/problem.js';
import type { MetricSettings, MetricSettingsConfig } from './config.js';
import { DEFAULT_SETTINGS, SETTING_KEYS } from './config-from-yaml.js';

/**
 * The metric settings that hold in a month. A setting whose first date is later has no value in it: that is
 * reported, and its default stands for it.
 */
export function settingsIn(
  config: MetricSettingsConfig,
  month: Month,
  problems: Problems,
): MetricSettings {
  const found: [string, unknown][] = [];
  for (const setting of Object.keys(SETTING_KEYS) as (keyof MetricSettings)[]) {
    const dated: Dated<unknown> = config[setting];
    // Looked up by entry, not by value: `memo_flag: any` is a value, though it is undefined.
    const entry = dated.entries.findLast(({ from }) => from === undefined || from <= month);
    if (entry === undefined) {
      problems.report('no-value-yet', dated.place ?? { file: 'kpi.yaml' }, {
        params: {
          key: `metrics.${SETTING_KEYS[setting]}`,
          month,
          first: dated.entries[0]?.from ?? '',
        },
      });
    } else {
      found.push([setting, entry.value]);
    }
  }
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(found) };
}
