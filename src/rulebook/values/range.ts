import { displayUnit, figureLimits, type Metric } from '../../catalogue/metric.js';
import { type Decimal, decimal, ONE, ZERO } from '../../lib/decimal.js';
import { inAll, phrase, type Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import type { ProblemParams } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import type { Bounds } from './bounds.js';
import type { NameKind, Relation } from './trace.js';
import { figureInSentence } from './unit-text.js';
import type { DisplayUnit } from './value.js';

/** What a figure can be at all: a share is at most 1, a number of times never below 0. */
interface FigureRange {
  readonly name: Title;
  readonly unit: DisplayUnit;
  readonly least: Decimal | undefined;
  readonly most: Decimal | undefined;
  /** The limits are what is usual: beyond them a number is a slip, not one that the figure cannot be. */
  readonly isUsual?: true;
}

/** A number that a rulebook fixes: in a formula, or as a parameter, which has a name and a place of its own. */
export interface Constant {
  readonly number: Decimal;
  readonly name?: Title;
  readonly place?: Place;
}

/** What is known of a value before any month is computed. */
export interface Foreseen {
  /** Undefined of whatever may be any number. */
  readonly range?: FigureRange | undefined;
  /** A figure by itself of which less is better, by its nature. */
  readonly lowerIsBetter?: Title | undefined;
  /** The numbers that it is, one for each date, level, …; undefined when it is not fixed. */
  readonly constants?: readonly Constant[] | undefined;
  /** The fixed numbers by which sales and the like are taken, each for a term of it: a commission of 1.5%. */
  readonly rates?: readonly Constant[] | undefined;
  /** The comparisons with known numbers or words that it is made of, when it is a condition. */
  readonly bounds?: Bounds | undefined;
}

/** What a metric can be; undefined when it may be any number. */
export function rangeOfMetric(metric: Metric): FigureRange | undefined {
  const { least, most } = figureLimits(metric);
  if (least === undefined) return undefined;
  return { name: metric.title, unit: displayUnit(metric), least, most };
}

/** A quotient of two amounts, or by a target, is hardly ever so much: whoever holds 80 against it means 80 %. */
const USUAL_RATIO = usualShare(decimal(10));
/** What is beyond even this is no percentage that lost its sign. */
const MOST_PERCENT = decimal(1000);

/** A share that is usually no more than this. */
export function usualShare(most: Decimal): FigureRange {
  return { name: wording('limit.ratio'), unit: 'ratio', least: undefined, most, isUsual: true };
}

/** A side of an operator, and the name that it is, when it is nothing else. */
interface Operand extends Foreseen {
  readonly unit: DisplayUnit;
  readonly reference?: { readonly kind: NameKind; readonly metric?: Metric } | undefined;
}

/** What is known of the result of an operator beforehand. */
export function foreseenOf(
  operator: '+' | '-' | '*' | '/',
  left: Operand,
  right: Operand,
): Foreseen {
  switch (operator) {
    case '+':
    case '-':
      return { rates: [...(left.rates ?? []), ...(right.rates ?? [])] };
    case '*':
      if (isSumOfOrders(left)) return { rates: ratesIn(right) };
      return isSumOfOrders(right) ? { rates: ratesIn(left) } : {};
    case '/':
      return { range: rangeOfQuotient(left, right) };
  }
}

/** The numbers that a factor is; one with a percent sign is meant as it stands. */
function ratesIn({ unit, constants }: Operand): readonly Constant[] | undefined {
  return unit === 'ratio' ? undefined : constants;
}

/** Sales, net sales and the like: of money that buyers paid, nobody is paid a multiple. */
function isSumOfOrders({ unit, reference }: Operand): boolean {
  const { metric } = reference ?? {};
  return unit === 'yuan' && metric?.rows === 'orders' && !metric.quotient;
}

/** What a quotient usually is; undefined when it may be any number. */
function rangeOfQuotient(dividend: Operand, divisor: Operand): FigureRange | undefined {
  const areAmounts = dividend.unit === 'yuan' && divisor.unit === 'yuan';
  return areAmounts || divisor.reference?.kind === 'target' ? USUAL_RATIO : undefined;
}

/**
 * What comes of holding a figure against a number, whatever the figure is: `never` that it holds, or `always`
 * because the number is more than the figure can be. A number that is the very limit may be meant.
 */
export function outcomeOf(
  relation: Relation,
  { least, most, isUsual }: FigureRange,
  number: Decimal,
): 'never' | 'always' | undefined {
  if (isUsual === true && number.greaterThan(MOST_PERCENT)) return undefined;
  const isAbove = most?.lessThan(number) === true;
  const isBelow = least?.greaterThan(number) === true;
  const isOutside = isAbove || isBelow;
  const never: Readonly<Record<Relation, boolean>> = {
    '>=': isAbove,
    '>': isAbove || most?.equals(number) === true,
    '<=': isBelow,
    '<': isBelow || least?.equals(number) === true,
    '=': isOutside,
    '!=': false,
  };
  if (never[relation]) return 'never';
  const isAlways = relation === '!=' ? isOutside : isAbove && relation.startsWith('<');
  return isAlways ? 'always' : undefined;
}

/** The same comparison from the other side. */
export function turned(relation: Relation): Relation {
  return TURNED[relation];
}

const TURNED: Readonly<Record<Relation, Relation>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};

/** The problem of a number that a figure cannot be held against. */
export interface RangeProblem {
  readonly code: RangeCode;
  readonly params: ProblemParams<RangeCode>;
}

type RangeCode = 'percent-meant' | 'percent-likely' | 'beyond-range';

const HUNDRED = decimal(100);

/** Says that a figure is never so much or so little, what follows, and which percentage was likely meant. */
export function rangeProblem(range: FigureRange, constant: Constant, follows: Title): RangeProblem {
  const { name, unit, most } = range;
  const { number } = constant;
  const isShare = unit === 'ratio' && most?.equals(ONE) === true;
  const isLikely = range.isUsual === true;
  const isPercent = isShare && number.greaterThan(ONE) && number.lessThanOrEqualTo(HUNDRED);
  const written = number.toFixed();
  const percent = `${number.times(HUNDRED).toFixed()}%`;
  const shown = inAll((language) => figureInSentence(number, unit, language));
  const params = {
    name,
    number: numberNamed(constant, isPercent || isLikely ? written : shown),
    written,
    percent,
    limit: limitOf(range, number),
    follows,
  };
  if (isLikely) return { code: 'percent-likely', params };
  return { code: isPercent ? 'percent-meant' : 'beyond-range', params };
}

function numberNamed({ name }: Constant, written: Title | string): Title {
  return name === undefined ? phrase`${written}` : phrase`“${name}” ${written}`;
}

function limitOf({ name, unit, least, most }: FigureRange, number: Decimal): Title {
  const isAbove = most !== undefined && number.greaterThanOrEqualTo(most);
  const limit = (isAbove ? most : least) ?? ZERO;
  const shown = inAll((language) => figureInSentence(limit, unit, language));
  return wording(isAbove ? 'limit.most' : 'limit.least', { name, limit: shown });
}
