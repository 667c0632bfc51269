import type { Vocabulary } from '../catalogue/vocabulary.js';
import { type Cell, literal } from '../lib/engine.js';

/** SQL that turns a word, given as id or title, into its id; NULL for any other text. */
export function wordCase(expression: string, words: Vocabulary<string>): string {
  const pairs = Object.entries(words).flatMap(([id, { zh, en }]) =>
    [...new Set([id, zh.toLowerCase(), en.toLowerCase()])].map((text) => [text, id] as const),
  );
  return mapCase(expression, pairs);
}

/** SQL that maps texts, compared without case, to values; NULL for any other text. */
export function mapCase(expression: string, pairs: Iterable<readonly [string, Cell]>): string {
  const cases = [...pairs].map(([text, value]) => `WHEN ${literal(text)} THEN ${literal(value)}`);
  return `CASE lower(${expression}) ${cases.join(' ')} END`;
}

/** A list of texts for IN. */
export function textList(texts: readonly string[]): string {
  return `(${texts.map(literal).join(', ')})`;
}

/** SQL that is true when a text matches one of the patterns (RE2). */
export function anyPattern(expression: string, patterns: readonly string[]): string {
  if (patterns.length === 0) return 'false';
  return `(${patterns.map((each) => `regexp_matches(${expression}, ${literal(each)})`).join(' OR ')})`;
}
