/** Space as exports have it: also tabs, no-break and ideographic spaces, a stray byte-order mark. */
const OUTER_SPACE = /^[ \t\r\n\v\f\u00a0\u3000\ufeff]+|[ \t\r\n\v\f\u00a0\u3000\ufeff]+$/g;

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
