import { isPaid } from '../catalogue/pay-words.js';
import { type Decimal, sum, ZERO } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import {
  type CarriedLine,
  type CorrectedLine,
  isCorrection,
  type LineCorrection,
} from './correction.js';
import { effectOf, type PayLine, type Statement } from './statement.js';

/**
 * The lines of pay of a month that are not worth today what was paid and corrected of them: by agent and
 * line, in the order of the later computation. Lines that were themselves corrections of another month are
 * left out: those have been paid.
 */
export function correctionsBetween(
  before: readonly Statement[],
  after: readonly Statement[],
  carried: readonly CarriedLine[],
): readonly LineCorrection[] {
  const then = linesOf(before);
  const today = linesOf(after);
  const done = groupBy(carried, keyOf);
  const known = new Map<string, CorrectedLine>(
    [...today.values(), ...then.values(), ...carried].map((line) => [keyOf(line), line]),
  );
  return [...known].flatMap(([key, line]): readonly LineCorrection[] => {
    const [was, now] = [then.get(key)?.pay, today.get(key)?.pay];
    const already = sum((done.get(key) ?? []).map(({ change }) => change));
    const change = effectOfLine(now).minus(effectOfLine(was)).minus(already);
    if (change.isZero()) return [];
    const { agent, name, line: id, title, kind, category } = line;
    const of = { agent, name, line: id, title, kind, category };
    return [{ ...of, before: was?.amount, after: now?.amount, carried: already, change, was, now }];
  });
}

interface Line extends CorrectedLine {
  readonly pay: PayLine;
}

function linesOf(statements: readonly Statement[]): ReadonlyMap<string, Line> {
  const all = statements.flatMap(({ agent, name, lines }) =>
    lines.flatMap((pay): readonly Line[] => {
      if (!isPaid(pay) || isCorrection(pay)) return [];
      const { id: line, title, kind, category } = pay;
      return [{ agent, name, line, title, kind, category, pay }];
    }),
  );
  return new Map(all.map((line) => [keyOf(line), line]));
}

function keyOf({ agent, line }: Pick<CorrectedLine, 'agent' | 'line'>): string {
  return JSON.stringify([agent, line]);
}

function effectOfLine(line: PayLine | undefined): Decimal {
  return line?.amount === undefined ? ZERO : effectOf(line.kind, line.amount);
}
