import { parseDecimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { nearNames, wrongName } from '../../words/known-names.js';
import { bothNames, namesInFull } from '../names/names-in-full.js';
import type { Lookup, ReferringNode, Scope } from '../names/reference.js';
import { slotReference } from '../names/references.js';
import type { Env } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import { foreseenOf } from '../values/range.js';
import { NO_NOTES, type Trace } from '../values/trace.js';
import {
  DIMENSIONS,
  FLEXIBLE,
  hasOwnUnit,
  productType,
  sumType,
  TEXT,
  type Type,
  YESNO,
} from '../values/type.js';
import { type DisplayUnit, numberValue, UNDEFINED, yesno } from '../values/value.js';
import { boundsNegated, boundsTogether } from './check-together.js';
import { comparisonExpression, reportBareWord } from './compile-comparison.js';
import {
  type CompiledExpression,
  type Compiling,
  constant,
  derived,
  matches,
  numeric,
  type ReportAt,
  unitTogether,
} from './compiled-expression.js';
import { sentencesIn, wordingIn } from './formula-words.js';
import { hasDayFigure } from './functions/days.js';
import { type CompiledCall, type FormulaFunction, isOfOneDay } from './functions/function.js';
import { FUNCTIONS, functionNamed } from './functions/index.js';
import { columnArgument } from './functions/team-scope-argument.js';
import { meantByName } from './number-words.js';
import { arithmetic } from './operators.js';
import { printExpression } from './print.js';
import { readFormula } from './read-formula.js';
import {
  type Binary,
  type Call,
  type Expression,
  type NameReference,
  partsOf,
  type Unary,
} from './syntax.js';
import { reportMixedTypes, reportWrongType } from './type-faults.js';

/**
 * Compiles the text of a formula. Names are resolved and types checked here, so that evaluation cannot
 * fail on either. Undefined, with everything that is wrong reported, when it cannot be compiled.
 */
export function compileFormula(
  text: string,
  scope: Scope,
  report: ReportAt,
): ReferringNode | undefined {
  const { slips, parsed, offsetOf } = readFormula(text);
  for (const { code, offset, found, meant } of slips) report(offset, code, { found, meant });
  if (!parsed.ok) {
    // A sign that cannot stand there may follow from a slip.
    if (slips.length === 0 || parsed.reason !== 'syntax') {
      report(offsetOf(parsed.offset), `formula-${parsed.reason}`, { found: parsed.found ?? '' });
    }
    return undefined;
  }
  const { expression } = parsed;
  if (slips.length > 0) {
    compileExpression(expression, { scope, report: ofNames(report, { slips, offsetOf }) });
    return undefined;
  }
  const compiled = compileExpression(expression, { scope, report });
  if (compiled === undefined) return undefined;
  const inWords = () => printExpression(expression, wordingIn(scope));
  const inSentence = () => printExpression(expression, sentencesIn(scope));
  // What is nothing but a number, a text or a name explains itself.
  if (['number', 'text', 'name'].includes(expression.kind)) return { ...compiled, inWords };
  // An `if` computes one of its sides: of the other the trace knows nothing.
  const isChoice = choosesIn(expression);
  let words: Title | undefined;
  const evaluate = (env: Env): Trace => {
    const root = compiled.evaluate(env);
    const { value, unit } = root;
    if (isChoice) words ??= inWords();
    return { step: 'formula', value, unit, text, words, parts: [root], notes: NO_NOTES };
  };
  return { ...compiled, evaluate, inWords, inSentence };
}

/** Reports what is wrong with the names of a formula in which slips were mended: anything else may follow from them. */
function ofNames(
  report: ReportAt,
  { slips, offsetOf }: Pick<ReturnType<typeof readFormula>, 'slips' | 'offsetOf'>,
): ReportAt {
  // The middle of 80 <= x < 90 stands twice in what was mended, and once in the text.
  const copies = new Set(
    slips.filter(({ code }) => code === 'formula-chained').map(({ offset }) => offset),
  );
  return (at, code, ...params) => {
    if (!NAME_PROBLEMS.has(code)) return;
    const place = typeof at === 'number' ? offsetOf(at) : at;
    if (typeof place !== 'number' || !copies.has(place)) report(place, code, ...params);
  };
}

const NAME_PROBLEMS: ReadonlySet<string> = new Set([
  'unknown-name',
  'misspelt-name',
  'undeclared-name',
  'ambiguous-name',
  'no-score',
  'unknown-function',
  'misspelt-function',
]);

/** Whether a function that may leave an argument uncomputed stands anywhere in a formula. */
function choosesIn(expression: Expression): boolean {
  const isChoice =
    expression.kind === 'call' && functionNamed(expression.callee)?.isSelective === true;
  return isChoice || partsOf(expression).some(choosesIn);
}

function compileExpression(expression: Expression, at: Compiling): CompiledExpression | undefined {
  switch (expression.kind) {
    case 'number':
      return numberExpression(expression.text);
    case 'text':
      return textExpression(expression.text);
    case 'name':
      return nameExpression(expression, at);
    case 'group':
      return groupExpression(compileExpression(expression.expression, at));
    case 'by':
      return columnArgument(expression.expression, at);
    case 'unary':
      return unaryExpression(expression, at);
    case 'binary':
      return binaryExpression(expression, at);
    case 'call':
      return callExpression(expression, at);
  }
}

function textExpression(text: string): CompiledExpression {
  return { ...constant({ kind: 'text', text }, TEXT, undefined, text), word: text };
}

function numberExpression(text: string): CompiledExpression {
  const number = parseDecimal(text);
  // A percentage reads as a ratio, which is no dimension but prints with `%`.
  const unit = text.endsWith('%') ? 'ratio' : undefined;
  if (number === undefined) return constant(UNDEFINED, FLEXIBLE, unit, text);
  const constants = [{ number }];
  return { ...constant(numberValue(number), FLEXIBLE, unit, text), literal: number, constants };
}

function nameExpression(name: NameReference, at: Compiling): CompiledExpression | undefined {
  const lookup = at.scope.lookup(name.text);
  switch (lookup.found) {
    case 'one': {
      const { reference, hides } = lookup;
      if (hides !== undefined)
        at.report(name.start, 'name-of-metric', bothNames(name.text, reference, hides));
      const { type, unit, uses, range, lowerIsBetter, constants } = reference;
      if (hasDayFigure(reference)) at.scope.noteDayFigure?.();
      const evaluate = (env: Env) => reference.read(env);
      return { type, unit, uses, range, lowerIsBetter, constants, evaluate, reference };
    }
    case 'self':
      at.report(name.start, 'circular-reference', { names: `${name.text} → ${name.text}` });
      return undefined;
    case 'several': {
      const names = namesInFull(name.text, lookup.references);
      at.report(name.start, 'ambiguous-name', { name: name.text, names });
      return undefined;
    }
    case 'none':
      reportNothing(name, lookup, at);
      return undefined;
  }
}

/** Reports a name that means nothing, as what it was most likely written for. */
function reportNothing(
  { text, start }: NameReference,
  { code, params }: Extract<Lookup, { found: 'none' }>,
  { report }: Compiling,
): void {
  const meant = code === 'unknown-name' ? meantByName(text) : undefined;
  if (meant !== undefined) report(start, meant.code, { found: meant.found, meant: meant.meant });
  else if (functionNamed(text) !== undefined) {
    report(start, 'formula-call', { found: text, meant: `${text}(…)` });
  } else report(start, code, { ...params, name: text });
}

function groupExpression(inner: CompiledExpression | undefined): CompiledExpression | undefined {
  if (inner === undefined) return undefined;
  const { range, lowerIsBetter, constants, rates, bounds } = inner;
  const group = derived(inner.type, inner.unit, 'group', [inner], ([value]) => value);
  return { ...group, range, lowerIsBetter, constants, rates, bounds };
}

function unaryExpression(expression: Unary, at: Compiling): CompiledExpression | undefined {
  const compiled = compileExpression(expression.operand, at);
  if (compiled === undefined) return undefined;
  const operand = numeric(compiled);
  const wanted = expression.operator === 'not' ? YESNO : FLEXIBLE;
  if (!matches(operand.type, wanted)) {
    reportWrongType(at.report, expression.operand, operand.type, wanted);
    return undefined;
  }
  if (expression.operator === 'not') {
    const negation = derived(YESNO, undefined, 'not', [operand], ([value]) =>
      value?.kind === 'yesno' ? yesno(!value.yes) : value,
    );
    return { ...negation, bounds: boundsNegated(operand.bounds) };
  }
  return derived(operand.type, operand.unit, 'neg', [operand], ([value]) =>
    value?.kind === 'number' ? numberValue(value.number.negated()) : value,
  );
}

function binaryExpression(expression: Binary, at: Compiling): CompiledExpression | undefined {
  if (reportBareWord(expression, at)) return undefined;
  const left = compileExpression(expression.left, at);
  const right = compileExpression(expression.right, at);
  if (left === undefined || right === undefined) return undefined;
  const { operator } = expression;
  switch (operator) {
    case 'and':
    case 'or':
      return logicExpression(operator, expression, left, right, at);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmeticExpression(operator, expression, numeric(left), numeric(right), at);
    default:
      return comparisonExpression(operator, expression, left, right, at);
  }
}

function arithmeticExpression(
  operator: '+' | '-' | '*' | '/',
  expression: Binary,
  left: CompiledExpression,
  right: CompiledExpression,
  at: Compiling,
): CompiledExpression | undefined {
  const isSum = operator === '+' || operator === '-';
  const isPercent = [left.unit === 'ratio', right.unit === 'ratio'] as const;
  const type = isSum
    ? sumType(left.type, right.type)
    : productType(left.type, right.type, operator === '*' ? 1 : -1, isPercent);
  if (type === undefined) return reportMixedTypes(at.report, expression, left.type, right.type);
  const isShare = operator === '/' && left.unit === 'yuan' && right.unit === 'yuan';
  const unit = isSum ? unitTogether([left, right]) : isShare ? shareUnit(type) : unitOf(type);
  const result = derived(type, unit, operator, [left, right], ([a, b]) =>
    arithmetic(operator, a ?? UNDEFINED, b ?? UNDEFINED),
  );
  return { ...result, ...foreseenOf(operator, left, right) };
}

/** Money by money is a share, which people write as a percentage; what is left of a bare number is none. */
function shareUnit(type: Type): DisplayUnit {
  if (type.kind !== 'number' || type.dimension === 'flexible' || !hasOwnUnit(type))
    return undefined;
  return Object.keys(type.dimension).length === 0 ? 'ratio' : undefined;
}

/** The unit that a product prints with: that of its one dimension; anything else is a bare number. */
function unitOf(type: Type): DisplayUnit {
  if (type.kind !== 'number' || type.dimension === 'flexible' || !hasOwnUnit(type))
    return undefined;
  const [only, ...others] = Object.entries(type.dimension);
  if (only === undefined || others.length > 0 || only[1] !== 1) return undefined;
  return DIMENSIONS.find((unit) => unit === only[0]);
}

function logicExpression(
  operator: 'and' | 'or',
  expression: Binary,
  left: CompiledExpression,
  right: CompiledExpression,
  at: Compiling,
): CompiledExpression | undefined {
  for (const [side, { type }] of [
    [expression.left, left],
    [expression.right, right],
  ] as const) {
    if (type.kind !== 'yesno') {
      reportWrongType(at.report, side, type, YESNO);
      return undefined;
    }
  }
  const decisive = operator === 'or';
  const bounds = boundsTogether(operator, left, right, at.report);
  const together = derived(YESNO, undefined, operator, [left, right], (values) => {
    // One side that decides is enough, whatever is not known of the other.
    if (values.some((value) => value.kind === 'yesno' && value.yes === decisive)) {
      return yesno(decisive);
    }
    return firstObstacle(values) ?? yesno(!decisive);
  });
  return { ...together, bounds };
}

function callExpression(call: Call, at: Compiling): CompiledExpression | undefined {
  const called = functionNamed(call.callee);
  if (called === undefined) {
    const { code, params } = wrongName('function', nearNames(call.callee, FUNCTIONS));
    at.report(call.start, code, { name: call.callee, ...params });
    return undefined;
  }
  const [fewest, most] = called.arguments;
  if (call.arguments.length < fewest || call.arguments.length > most) {
    const counts = fewest === most ? String(fewest) : `${fewest}–${most}`;
    at.report(call.start, 'wrong-argument-count', { name: call.callee, counts });
    return undefined;
  }
  const within = { ...at, scope: scopeWithin(called, at.scope) };
  const compiled = call.arguments.map((argument, index) =>
    called.takes[index] === 'column' && argument.kind !== 'by'
      ? columnArgument(argument, within)
      : compileExpression(argument, within),
  );
  const known = compiled.filter((argument) => argument !== undefined);
  if (known.length < compiled.length) return undefined;
  const operands = called.takesRatings === true ? known : known.map(numeric);
  const fail: CompiledCall['fail'] = (index, wanted) => {
    const argument = call.arguments[index];
    const operand = operands[index];
    if (argument !== undefined && operand !== undefined)
      reportWrongType(at.report, argument, operand.type, wanted);
    return undefined;
  };
  for (const [index, { type }] of operands.entries()) {
    const wanted = called.takes[index] ?? 'any';
    if (wanted !== 'any' && wanted !== 'column' && !matches(type, wanted))
      return fail(index, wanted);
  }
  return called.compile({ called, operands, call, ...at, functionNamed, fail });
}

/** The names that the arguments of a function can use. */
function scopeWithin(called: FormulaFunction, scope: Scope): Scope {
  if (isOfOneDay(called)) return scope;
  // What is asked of the team, of other months or of all days is a figure of the month, on every day.
  const { noteDayFigure: _noteDayFigure, ...beyondDay } = scope;
  if (called.asksShop === true) return scope.ofShop?.() ?? beyondDay;
  return called.ofEarlierMonth === true ? namingItself(beyondDay) : beyondDay;
}

/** An entry may name itself as it was in an earlier month. */
function namingItself(scope: Scope): Scope {
  return {
    ...scope,
    lookup(name) {
      const found = scope.lookup(name);
      if (found.found !== 'self') return found;
      const { slot } = found;
      return { found: 'one', reference: { ...slotReference(slot), carried: slot } };
    },
  };
}
