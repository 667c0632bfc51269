import { type EngineCell, sqlLiteral } from '../../lib/engine.js';
import { dayNumber, firstDay, lastDay, type Month } from '../../lib/month.js';
import { sqlFile } from '../../lib/sql-file.js';
import type { MetricSettings } from '../../shop/config.js';

/** What stands for the `{…}` of the SQL files: values and lists of text. */
export type SqlParameters = Readonly<Record<string, EngineCell | readonly string[]>>;

/** The month and its settings, as the SQL files name them. */
export function sqlParameters(month: Month, settings: MetricSettings): SqlParameters {
  const { platformHours, memoFlag, adPatterns: _readByIntake, ...plain } = settings;
  return {
    ...plain,
    platformFrom: platformHours.from,
    platformTo: platformHours.to,
    anyFlag: memoFlag === undefined,
    memoFlags: memoFlag ?? [],
    rules: creditRules(settings),
    firstDay: dayNumber(firstDay(month)),
    lastDay: dayNumber(lastDay(month)),
  };
}

/** The rules of credit by chat that the settings ask, in their order. */
export function creditRules({ attribution, afterPayment }: MetricSettings): readonly string[] {
  const byTime = {
    order: ['created'],
    payment: ['paid'],
    order_first: ['created', 'paid'],
  }[attribution];
  return afterPayment === 'off' ? byTime : [...byTime, 'after'];
}

/** The statements of an SQL file of the metrics, its `{name}` places filled as literals or with SQL. */
export function metricsSql(
  name: string,
  parameters: SqlParameters,
  sql: Readonly<Record<string, string>> = {},
): string {
  const literals = Object.entries(parameters).map(([key, value]) => [key, parameterLiteral(value)]);
  const file = new URL(`../${name}.sql`, import.meta.url);
  return sqlFile(file, { ...Object.fromEntries(literals), ...sql });
}

function parameterLiteral(value: EngineCell | readonly string[]): string {
  return isList(value) ? `[${value.map(sqlLiteral).join(', ')}]::VARCHAR[]` : sqlLiteral(value);
}

function isList(value: EngineCell | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}
