import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { sameInAll, type Title } from '../lib/language.js';
import { listedTitles } from '../words/lists.js';
import { title as wording } from '../words/text.js';
import type { CorrectionPart, DueCorrection } from './correction.js';
import type { LineExplanation } from './statement.js';

/** How an amount that corrects an earlier month came about; `paid` is negative when it is recovered. */
export function explainCorrection(due: DueCorrection, paid: Decimal): LineExplanation {
  const isOwed = paid.isPositive();
  // Both sides stand so that the difference is what the line pays or takes.
  const afterFirst = isOwed === (due.kind === 'earning');
  const difference = wording(afterFirst ? 'correction.after_first' : 'correction.before_first');
  const isCarried = due.parts.some(({ carried }) => !carried.isZero());
  const formula = isCarried ? wording('correction.with_carried', { difference }) : difference;
  const each = due.parts.map((part) => numbersOf(part, afterFirst, isOwed));
  const numbers = sameInAll(
    each.length > 1 ? each.map((text) => `(${text})`).join(' + ') : each.join(''),
  );
  const total = sum(due.parts.map(({ change }) => change));
  const result = written(isOwed ? total : total.neg());
  const reason = listedTitles('sentences', [
    wording('correction.equation', { formula, numbers, result }),
    ...settledBefore(total.minus(due.amount)),
    ...leftOver(due.amount.minus(paid), paid),
    ...due.parts.map(reasonOf),
  ]);
  return { formula, numbers, reason };
}

function numbersOf(
  { before = ZERO, after = ZERO, carried }: CorrectionPart,
  afterFirst: boolean,
  isOwed: boolean,
): string {
  const [first, second] = afterFirst ? [after, before] : [before, after];
  const rest = isOwed ? carried.neg() : carried;
  const sign = rest.isNegative() ? '−' : '+';
  const carriedText = rest.isZero() ? '' : ` ${sign} ${rest.abs().toFixed()}`;
  return `${first.toFixed()} − ${second.toFixed()}${carriedText}`;
}

/** A number with a real minus sign. */
function written(number: Decimal): string {
  return number.toFixed().replace('-', '−');
}

/** What earlier months have settled; negative: recovered. */
function settledBefore(settled: Decimal): readonly Title[] {
  if (settled.isZero()) return [];
  const key = settled.isNegative() ? 'correction.recovered_before' : 'correction.paid_before';
  return [wording(key, { amount: settled.abs().toFixed() })];
}

function leftOver(rest: Decimal, paid: Decimal): readonly Title[] {
  if (rest.isZero()) return [];
  const params = { paid: paid.abs().toFixed(), rest: rest.abs().toFixed() };
  return [wording('correction.rest', params)];
}

function reasonOf({ reason, inputs }: CorrectionPart): Title {
  const now = reason ?? wording('correction.gone');
  if (inputs.length === 0) return wording('correction.now', { now });
  return wording('correction.now_after', { now, inputs: inputs.join(', ') });
}
