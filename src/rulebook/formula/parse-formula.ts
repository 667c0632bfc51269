import { SyntaxError as GrammarError, parse } from './grammar.js';
import { type Expression, isPlainName, partsOf } from './syntax.js';

/** A formula, or what is wrong with its text and at which character. */
export type ParsedFormula =
  | { readonly ok: true; readonly expression: Expression }
  | {
      readonly ok: false;
      readonly reason: 'syntax' | 'unclosed' | 'unfinished' | 'too-long' | 'too-deep' | 'empty';
      readonly offset: number;
      /** The character that could not stand there; undefined at the end of the text. */
      readonly found: string | undefined;
    };

/**
 * Longest formula, in characters, and deepest nesting, each operator of a chain such as a + b + c being
 * one level: people's formulas are far smaller.
 */
const MAX_FORMULA_LENGTH = 2000;
const MAX_FORMULA_DEPTH = 100;

/** Reads a formula. Hostile texts (too long, too deeply nested) are refused before they are parsed. */
export function parseFormula(text: string): ParsedFormula {
  if (text.trim() === '') return { ok: false, reason: 'empty', offset: 0, found: undefined };
  if (text.length > MAX_FORMULA_LENGTH) return tooMuch('too-long', MAX_FORMULA_LENGTH);
  const simple = parseSimple(text);
  if (simple !== undefined) return { ok: true, expression: simple };
  const deep = offsetBeyondDepth(text);
  if (deep !== undefined) return tooMuch('too-deep', deep);
  try {
    const expression = parse(text);
    const beyond = nodeBeyondDepth(expression, 1);
    return beyond === undefined ? { ok: true, expression } : tooMuch('too-deep', beyond.start);
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    return wrongAt(text, error.location.start.offset, error.found ?? undefined);
  }
}

/** What is wrong where the parser stopped: at the end of the text something is still to come. */
function wrongAt(text: string, offset: number, found: string | undefined): ParsedFormula {
  if (found !== undefined) return { ok: false, reason: 'syntax', offset, found };
  const open = unclosed(text);
  return open === undefined
    ? { ok: false, reason: 'unfinished', offset, found }
    : { ok: false, reason: 'unclosed', offset: open, found };
}

/** Where the innermost parenthesis opens that is never closed; those within quotes are words. */
function unclosed(text: string): number | undefined {
  const open: number[] = [];
  const plain = text.replaceAll(/"[^"]*"|「[^」]*」/g, (quoted) => ' '.repeat(quoted.length));
  for (const [offset, character] of [...plain].entries()) {
    if ('(（'.includes(character)) open.push(offset);
    if (')）'.includes(character)) open.pop();
  }
  return open.at(-1);
}

const NUMBER = /^[0-9]+(?:\.[0-9]+)?%?$/;

/**
 * A number or a name and nothing else, which most formulas are: the same as the grammar makes of it, in a
 * small part of the time. Undefined for anything else.
 */
function parseSimple(text: string): Expression | undefined {
  const span = { start: 0, end: text.length };
  if (NUMBER.test(text)) return { kind: 'number', text, ...span };
  return isPlainName(text) ? { kind: 'name', text, ...span } : undefined;
}

function tooMuch(reason: 'too-long' | 'too-deep', offset: number): ParsedFormula {
  return { ok: false, reason, offset, found: undefined };
}

const PREFIX_RUN = /(?:(?:[-−－]|not(?![A-Za-z0-9_])|非)\s*){60,}/;

/** Parentheses and signs that the parser itself could not go down into. */
const MAX_PARENTHESES = 60;

/** Where the nesting of parentheses, or a run of prefix operators, goes beyond what is allowed. */
function offsetBeyondDepth(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset] ?? '';
    if ('(（'.includes(character)) depth++;
    if (')）'.includes(character)) depth--;
    if (depth > MAX_PARENTHESES) return offset;
  }
  return PREFIX_RUN.exec(text)?.index;
}

/** The first part that stands deeper than allowed. */
function nodeBeyondDepth(expression: Expression, depth: number): Expression | undefined {
  if (depth > MAX_FORMULA_DEPTH) return expression;
  for (const part of partsOf(expression)) {
    const beyond = nodeBeyondDepth(part, depth + 1);
    if (beyond !== undefined) return beyond;
  }
  return undefined;
}
