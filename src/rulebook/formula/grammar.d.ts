import type { Expression } from './syntax.js';

/** The parser that the build makes from grammar.peggy. Throws a `GrammarError` at what it cannot read. */
export function parse(text: string): Expression;

declare class GrammarError extends Error {
  readonly location: { readonly start: { readonly offset: number } };
  readonly found: string | null;
}

export { GrammarError as SyntaxError };
