import { type Decimal, plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { Statement } from '../../payroll/statement.js';
import type { Trace } from '../../rulebook/values/trace.js';
import { listed } from '../../words/lists.js';

/** A number of points that decides about pay, and what is decided by it. */
interface ScoreGate {
  readonly points: number;
  readonly name: string;
}

/** Someone on a board: what was paid, and the points that it was paid by. */
interface Scored {
  readonly statement: Statement;
  readonly score: { readonly points: Decimal };
}

/**
 * The points with which the pay lines of a board compare the score, and the bounds of ladders that look it up, in their
 * order: the 91 of a rank bonus that asks for 70 % of 130. They are read from what was computed, so that a gate stands where it stood for these people.
 */
export function scoreGates(placed: readonly Scored[], language: Language): readonly ScoreGate[] {
  const titles = new Map<string, Set<string>>();
  for (const { statement, score } of placed) {
    for (const { title, trace } of statement.lines) {
      for (const points of comparedWith(score.points, trace)) {
        const key = plain(points);
        titles.set(key, (titles.get(key) ?? new Set()).add(title[language]));
      }
    }
  }
  return [...titles]
    .map(([points, names]) => ({
      points: Number(points),
      name: `${listed('names', [...names], language)} ${points}`,
    }))
    .sort((a, b) => a.points - b.points);
}

const RELATIONS: ReadonlySet<unknown> = new Set(['>=', '>', '<=', '<']);

/** The numbers with which a score is compared anywhere in a trace. */
function comparedWith(score: Decimal, trace: Trace): readonly Decimal[] {
  const [one, other] = trace.parts;
  const isComparison = trace.step === 'operator' && RELATIONS.has(trace.operation);
  const found = isComparison && one !== undefined && other !== undefined ? [one, other] : [];
  const own = found.flatMap((side, at) => {
    const { value } = found[1 - at] ?? side;
    return isScore(side, score) && value.kind === 'number' ? [value.number] : [];
  });
  const [asked] = trace.parts;
  const ladder = trace.ladder !== undefined && asked !== undefined && isScore(asked, score);
  const bounds = ladder ? trace.ladder().flatMap(({ at }) => at ?? []) : [];
  return [...own, ...bounds, ...trace.parts.flatMap((part) => comparedWith(score, part))];
}

/** Whether it is the score, alone: a formula of one name is that name. */
function isScore(trace: Trace, score: Decimal): boolean {
  const { name, value, step, parts } = trace;
  const [only, ...others] = parts;
  if (step === 'formula' && only !== undefined && others.length === 0) return isScore(only, score);
  return name?.kind === 'score' && value.kind === 'number' && value.number.equals(score);
}
