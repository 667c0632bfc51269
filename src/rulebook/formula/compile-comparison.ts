import type { Scope } from '../names/reference.js';
import type { Foreseen } from '../values/range.js';
import type { Relation } from '../values/trace.js';
import { comparable, type Type, YESNO } from '../values/type.js';
import { type ComparedSide, checkComparison } from './check-range.js';
import { boundsOfComparison } from './check-together.js';
import { checkWord } from './check-word.js';
import {
  asNumber,
  type CompiledExpression,
  type Compiling,
  numeric,
  type ReportAt,
  unitTogether,
} from './compiled-expression.js';
import { wordingIn } from './formula-words.js';
import { compareValues, compareWords, comparisonNotes } from './operators.js';
import { printExpression } from './print.js';
import type { Binary, Expression } from './syntax.js';
import { reportMixedTypes } from './type-faults.js';
import { asDay, likelyDay } from './written-days.js';

const RELATIONS: ReadonlySet<string> = new Set<Relation>(['=', '!=', '<', '<=', '>', '>=']);

/** A word beside a text, such as 岗位 = 售前, is no name: it lacks its quotes. True when that is reported. */
export function reportBareWord(
  { operator, left, right }: Binary,
  { scope, report }: Compiling,
): boolean {
  if (!RELATIONS.has(operator)) return false;
  const isText = (side: Expression) => {
    if (side.kind !== 'name') return side.kind === 'text';
    const lookup = scope.lookup(side.text);
    return lookup.found === 'one' && isWord(lookup.reference.type);
  };
  const bare = [left, right].find(
    (side, index) =>
      side.kind === 'name' &&
      !side.text.includes('.') &&
      scope.lookup(side.text).found === 'none' &&
      isText(index === 0 ? right : left),
  );
  if (bare?.kind !== 'name') return false;
  report(bare.start, 'word-without-quotes', { word: bare.text });
  return true;
}

export function comparisonExpression(
  relation: Relation,
  expression: Binary,
  written: CompiledExpression,
  beside: CompiledExpression,
  at: Compiling,
): CompiledExpression | undefined {
  const [one, other] = [asDay(written, beside), asDay(beside, written)];
  if (!canCompare(relation, one, other)) {
    return reportDay(expression, [one, other], at)
      ? undefined
      : reportMixedTypes(at.report, expression, one.type, other.type);
  }
  checkComparison(
    relation,
    sideOf(expression.left, one, at.report),
    sideOf(expression.right, other, at.report),
  );
  const areWords = [
    checkWord(relation, one, other, { ...at, at: expression.right.start }),
    checkWord(relation, other, one, { ...at, at: expression.left.start }),
  ];
  if (areWords.includes(false)) return undefined;
  // Two ratings may be equal as grades; anything else that a rating is compared with is a number or a word.
  const asWords = isWord(one.type) && isWord(other.type);
  const words = fieldWords(one, other, at.scope);
  const [left, right] = asWords ? [one, other] : [numeric(one), numeric(other)];
  const unit = unitTogether([left, right]);
  const inWords = (side: Expression) => printExpression(side, wordingIn(at.scope));
  const bounds = boundsOfComparison(
    relation,
    [
      { compiled: one, written: inWords(expression.left) },
      { compiled: other, written: inWords(expression.right) },
    ],
    { written: inWords(expression), start: expression.start },
  );
  return {
    type: YESNO,
    unit: undefined,
    bounds,
    uses: [...left.uses, ...right.uses],
    evaluate(env) {
      const a = left.evaluate(env);
      const b = right.evaluate(env);
      const value =
        words === undefined
          ? compareValues(relation, a.value, b.value)
          : compareWords(relation, a.value, b.value, words);
      return {
        step: 'operator',
        operation: relation,
        value,
        unit: undefined,
        parts: [a, b],
        notes: () => comparisonNotes(relation, a, b, value, unit),
      };
    },
  };
}

/** A day that is not written as one beside a date. True when that is reported. */
function reportDay(
  { left, right }: Binary,
  [one, other]: readonly [CompiledExpression, CompiledExpression],
  { report }: Compiling,
): boolean {
  const beside = one.type.kind === 'date' ? right : other.type.kind === 'date' ? left : undefined;
  const meant = beside && likelyDay(beside);
  if (beside === undefined || meant === undefined) return false;
  report(beside.start, 'formula-date', { meant });
  return true;
}

function sideOf({ start }: Expression, foreseen: Foreseen, report: ReportAt): ComparedSide {
  return {
    foreseen,
    report: ({ place }, { code, params }) => report(place ?? start, code, params),
  };
}

function canCompare(
  relation: Relation,
  { type: a, ...one }: CompiledExpression,
  { type: b, ...other }: CompiledExpression,
): boolean {
  if (a.kind === 'text' && b.kind === 'text' && !isEquality(relation)) {
    // Of words only those of a level are more or less than others.
    const isRanked = a.ranked === true || b.ranked === true;
    const isFixed = (type: typeof a, word: string | undefined) =>
      type.ranked === true || word !== undefined;
    return isRanked && isFixed(a, one.word) && isFixed(b, other.word);
  }
  if (comparable(asNumber(a), asNumber(b))) return true;
  if (a.kind === 'date' && b.kind === 'date') return true;
  return isEquality(relation) && isWord(a) && isWord(b);
}

function isEquality(relation: Relation): boolean {
  return relation === '=' || relation === '!=';
}

/** The words of the field that a comparison asks about, where these are fixed. */
function fieldWords(one: CompiledExpression, other: CompiledExpression, { wordsOf }: Scope) {
  const isRanked = [one, other].some(({ type }) => type.kind === 'text' && type.ranked === true);
  if (isRanked) return wordsOf?.({ kind: 'roster', id: 'level' })?.known;
  const { reference } = one.word === undefined ? one : other;
  return reference && wordsOf?.(reference)?.known;
}

function isWord({ kind }: Type): boolean {
  return kind === 'text' || kind === 'rating';
}
