import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { inAll, inQuotes, phrase, type Title } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import type { Sourced } from '../rulebook/books/rulebook.js';
import { ENTRY_TABLES } from '../rulebook/mechanisms/index.js';
import { onlyTable } from '../rulebook/mechanisms/mechanism.js';
import type { CompiledLine } from '../rulebook/plan/compiled-plan.js';
import type { Trace } from '../rulebook/values/trace.js';
import type { Cause, Value } from '../rulebook/values/value.js';
import { listed, listedTitles } from '../words/lists.js';
import { type Problems, problemOf, problemRemedy, problemText } from '../words/problem.js';
import { title as wording } from '../words/text.js';
import { problemAt, reportAt } from '../words/yaml/report-at.js';
import type { PayLine, Statement } from './statement.js';

/** An item or line of a rulebook, as a problem speaks of it. */
export interface EntryRule {
  readonly title: Title;
  readonly source: Sourced<Readonly<Record<string, unknown>>>;
}

/** Reports why an item or line has no number; what is absent by its rule is no problem. */
export function reportUnknown(
  trace: Trace,
  { title, source }: EntryRule,
  agent: string,
  problems: Problems,
): void {
  const { value } = trace;
  if (value.kind === 'undefined') {
    const params = { agent, entry: title, reason: whyUndefined(trace) };
    reportAt(problems, tableOf(source), 'undefined-value', params);
  }
  if (value.kind !== 'missing') return;
  for (const { code, place, cell, params } of value.causes) {
    // What stands in no file of the month is wrong where the rule asks for it.
    const problem =
      place.file === undefined
        ? problemAt(tableOf(source), code, params)
        : problemOf(code, place, { params, ...(cell === undefined ? {} : { cell }) });
    problems.add(problem);
  }
}

/** A notice of a rulebook that could not be given, and why. */
export interface Withheld {
  readonly title: Title;
  readonly value: Value;
  /** Where the rulebook has it. */
  readonly place: Place;
}

/**
 * Says of an agent's notices that lack a figure what is missing, each cause once with all the notices that
 * it withholds. Nobody's pay rests on them, so that it is a warning; what a line lacks as well has been said.
 */
export function reportWithheld(withheld: readonly Withheld[], problems: Problems): void {
  if (withheld.length === 0) return;
  const byCause = new Map<string, { readonly cause: Cause; readonly notices: Withheld[] }>();
  for (const notice of withheld) {
    for (const cause of notice.value.kind === 'missing' ? notice.value.causes : []) {
      const key = JSON.stringify([cause.code, cause.place, cause.params]);
      const known = byCause.get(key);
      if (known === undefined) byCause.set(key, { cause, notices: [notice] });
      else known.notices.push(notice);
    }
  }
  const known = new Set(problems.all.map(({ code, params }) => JSON.stringify([code, params])));
  for (const { cause, notices } of byCause.values()) {
    const { code, params, cell } = cause;
    if (known.has(JSON.stringify([code, params]))) continue;
    const place = cause.place.file === undefined ? (notices[0]?.place ?? {}) : cause.place;
    const said = { code, params, keyWords: cause.place.keyWords };
    const filled = {
      notices: listedTitles(
        'names',
        notices.map(({ title }) => inQuotes(title)),
      ),
      reason: inAll((language) => problemText(language, said)),
      remedy: inAll((language) => problemRemedy(language, said)),
    };
    const about = { params: filled, ...(cell === undefined ? {} : { cell }) };
    problems.report('notice-without-figure', place, about);
  }
}

export function reportNegativeLine(
  amount: Decimal,
  { title, source }: EntryRule,
  agent: string,
  problems: Problems,
): void {
  const params = { agent, line: title, amount: amount.toFixed() };
  reportAt(problems, tableOf(source), 'negative-line', params);
}

/**
 * "A negative payable is an error that names the lines": every deduction with the place of its rule, at
 * the place of the greatest. What merely follows from a negative line is told by that line alone.
 */
export function reportNegativePay(
  { agent, lines, gross, payable }: Statement,
  rules: readonly CompiledLine[],
  problems: Problems,
): void {
  const deductions = lines.filter(({ kind }) => kind === 'deduction');
  const owed = (line: PayLine) => positive(line.amount ?? ZERO);
  const earned = sum(lines.filter(({ kind }) => kind === 'earning').map(owed));
  const taken = deductions.filter((line) => !owed(line).isZero());
  if (!payable.lessThan(ZERO) || !earned.lessThan(sum(taken.map(owed)))) return;
  const ruleOf = (line: PayLine) => rules.find(({ id }) => id === line.id);
  const greatest = taken.toSorted((a, b) => owed(b).comparedTo(owed(a)))[0];
  const rule = greatest && ruleOf(greatest);
  if (rule === undefined) return;
  const lineTitles = taken.map((line): Title => {
    const { file, line: row } = ruleOf(line)?.slot.place ?? {};
    const rest = `${owed(line).toFixed()}${file === undefined ? '' : ` (${file}:${row})`}`;
    return phrase`${line.title} ${rest}`;
  });
  const params = {
    agent,
    amount: payable.toFixed(),
    gross: gross.toFixed(),
    lines: listedTitles('names', lineTitles),
  };
  reportAt(problems, tableOf(rule.spec), 'negative-pay', params);
}

function positive(amount: Decimal): Decimal {
  return amount.lessThan(ZERO) ? ZERO : amount;
}

/** The table of an item or line in its file: its formula, its bands, … */
function tableOf({ spec, yaml, path }: EntryRule['source']): Omit<EntryRule['source'], 'spec'> {
  const table = onlyTable(spec, ENTRY_TABLES);
  return { yaml, path: table === undefined ? path : [...path, table.mechanism] };
}

/** Why something has no value: what is 0 below a division, what has nothing to divide, or the value's own reason. */
function whyUndefined(trace: Trace): Title {
  const inner = trace.parts.find(({ value }) => value.kind === 'undefined');
  if (inner !== undefined) return whyUndefined(inner);
  const { operation, value } = trace;
  if (value.kind === 'undefined' && value.reason !== undefined) return value.reason;
  // What is divided by stands second, in a quotient and in a table that holds a figure against a target.
  const isDivision = typeof operation === 'object' ? operation.divides === true : operation === '/';
  const names = (isDivision ? trace.parts.slice(1, 2) : [trace]).flatMap(namesIn);
  if (names.length === 0) return wording('undefined.divisor');
  const name = inAll((language) =>
    listed('names', [...new Set(names.map((each) => each[language]))], language),
  );
  return wording(isDivision ? 'undefined.divided' : 'undefined.quotient', { name });
}

function namesIn({ name, parts }: Trace): readonly Title[] {
  return name === undefined ? parts.flatMap(namesIn) : [name.title];
}
