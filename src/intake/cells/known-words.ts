import { nearNames, wrongName } from '../../words/known-names.js';
import type { KnownWords } from '../facts/month-context.js';
import type { Row } from './row.js';
import { shownCell } from './shown-cell.js';

/**
 * The id of a word that a rulebook knows by id or title. Undefined, with the problem and the likeliest
 * word reported, when none knows it. Where nothing is known of rulebooks, the word stands as written.
 */
export function knownWord(
  row: Row,
  column: 'event' | 'item',
  known: KnownWords | undefined,
  mayBeKnown: (word: string) => boolean = () => false,
): string | undefined {
  const written = row.text(column, 'required');
  if (written === undefined || known === undefined) return written;
  const key = wordKey(written);
  const found = known.find(({ id, titles }) =>
    [id, ...titles].some((each) => wordKey(each) === key),
  );
  if (found !== undefined) return found.id;
  if (mayBeKnown(written)) return written;
  const named = known.map(({ id, titles: [zh = id, en = id] }) => ({ id, title: { zh, en } }));
  const { code, params } = wrongName(column, nearNames(written, named));
  const word = shownCell(written);
  row.report(code, column, { event: word, item: word, ...params });
  return undefined;
}

/** Words are the same whatever their width, case and outer space. */
function wordKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
