import type { Vocabulary } from '../../catalogue/vocabulary.js';
import { type EngineCell, sqlLiteral } from '../../lib/engine.js';

/**
 * SQL that turns a raw cell with a word, given as id or title, into its id; NULL for any other text. With
 * an enum of the ids, that is the result's type.
 */
export function wordSql(column: string, words: Vocabulary<string>, enumType?: string): string {
  const word = mapCell(
    column,
    Object.entries(words).flatMap(([id, { zh, en }]) =>
      [...new Set([id, zh.toLowerCase(), en.toLowerCase()])].map((text) => [text, id] as const),
    ),
  );
  if (enumType === undefined) return word;
  return `coalesce(TRY_CAST(${column} AS ${enumType}), CAST(${word} AS ${enumType}))`;
}

/** SQL that maps a raw cell to values by its text, whatever its case; NULL for any other text. */
export function mapCell(column: string, pairs: Iterable<readonly [string, EngineCell]>): string {
  const cases = [...pairs]
    .map(([text, value]) => `WHEN ${sqlLiteral(text)} THEN ${sqlLiteral(value)}`)
    .join(' ');
  // Most cells are the word as it stands. `none` is a word of some columns: asked before `cell`.
  const readings = [column, `lower(trim(${column}))`, `lower(cell(${column}))`];
  const words = readings.map((text) => `CASE ${text} ${cases} END`).join(', ');
  return `CASE WHEN ${column} IS NOT NULL THEN coalesce(${words}) END`;
}

/** A list of texts for IN. */
export function textList(texts: readonly string[]): string {
  return `(${texts.map(sqlLiteral).join(', ')})`;
}

/** SQL that is true when a text matches one of the patterns (RE2). */
export function anyPattern(expression: string, patterns: readonly string[]): string {
  if (patterns.length === 0) return 'false';
  return `(${patterns.map((each) => `regexp_matches(${expression}, ${sqlLiteral(each)})`).join(' OR ')})`;
}
