import { wordTitle } from '../../catalogue/vocabulary.js';
import type { Language } from '../../lib/language.js';
import type { Note, Operator, StepTrace, Trace } from '../../rulebook/values/trace.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { notesTexts } from '../../words/texts/notes.js';
import { bareFigure, valueText } from '../report/figure-text.js';
import { noteText } from './note-text.js';

/** The formula as it is written, its names by their titles. */
export function formulaText(trace: Trace, language: Language): string {
  return write(trace, { language, leaf: nameText, numbers: false });
}

/** The same formula with each name replaced by its value. */
export function numbersText(trace: Trace, language: Language): string {
  return write(trace, { language, leaf: leafValue, numbers: true });
}

/** As `numbersText` for the agent herself: what tells a figure of colleagues stays in words. */
export function ownNumbersText(trace: Trace, language: Language): string {
  const leaf = (each: Trace) =>
    isOfOthers(each) ? nameText(each, language) : leafValue(each, language);
  return write(trace, { language, leaf, numbers: true, ownOnly: true });
}

/** Whether a value is one of the team or of other months, or made of one in a formula that has a name. */
function isOfOthers(trace: Trace): boolean {
  if (trace.step === 'call' && trace.operation.isBeyondAgent === true) return true;
  const isPlain = trace.step !== 'mechanism' && trace.step !== 'entry' && trace.step !== 'day';
  return isPlain && trace.parts.some(isOfOthers);
}

interface Writing {
  readonly language: Language;
  readonly leaf: (trace: Trace, language: Language) => string;
  readonly numbers: boolean;
  /** Nothing is told of colleagues. */
  readonly ownOnly?: true;
}

const SIGNS: Readonly<Partial<Record<Operator, string>>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};

/** How tightly an operator binds; what stands alone binds tightest. */
const BINDING: Readonly<Record<Exclude<Operator, 'group'>, number>> = {
  or: 1,
  and: 2,
  not: 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '=': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  neg: 7,
};
const TIGHTEST = 8;

function write(trace: Trace, writing: Writing): string {
  switch (trace.step) {
    case 'literal':
      return literalText(trace, writing.language);
    case 'name':
      return writing.leaf(trace, writing.language);
    case 'operator':
      return writeOperator(trace, writing);
    case 'call':
      return writeCall(trace, writing);
    case 'day':
      return writeDay(trace, writing);
    case 'formula':
      return writeFormula(trace, writing);
    case 'mechanism':
      return writeMechanism(trace, writing);
    case 'entry':
      return writeEntry(trace, writing);
  }
}

function literalText(trace: Trace, language: Language): string {
  const written = trace.text ?? leafValue(trace, language);
  if (trace.value.kind !== 'text') return written;
  return text(language, 'value.quoted', { text: wordTitle(written)?.[language] ?? written });
}

function nameText(trace: Trace, language: Language): string {
  return trace.name?.title[language] ?? valueText(trace.value, trace.unit, language);
}

function leafValue(trace: Trace, language: Language): string {
  if (trace.value.kind !== 'number') return valueText(trace.value, trace.unit, language);
  const digits = bareFigure(trace.value.number, trace.unit);
  return digits.startsWith('-') ? `(${digits.replace('-', '−')})` : digits;
}

/** A formula that may not have been computed wholly brings its own words. */
function writeFormula(trace: Trace, writing: Writing): string {
  const [root] = trace.parts;
  if (root === undefined) return trace.text ?? valueText(trace.value, trace.unit, writing.language);
  if (!writing.numbers && trace.words !== undefined) return trace.words[writing.language];
  return write(root, writing);
}

function writeOperator(trace: StepTrace<'operator'>, writing: Writing): string {
  const { operation } = trace;
  const [left, right] = trace.parts;
  if (left === undefined) return leafValue(trace, writing.language);
  if (operation === 'group') return `(${write(left, writing)})`;
  if (operation === 'neg') return `−${operand(left, BINDING.neg, writing)}`;
  if (operation === 'not') return `${word('not', writing)} ${operand(left, BINDING.not, writing)}`;
  if (right === undefined) return write(left, writing);
  const binding = BINDING[operation];
  // On the right an equal binding needs parentheses too: a − (b − c).
  const tighter = binding + (operation === 'and' || operation === 'or' ? 0 : 1);
  return `${operand(left, binding, writing)} ${word(operation, writing)} ${operand(right, tighter, writing)}`;
}

function operand(trace: Trace, binding: number, writing: Writing): string {
  // Of a table inside a formula the result stands; what it decided is told beside the formula.
  if (writing.numbers && trace.step === 'mechanism') return leafValue(trace, writing.language);
  const written = write(trace, writing);
  return bindingOf(trace) < binding ? `(${written})` : written;
}

function bindingOf(trace: Trace): number {
  if (trace.step === 'formula') {
    const [root] = trace.parts;
    return root === undefined ? TIGHTEST : bindingOf(root);
  }
  return trace.step === 'operator' && trace.operation !== 'group'
    ? BINDING[trace.operation]
    : TIGHTEST;
}

function word(operation: Operator, { language }: Writing): string {
  if (operation === 'and') return text(language, 'operator.and');
  if (operation === 'or') return text(language, 'operator.or');
  if (operation === 'not') return text(language, 'operator.not');
  return SIGNS[operation] ?? operation;
}

function writeCall(trace: StepTrace<'call'>, writing: Writing): string {
  const { title, isBeyondAgent, partsShown, among } = trace.operation;
  // Over a team or over months the numbers are other people's and other months': the result stands.
  if (writing.numbers && isBeyondAgent === true) {
    if (writing.ownOnly !== true) return leafValue(trace, writing.language);
    return writeCall(trace, { language: writing.language, leaf: nameText, numbers: false });
  }
  const written = trace.parts.map((part) => write(part, writing));
  // What is asked of each row is told beside the formula, row by row.
  if (partsShown === 'row by row') written.push('…');
  if (among !== undefined) written.push(among[writing.language]);
  const shown = partsShown === 'one side' ? sidesOf(trace, written) : written;
  return `${title[writing.language]}(${shown.join(', ')})`;
}

/** A condition over days as it reads on one of them. */
function writeDay({ parts: [condition] }: Trace, writing: Writing): string {
  return condition === undefined ? '' : write(condition, writing);
}

/** The arguments of an `if`, with `…` for the side that was not computed. */
function sidesOf(trace: Trace, written: readonly string[]): readonly string[] {
  const [condition = '…', chosen = '…'] = written;
  const asked = trace.parts[0]?.value;
  if (written.length !== 2 || asked?.kind !== 'yesno') return written;
  return asked.yes ? [condition, chosen, '…'] : [condition, '…', chosen];
}

/** A table of a policy: what kind it is, and what it was asked about; in numbers also what it decided. */
function writeMechanism(trace: StepTrace<'mechanism'>, writing: Writing): string {
  const { language, numbers } = writing;
  const kind = trace.operation.title[language];
  const inputs = inputsOf(trace).map((part) => write(part, writing));
  const table =
    inputs.length === 0
      ? kind
      : text(language, 'formula.mechanism', { kind, inputs: inputs.join(', ') });
  // How far off a colleague is tells the colleague's figure.
  const isShown = ({ outlook, params }: Note) =>
    outlook === undefined &&
    !(writing.ownOnly && trace.ranking !== undefined && params.distance !== undefined);
  const decided = trace.notes().filter(isShown);
  return numbers ? withNotes(table, decided, language) : table;
}

/** What a table was asked about: neither the points in its rows nor its gates. */
function inputsOf(trace: StepTrace<'mechanism'>): readonly Trace[] {
  if (trace.operation.partsShown === 'elsewhere') return [];
  return trace.parts.filter((part) => hasName(part) && !isCondition(part));
}

function hasName(trace: Trace): boolean {
  return trace.step === 'name' || trace.parts.some(hasName);
}

function withNotes(formula: string, notes: readonly Note[], language: Language): string {
  if (notes.length === 0) return formula;
  const joined = listed(
    'sentences',
    notes.map((note) => noteText(note, language)),
    language,
  );
  return text(language, 'formula.mechanism_notes', { formula, notes: joined });
}

/** An item or line is worth its value; when it has none, the conditions that failed say why. */
function writeEntry(trace: Trace, writing: Writing): string {
  const { value, conditions } = entryTraces(trace);
  if (value === undefined) {
    const failed = conditions.filter((condition) => !isHeld(condition));
    const written = failed.map((condition) => write(condition, writing));
    return listed('sentences', written, writing.language);
  }
  const written = write(value, writing);
  // Rounding can be seen from the amount; forfeits, limits and stand-ins cannot.
  const decisive = trace.notes().filter(({ sentence }) => sentence !== notesTexts['note.rounded']);
  return writing.numbers ? withNotes(written, decisive, writing.language) : written;
}

/** The parts of an item or line, told apart. */
interface EntryTraces {
  /** Undefined when a condition made the entry absent, so that it was never computed. */
  readonly value: Trace | undefined;
  readonly conditions: readonly Trace[];
  /** Rules of other books that change the line when their conditions hold. */
  readonly adjustments: readonly Trace[];
}

/** Tells a line's value from the conditions that were asked and from the rules that may change it. */
export function entryTraces(trace: Trace): EntryTraces {
  if (trace.step !== 'entry') return { value: trace, conditions: [], adjustments: [] };
  const adjustments = trace.parts.filter(isAdjustment);
  const conditions = trace.parts.filter(isCondition);
  const value = trace.parts.find((part) => !isCondition(part) && !isAdjustment(part));
  return { value, conditions, adjustments };
}

function isAdjustment(trace: Trace): boolean {
  return trace.step === 'mechanism' && trace.operation.partsShown === 'as adjustment';
}

const ASKING: ReadonlySet<Operator> = new Set([
  '<',
  '<=',
  '>',
  '>=',
  '=',
  '!=',
  'and',
  'or',
  'not',
]);

/** Whether a trace is a condition: answered by yes or no, or by not being known. */
export function isCondition(trace: Trace): boolean {
  if (trace.value.kind === 'yesno') return true;
  const root = trace.step === 'formula' ? trace.parts[0] : trace;
  return root?.step === 'operator' && ASKING.has(root.operation);
}

/** Whether a condition was answered by yes. */
export function isHeld({ value }: Trace): boolean {
  return value.kind === 'yesno' && value.yes;
}
