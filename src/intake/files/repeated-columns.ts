import { columnLetters } from '../../lib/column-letters.js';
import type { Place } from '../../lib/place.js';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import type { Header } from './reader.js';

/** Says which columns of a file are the same one, and that the last of them counts. */
export function reportRepeatedColumn(
  { written }: Header,
  places: readonly number[],
  place: Place,
  problems: Problems,
): void {
  const columns = places.map((at) => {
    const params = { number: at + 1, letters: columnLetters(at + 1), header: written[at] ?? '' };
    return title('column-of-file', params);
  });
  const column = written[places.at(-1) ?? 0] ?? '';
  const params = { columns: listedTitles('names', columns) };
  problems.report('repeated-column', { ...place, column }, { params });
}
