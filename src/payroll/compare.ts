import { isStatutory, type LineKind } from '../catalogue/pay-words.js';
import { type Decimal, ZERO } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import { effectOf, type PayLine, type Statement } from './statement.js';

/** A line of an agent's pay that two computations of a month give differently. */
export interface LineChange {
  readonly agent: string;
  readonly name: string;
  readonly line: string;
  readonly title: Title;
  readonly kind: LineKind;
  /** Undefined: the line is absent. */
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  /** What it makes of the payable: more is positive. */
  readonly effect: Decimal;
  /** Where the line says how it came about; the later of the two where both have it. */
  readonly payLine: PayLine;
}

/** The lines of pay that differ, by agent and line, in the order of the later computation. */
export function changesBetween(
  before: readonly Statement[],
  after: readonly Statement[],
): readonly LineChange[] {
  const old = new Map(before.map((statement) => [statement.agent, statement]));
  const now = new Map(after.map((statement) => [statement.agent, statement]));
  const gone = before.filter(({ agent }) => !now.has(agent));
  return [...after, ...gone].flatMap(({ agent, name }) =>
    changesOf({ agent, name }, old.get(agent)?.lines ?? [], now.get(agent)?.lines ?? []),
  );
}

function changesOf(
  who: Pick<Statement, 'agent' | 'name'>,
  before: readonly PayLine[],
  after: readonly PayLine[],
): readonly LineChange[] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Map(after.map((line) => [keyOf(line), line]));
  const lines = [...after, ...before.filter((line) => !now.has(keyOf(line)))];
  return lines.flatMap((line): readonly LineChange[] => {
    const [was, is] = [old.get(keyOf(line))?.amount, now.get(keyOf(line))?.amount];
    if (isSame(was, is)) return [];
    const change = (is ?? ZERO).minus(was ?? ZERO);
    const { id, title, kind } = line;
    const effect = effectOf(kind, change);
    return [{ ...who, line: id, title, kind, before: was, after: is, effect, payLine: line }];
  });
}

/** A line of the law may be called as one of pay is. */
function keyOf({ id, kind }: PayLine): string {
  return JSON.stringify([id, isStatutory({ kind })]);
}

function isSame(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}
