/**
 * Space as exports have it, for a class of characters: also tabs, no-break and ideographic spaces, a stray
 * byte-order mark.
 */
export const SPACE = '\\t\\n\\v\\f\\r \u00a0\u3000\ufeff';

const OUTER_SPACE = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');

function trim(text: string): string {
  return text.replace(OUTER_SPACE, '');
}

/** A cell without what spreadsheets wrap around it: outer space, `="…"`, a leading `'`. */
export function unwrap(cell: string): string {
  const bare = trim(cell);
  if (bare.length >= 3 && bare.startsWith('="') && bare.endsWith('"')) {
    return trim(bare.slice(2, -1));
  }
  return bare.startsWith("'") ? trim(bare.slice(1)) : bare;
}
