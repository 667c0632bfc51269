import { COLUMNS, type Column, LAYOUTS } from '../../catalogue/columns.js';
import type { Part } from '../files/opening.js';
import type { Reader } from '../files/reader.js';
import { headersOf } from './inspect-columns.js';
import type { Mapping } from './inspected-file.js';

/** What kpi.yaml would have to say of a file that lacks columns; undefined when its kind is not clear. */
export function mappingOf(
  name: string,
  part: Part,
  named: Reader['kind'] | undefined,
): Mapping | undefined {
  const { found } = part;
  const [first] = found;
  const kinds = new Set(found.map(({ match }) => match.reader.kind));
  const kind = named ?? (kinds.size === 1 ? first?.match.reader.kind : undefined);
  if (kind === undefined || kind === 'agents') return undefined;
  const [layout = 'chats'] = LAYOUTS[kind];
  const columns = first?.match.reader.columns ?? COLUMNS[layout];
  const taken = new Set(first?.match.positions.values());
  const headers = first?.match.header.written ?? headersOf(part);
  const free = headers.filter((header, at) => header !== '' && !taken.has(at));
  const missing = columns.filter(
    ({ id, required }) => required && first?.match.positions.has(id) !== true,
  );
  if (missing.length === 0 || free.length === 0) return undefined;
  return {
    kind,
    files: name,
    columns: missing.map((column) => ({ column, likely: likeliest(column, free) })),
    free,
  };
}

/** The header that has most in common with a column's names; undefined when none has anything. */
function likeliest({ id, zh, aliases = [] }: Column, headers: readonly string[]) {
  const score = (header: string) =>
    Math.max(...[id, zh, ...aliases].map((name) => piecesIn(name, header.toLowerCase())));
  const best = Math.max(...headers.map(score));
  return best === 0 ? undefined : headers.find((header) => score(header) === best);
}

/** Two Chinese characters are a word; of letters it takes more. */
const CHARACTERS = 2;
const LETTERS = 4;

/** How many pieces of a name another one has. */
function piecesIn(name: string, other: string): number {
  const length = /^\w+$/.test(name) ? LETTERS : CHARACTERS;
  const starts = Array.from({ length: Math.max(name.length - length + 1, 0) }, (_, at) => at);
  return starts.filter((at) => other.includes(name.slice(at, at + length))).length;
}
