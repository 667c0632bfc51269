import { type Decimal, decimal, roundTo, sum, ZERO } from '../lib/decimal.js';
import { measure, note } from '../rulebook/trace.js';
import { numberValue } from '../rulebook/value.js';
import type { Limits } from '../shop/config.js';
import type { Notice, PayLine, Statement } from './statement.js';

const FEN = decimal('0.01');

/**
 * Keeps a statement within the shop's limits: losses take at most their share of the gross, and the
 * payable does not fall below the minimum wage. What is over is carried forward and named.
 */
export function applyLimits(statement: Statement, limits: Limits | undefined): Statement {
  return limits === undefined ? statement : withinLimits(statement, limits);
}

function withinLimits(statement: Statement, { lossShare, minimumWage }: Limits): Statement {
  const { gross } = statement;
  const mostLosses = roundTo(gross.times(lossShare), FEN, 'down');
  const lossesCut = cut(statement.lines, (line) => line.category === 'loss', mostLosses);
  const room = gross.minus(minimumWage);
  const mostDeductions = room.lessThan(ZERO) ? ZERO : room;
  const { lines, carried } = cut(
    lossesCut.lines,
    (line) => line.kind === 'deduction',
    mostDeductions,
  );
  const deductions = sum(lines.flatMap((line) => deduction(line)));
  const notices = [...lossesCut.carried, ...carried].map(carriedNotice);
  return {
    ...statement,
    lines,
    deductions,
    payable: gross.minus(deductions),
    notices: [...statement.notices, ...notices],
  };
}

interface Carried {
  readonly line: PayLine;
  readonly amount: Decimal;
}

function deduction(line: PayLine): readonly Decimal[] {
  return line.kind === 'deduction' && line.amount !== undefined ? [line.amount] : [];
}

/** Cuts the chosen lines, the last ones first, until together they take no more than `most`. */
function cut(
  lines: readonly PayLine[],
  chosen: (line: PayLine) => boolean,
  most: Decimal,
): { readonly lines: readonly PayLine[]; readonly carried: readonly Carried[] } {
  let over = sum(lines.filter(chosen).flatMap(deduction)).minus(most);
  const carried: Carried[] = [];
  const kept = lines.toReversed().map((line) => {
    const [amount] = chosen(line) ? deduction(line) : [];
    if (amount === undefined || !over.greaterThan(ZERO)) return line;
    const taken = amount.lessThan(over) ? amount : over;
    over = over.minus(taken);
    if (taken.isZero()) return line;
    carried.unshift({ line, amount: taken });
    return cutLine(line, amount, amount.minus(taken));
  });
  return { lines: kept.toReversed(), carried };
}

/** A line of which only a part is taken; its trace says so. */
function cutLine(line: PayLine, full: Decimal, left: Decimal): PayLine {
  const params = { left: measure(left, 'yuan'), full: measure(full, 'yuan') };
  const notes = () => [...line.trace.notes(), note('note.limited_to', params, 'warning')];
  return { ...line, amount: left, trace: { ...line.trace, value: numberValue(left), notes } };
}

function carriedNotice({ line, amount }: Carried): Notice {
  const yuan = amount.toFixed();
  return {
    code: 'carried-forward',
    level: 'warning',
    rulebook: undefined,
    once: undefined,
    text: {
      zh: `${line.title.zh}有 ${yuan} 元超出限额，转入下月`,
      en: `${yuan} yuan of ${line.title.en} are over the limit and carried forward`,
    },
  };
}
