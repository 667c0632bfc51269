import type { Language } from '../../lib/language.js';
import type { NameKind, Note, StepTrace, Trace } from '../../rulebook/values/trace.js';
import type { Value } from '../../rulebook/values/value.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { type Branch, leaf } from '../report/branch.js';
import { bareFigure, valueText } from '../report/figure-text.js';
import { entryTraces, formulaText, isCondition, isHeld, numbersText } from './formula-text.js';
import { causeText, distanceText, noteText } from './note-text.js';
import { rankingBranches, rankingText } from './ranking-text.js';

/** What an explanation carries along while it goes down a trace. */
export interface ExplanationContext {
  readonly language: Language;
  /** Keys of the names that are explained already; grows, so that nothing is told twice. */
  readonly shown: Set<string>;
}

/** The key under which a name is remembered as told. */
export function nameKey(kind: NameKind, id: string): string {
  return `${kind}.${id}`;
}

/** How a value came about, in words: conditions, formula, numbers, decisions, and what each name was. */
export function traceBranches(trace: Trace, context: ExplanationContext): Branch[] {
  switch (trace.step) {
    case 'entry':
      return entryBranches(trace, context);
    case 'name':
      return [nameBranch(trace, context)];
    case 'mechanism':
      return mechanismBranches(trace, context);
    case 'literal':
      return notesOf(trace, context);
    default:
      return formulaBranches(trace, context);
  }
}

function entryBranches(trace: Trace, context: ExplanationContext): Branch[] {
  const { value, conditions, adjustments } = entryTraces(trace);
  return [
    ...conditions.map((condition) => conditionBranch(condition, context)),
    ...(value === undefined ? [] : traceBranches(value, context)),
    ...notesOf(trace, context),
    ...adjustments.map((adjustment) => adjustmentBranch(adjustment, context)),
    ...causeBranches(trace.value, context.language),
  ];
}

/** A condition: whether it held, with the values on both sides and the distance when it failed. */
function conditionBranch(condition: Trace, context: ExplanationContext): Branch {
  const { language } = context;
  const answer =
    condition.value.kind !== 'yesno' ? 'unknown' : isHeld(condition) ? 'held' : 'failed';
  const tones = { held: 'held', failed: 'failed', unknown: 'warning' } as const;
  // A number's value stands in the comparison's sentence; anything else is told here.
  const names = namesIn(condition).filter(
    ({ parts, notes, value }) => parts.length + notes().length > 0 || value.kind !== 'number',
  );
  return {
    text: text(language, `explain.${answer}`, { condition: formulaText(condition, language) }),
    tone: tones[answer],
    children: [
      ...notesIn(condition).map((note) => leaf(noteText(note, language), 'fact')),
      ...daysIn(condition, language),
      ...rankingsIn(condition, context),
      ...names.map((name) => nameBranch(name, context)),
    ],
  };
}

/** A rule of another book that may change the line: forfeit it, halve it. */
function adjustmentBranch(adjustment: Trace, context: ExplanationContext): Branch {
  const conditions = adjustment.parts.filter(isCondition);
  const applied = conditions.every(isHeld);
  const title = adjustment.name?.title ?? '';
  return {
    text: text(context.language, applied ? 'explain.adjusted' : 'explain.not_adjusted', { title }),
    tone: applied ? 'warning' : 'fact',
    children: conditions.map((condition) => conditionBranch(condition, context)),
  };
}

function formulaBranches(trace: Trace, context: ExplanationContext): Branch[] {
  const { language } = context;
  const names = namesIn(trace).map((name) => nameBranch(name, context));
  const notes = notesIn(trace).map((note) => leaf(noteText(note, language), note.tone));
  if (isMereName(trace)) return [...names, ...notes];
  const formula = formulaText(trace, language);
  const numbers = numbersText(trace, language);
  const value = valueText(trace.value, trace.unit, language);
  // Of a figure over the team or over months only the result stands in numbers: once is enough.
  const isResult = numbers === resultText(trace, language);
  const sentences = isResult
    ? [text(language, 'explain.equals', { formula, value })]
    : [formulaSentence(formula, language), text(language, 'explain.numbers', { numbers, value })];
  const days = daysIn(trace, language);
  const rankings = rankingsIn(trace, context);
  return [...sentences.map((sentence) => leaf(sentence)), ...notes, ...days, ...rankings, ...names];
}

/** The value as it would stand in a formula. */
function resultText({ value, unit }: Trace, language: Language): string {
  return value.kind === 'number'
    ? bareFigure(value.number, unit)
    : valueText(value, unit, language);
}

/** A formula that is nothing but one name needs no formula to explain it. */
function isMereName(trace: Trace): boolean {
  const [root] = trace.parts;
  return trace.step === 'formula' && (root?.step === 'name' || root?.step === 'literal');
}

/** What a table decided, its gates, and what it was asked about. */
function mechanismBranches(trace: StepTrace<'mechanism'>, context: ExplanationContext): Branch[] {
  // The items of a score and the lines of a category have their own places in the explanation.
  if (trace.operation.partsShown === 'elsewhere') return notesOf(trace, context);
  const [first, ...rest] = [...notesOf(trace, context), ...newRanking(trace, context)];
  const kind = trace.operation.title[context.language];
  const head =
    first === undefined
      ? leaf(kind)
      : { ...first, text: text(context.language, 'explain.mechanism', { kind, text: first.text }) };
  return [head, ...rest, ...trace.parts.flatMap((part) => partBranches(trace, part, context))];
}

/** Who else is in the ranking, unless it stands there already. */
function newRanking({ ranking }: Trace, { language, shown }: ExplanationContext): Branch[] {
  if (ranking === undefined) return [];
  const key = rankingText(ranking, language);
  if (shown.has(key)) return [];
  shown.add(key);
  return rankingBranches(ranking, language);
}

/** Who else is in the rankings that a formula asks for. */
function rankingsIn(trace: Trace, context: ExplanationContext): Branch[] {
  return flatten(trace).flatMap((part) => (part.step === 'call' ? newRanking(part, context) : []));
}

function partBranches(
  trace: StepTrace<'mechanism'>,
  part: Trace,
  context: ExplanationContext,
): Branch[] {
  if (isCondition(part)) return [conditionBranch(part, context)];
  if (trace.operation.partsShown === 'as sum') return [weightedBranch(part, context)];
  // What a row of a table gives is told by the decision, unless it comes from somewhere.
  if (namesIn(part).length + notesIn(part).length === 0) return [];
  return traceBranches(part, context);
}

/** One part of a weighted sum: what it was asked about and what it gave. */
function weightedBranch(part: Trace, context: ExplanationContext): Branch {
  const { language } = context;
  const formula = formulaText(part, language);
  const value = valueText(part.value, 'points', language);
  // A part has a name of its own, which stands at its head already.
  const branches =
    part.step === 'name'
      ? [...notesOf(part, context), ...part.parts.flatMap((inner) => traceBranches(inner, context))]
      : traceBranches(part, context);
  return {
    text: text(language, 'explain.part', { formula, value }),
    children: branches.filter(
      ({ text: sentence }) => sentence !== formulaSentence(formula, language),
    ),
  };
}

function formulaSentence(formula: string, language: Language): string {
  return text(language, 'explain.formula', { formula });
}

/** A name with its value, and how that came about unless it is told already. */
function nameBranch(trace: Trace, context: ExplanationContext): Branch {
  const { language, shown } = context;
  const { name } = trace;
  const value = valueText(trace.value, trace.unit, language);
  const key = name === undefined ? undefined : nameKey(name.kind, name.id);
  const sentence = text(language, 'explain.name', {
    title: name?.title ?? '',
    value,
    kind: name === undefined ? '' : text(language, `kind.${name.kind}`),
  });
  if (key !== undefined && shown.has(key)) return leaf(sentence);
  if (key !== undefined) shown.add(key);
  return {
    text: sentence,
    children: [
      ...notesOf(trace, context),
      ...trace.parts.flatMap((part) => traceBranches(part, context)),
      ...causeBranches(trace.value, language),
    ],
  };
}

function causeBranches(value: Value, language: Language): Branch[] {
  if (value.kind !== 'missing') return [];
  return value.causes.map((cause) => leaf(causeText(cause, language), 'warning'));
}

function notesOf(trace: Trace, { language }: ExplanationContext): Branch[] {
  return trace.notes().map((note) => leaf(noteText(note, language), note.tone));
}

/** The names that stand in a formula, each once, in order; not those behind them. */
function namesIn(trace: Trace): Trace[] {
  const names = new Map<string, Trace>();
  for (const name of flatten(trace).filter(({ step }) => step === 'name')) {
    const key = name.name === undefined ? '' : nameKey(name.name.kind, name.name.id);
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

function notesIn(trace: Trace): readonly Note[] {
  return flatten(trace).flatMap((part) => (part.step === 'name' ? [] : part.notes()));
}

/** The days that a condition was held against, each in one line with its figures, and how far off it was. */
function daysIn(trace: Trace, language: Language): Branch[] {
  return flatten(trace)
    .filter(({ step }) => step === 'day')
    .map((day) => dayBranch(day, language));
}

function dayBranch(day: Trace, language: Language): Branch {
  const { value, parts } = day;
  const params = { day: day.text ?? '', numbers: numbersText(day, language) };
  if (value.kind !== 'yesno') {
    const why = valueText(value, undefined, language);
    return leaf(text(language, 'explain.day_open', { ...params, value: why }), 'fact');
  }
  if (value.yes) return leaf(text(language, 'explain.day', params), 'held');
  const failed = parts.flatMap(notesIn).filter(({ tone }) => tone === 'failed');
  const distances = failed.flatMap((note) => distanceText(note, language));
  if (distances.length === 0) return leaf(text(language, 'explain.day', params), 'failed');
  const distance = listed('names', distances, language);
  return leaf(text(language, 'explain.day_failed', { ...params, distance }), 'failed');
}

/** A formula's own parts, down to its names, literals and days. */
function flatten(trace: Trace): Trace[] {
  return trace.step === 'name' || trace.step === 'day'
    ? [trace]
    : [trace, ...trace.parts.flatMap(flatten)];
}
