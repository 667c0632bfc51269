import { readFileSync } from 'node:fs';
import { type Cell, literal } from '../lib/engine.js';
import { dayNumber, firstDay, lastDay, type Month } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';

/** What stands for the `{…}` of the SQL files: values and lists of text. */
export type SqlParameters = Readonly<Record<string, Cell | readonly string[]>>;

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
    // The talk of all agents; the evidence behind one agent's figures asks for that agent's again.
    talkOf: null,
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

const texts = new Map<string, string>();

/**
 * The statements of an SQL file of this folder, its `{name}` places filled as literals. Throws on a name
 * that has no value: a mistake in this program, not in anybody's input.
 */
export function sqlFile(name: string, parameters: SqlParameters): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');
    texts.set(name, text);
  }
  // A name begins with a small letter; `{Z}` and `{85}` belong to regular expressions.
  return text.replaceAll(/\{([a-z]\w*)\}/g, (_, key: string) => {
    if (!(key in parameters)) throw new Error(`${name}.sql: nothing is given for {${key}}`);
    return sqlLiteral(parameters[key]);
  });
}

function sqlLiteral(value: Cell | readonly string[]): string {
  return isList(value) ? `[${value.map(literal).join(', ')}]::VARCHAR[]` : literal(value);
}

function isList(value: Cell | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}
