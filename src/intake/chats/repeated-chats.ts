import type { Findings } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import type { LoadedChats } from './load-chats.js';

/** A chat file and where its rows stand: up to those of the next file. */
type Piece = LoadedChats & { readonly table: Table; readonly end: number | undefined };

/** What tells a message; the text itself is not kept. */
const MESSAGE = 'time, agent, buyer, sender, chars';

/** Fewer rows than these may be all alike in two files by chance. */
const TELLING_ROWS = 20;

/**
 * Chats have no ids, so that a file whose rows stand in another file too counts them twice, be it in other
 * bytes. Tells how many rows two files share; a file that is wholly in another one is an error.
 */
export async function reportRepeatedChats(
  loaded: ReadonlyMap<Table, LoadedChats>,
  findings: Findings,
): Promise<void> {
  const pieces = piecesOf(loaded);
  if (pieces.length < 2) return;
  const { engine, problems } = findings;
  const filed = `
    SELECT ${pieceOfRow(pieces)} AS piece, time, agent, buyer, sender, coalesce(chars, -1) AS chars
    FROM chats
    WHERE sender IN ('buyer', 'agent')`;
  await engine.run(`
    CREATE TEMP TABLE shared_chats AS
    SELECT ${MESSAGE} FROM (${filed}) WHERE piece IS NOT NULL
    GROUP BY ALL HAVING min(piece) <> max(piece)`);
  const pairs = await engine.query(`
    WITH counted AS (
      SELECT piece, ${MESSAGE}, count(*) AS rows
      FROM (${filed}) SEMI JOIN shared_chats USING (${MESSAGE})
      WHERE piece IS NOT NULL
      GROUP BY ALL
    ),
    totals AS (SELECT piece, count(*) AS rows FROM (${filed}) GROUP BY piece)
    SELECT
      one.piece AS one,
      two.piece AS two,
      sum(least(one.rows, two.rows)) AS rows,
      (SELECT rows FROM totals WHERE piece = one.piece) AS rows_of_one,
      (SELECT rows FROM totals WHERE piece = two.piece) AS rows_of_two
    FROM counted AS one
    JOIN counted AS two USING (${MESSAGE})
    WHERE one.piece < two.piece
    GROUP BY one.piece, two.piece
    ORDER BY two, one`);
  await engine.run('DROP TABLE shared_chats');
  for (const pair of pairs) {
    const one = pieces[Number(pair.one)]?.table.file;
    const two = pieces[Number(pair.two)]?.table.file;
    if (one === undefined || two === undefined) continue;
    const rows = Number(pair.rows);
    const isTelling = rows >= TELLING_ROWS;
    if (isTelling && rows === Number(pair.rows_of_two)) {
      problems.report('chats-contained', { file: two }, { params: { rows, other: one } });
    } else if (isTelling && rows === Number(pair.rows_of_one)) {
      problems.report('chats-contained', { file: one }, { params: { rows, other: two } });
    } else {
      problems.report('chats-repeated', { file: two }, { params: { rows, other: one } });
    }
  }
}

/** The files that may share rows: of the same time as another one, and not the same file (that is told already). */
function piecesOf(loaded: ReadonlyMap<Table, LoadedChats>): readonly Piece[] {
  const list = [...loaded].sort(([, one], [, two]) => one.start - two.start);
  const pieces = list.map(([table, chats], at) => ({
    ...chats,
    table,
    end: list[at + 1]?.[1].start,
  }));
  const different = pieces.filter(
    ({ table }, at) => !pieces.slice(0, at).some((other) => isSameFile(table, other.table)),
  );
  return different.filter((piece) =>
    different.some(
      (other) => other !== piece && piece.first <= other.last && other.first <= piece.last,
    ),
  );
}

function isSameFile(one: Table, two: Table): boolean {
  const [a, b] = [one, two].map(({ input, sha256, entry }) => entry ?? { file: input, sha256 });
  return a?.sha256 === b?.sha256 && a?.file !== b?.file;
}

function pieceOfRow(pieces: readonly Piece[]): string {
  const cases = pieces.map(({ start, end }, at) => {
    const before = end === undefined ? '' : ` AND rowid < ${end}`;
    return `WHEN rowid >= ${start}${before} THEN ${at}`;
  });
  return `CASE ${cases.join(' ')} END`;
}
