import { type Decimal, decimal, roundTo, sum, ZERO } from '../lib/decimal.js';
import { measure, note, type Trace } from '../rulebook/values/trace.js';
import { numberValue } from '../rulebook/values/value.js';
import type { Limits } from '../shop/config.js';
import { listedTitles } from '../words/lists.js';
import { title as wording } from '../words/text.js';
import { notesTexts } from '../words/texts/notes.js';
import type { Notice, PayLine, Statement } from './statement.js';

const FEN = decimal('0.01');

/**
 * Keeps a statement within the shop's limits: losses take at most their share of the gross, and the
 * payable does not fall below the minimum wage. What is over is carried forward and named.
 */
export function applyLimits(statement: Statement, limits: Limits | undefined): Statement {
  return limits === undefined ? statement : withinLimits(statement, limits);
}

function withinLimits(statement: Statement, limits: Limits): Statement {
  const { gross, lines } = statement;
  const full = lines.map(deductionOf);
  const isLoss = (index: number) => lines[index]?.category === 'loss';
  const mostLosses = roundTo(gross.times(limits.lossShare), FEN, 'down');
  const losses = cut(full, isLoss, mostLosses);
  const room = gross.minus(limits.minimumWage);
  const { left, over } = cut(losses.left, () => true, room.lessThan(ZERO) ? ZERO : room);
  const deductions = sum(left.flatMap((amount) => amount ?? []));
  return {
    ...statement,
    lines: lines.map((line, index) => cutLine(line, left[index])),
    deductions,
    payable: gross.minus(deductions),
    notices: [
      ...statement.notices,
      ...lines.flatMap((line, index) => {
        const beyond = { losses: losses.over[index] ?? ZERO, wage: over[index] ?? ZERO };
        return carriedNotice(line, beyond, limits);
      }),
    ],
  };
}

/** What each line takes; undefined of a line that takes nothing. */
type Taken = readonly (Decimal | undefined)[];

function deductionOf({ kind, amount }: PayLine): Decimal | undefined {
  return kind === 'deduction' ? amount : undefined;
}

/**
 * Cuts the chosen lines, the last ones first, until together they take no more than `most`: what is left
 * of each line and what is over.
 */
function cut(
  taken: Taken,
  chosen: (index: number) => boolean,
  most: Decimal,
): { readonly left: Taken; readonly over: readonly Decimal[] } {
  const all = taken.map((amount, index) => (chosen(index) ? (amount ?? ZERO) : ZERO));
  let excess = sum(all).minus(most);
  const over = all.map(() => ZERO);
  for (const [index, amount] of [...all.entries()].reverse()) {
    if (!excess.greaterThan(ZERO)) break;
    const part = amount.lessThan(excess) ? amount : excess;
    over[index] = part;
    excess = excess.minus(part);
  }
  return { left: taken.map((amount, index) => amount?.minus(over[index] ?? ZERO)), over };
}

/** A line of which only a part is taken; its trace says so. */
function cutLine(line: PayLine, left: Decimal | undefined): PayLine {
  const full = line.amount;
  if (left === undefined || full === undefined || left.equals(full)) return line;
  const { id, title, kind, category, rulebook, source } = line;
  return {
    id,
    title,
    kind,
    category,
    amount: left,
    rulebook,
    source,
    get trace(): Trace {
      const { trace } = line;
      const params = { left: measure(left, 'yuan'), full: measure(full, 'yuan') };
      const notes = () => [
        ...trace.notes(),
        note(notesTexts['note.limited_to'], params, 'warning'),
      ];
      return { ...trace, value: numberValue(left), notes };
    },
  };
}

/** What of a line is over each of the limits. */
interface Beyond {
  readonly losses: Decimal;
  readonly wage: Decimal;
}

function carriedNotice(
  { title }: PayLine,
  { losses, wage }: Beyond,
  { lossShare, minimumWage }: Limits,
): readonly Notice[] {
  const over = losses.plus(wage);
  if (over.isZero()) return [];
  const share = `${lossShare.times(100).toFixed()}%`;
  const atMost = wording('notice.over_losses', { share, over: losses.toFixed() });
  const atLeast = wording('notice.over_wage', {
    wage: minimumWage.toFixed(),
    over: wage.toFixed(),
  });
  const why = [...(losses.isZero() ? [] : [atMost]), ...(wage.isZero() ? [] : [atLeast])];
  const limits = listedTitles('clauses', why);
  const text = wording('notice.carried_forward', { title, over: over.toFixed(), limits });
  return [
    { code: 'carried-forward', level: 'warning', rulebook: undefined, once: undefined, text },
  ];
}
