import { SyntaxError as GrammarError, parse } from './grammar.js';
import type { Expression } from './syntax.js';

/** A formula, or what is wrong with its text and at which character. */
export type ParsedFormula =
  | { readonly ok: true; readonly expression: Expression }
  | {
      readonly ok: false;
      readonly reason: 'syntax' | 'too-long' | 'too-deep' | 'empty';
      readonly offset: number;
      /** The character that could not stand there; undefined at the end of the text. */
      readonly found: string | undefined;
    };

/** Longest formula, in characters, and deepest nesting: people's formulas are far smaller. */
export const MAX_FORMULA_LENGTH = 2000;
export const MAX_FORMULA_DEPTH = 60;

/** Reads a formula. Hostile texts (too long, too deeply nested) are refused before they are parsed. */
export function parseFormula(text: string): ParsedFormula {
  if (text.trim() === '') return { ok: false, reason: 'empty', offset: 0, found: undefined };
  if (text.length > MAX_FORMULA_LENGTH) {
    return { ok: false, reason: 'too-long', offset: MAX_FORMULA_LENGTH, found: undefined };
  }
  const deep = offsetBeyondDepth(text);
  if (deep !== undefined) return { ok: false, reason: 'too-deep', offset: deep, found: undefined };
  try {
    return { ok: true, expression: parse(text) };
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    const offset = error.location.start.offset;
    return { ok: false, reason: 'syntax', offset, found: error.found ?? undefined };
  }
}

const PREFIX_RUN = /(?:[-−－]|not\b|非|\s){200,}/;

/** Where the nesting of parentheses, or a run of prefix operators, goes beyond what is allowed. */
function offsetBeyondDepth(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset] ?? '';
    if ('(（'.includes(character)) depth++;
    if (')）'.includes(character)) depth--;
    if (depth > MAX_FORMULA_DEPTH) return offset;
  }
  return PREFIX_RUN.exec(text)?.index;
}
