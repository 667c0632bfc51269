import type { Findings } from '../facts/month-context.js';
import { contentOf, type Table } from '../files/table.js';
import type { CollectedMessages } from './collect-messages.js';
import type { LoadedChats } from './load-chats.js';
import { ROW, type StoredPart } from './message-store.js';
import { rowsByDay } from './rows-by-day.js';

/** Fewer rows than these may be all alike in two files by chance. */
const TELLING_ROWS = 20;

/** A chat file and which piece of the messages it is. */
type Piece = LoadedChats & { readonly table: Table };

/**
 * Chats have no ids, so that a file whose rows stand in another file too counts them twice, be it in other
 * bytes. Tells how many rows two files share; a file that is wholly in another one is an error. What tells a message is
 * who wrote to whom, when, and in how many characters.
 */
export function reportRepeatedChats(
  loaded: ReadonlyMap<Table, LoadedChats>,
  messages: CollectedMessages,
  { problems }: Pick<Findings, 'problems'>,
): void {
  const pieces = piecesOf(loaded);
  if (pieces.length < 2) return;
  const { ofPiece, shared } = messagesShared(pieces, messages);
  for (const [two, { table, piece }] of pieces.entries()) {
    for (const one of pieces.slice(0, two)) {
      const rows = shared.get(one.piece)?.get(piece);
      if (rows === undefined) continue;
      const isTelling = rows >= TELLING_ROWS;
      const report = (code: 'chats-contained' | 'chats-repeated', file: Table, other: Table) =>
        problems.report(code, { file: file.file }, { params: { rows, other: other.file } });
      if (isTelling && rows === ofPiece.get(piece)) report('chats-contained', table, one.table);
      else if (isTelling && rows === ofPiece.get(one.piece)) {
        report('chats-contained', one.table, table);
      } else report('chats-repeated', table, one.table);
    }
  }
}

/** The files that may share rows: of the same time as another one, and not the same file (that is told already). */
function piecesOf(loaded: ReadonlyMap<Table, LoadedChats>): readonly Piece[] {
  const pieces = [...loaded].map(([table, chats]) => ({ ...chats, table }));
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
  const [a, b] = [contentOf(one), contentOf(two)];
  return a.sha256 === b.sha256 && a.file !== b.file;
}

/** How many messages each of some pieces has, and how many two of them share. */
interface SharedMessages {
  readonly ofPiece: Map<number, number>;
  /** By the number of the earlier piece, then of the later one. */
  readonly shared: Map<number, Map<number, number>>;
}

function messagesShared(
  pieces: readonly Piece[],
  { store, chatDays }: CollectedMessages,
): SharedMessages {
  const counts: SharedMessages = {
    ofPiece: new Map(pieces.map(({ piece }) => [piece, 0])),
    shared: new Map(pieces.map(({ piece }) => [piece, new Map()])),
  };
  for (const part of store.parts()) {
    const { order, begins } = rowsByDay(part, chatDays.count(), (chatDay) => chatDay);
    for (let day = 0; day < chatDays.count(); day += 1) {
      countDay(order.subarray(begins[day], begins[day + 1]), part, counts);
    }
  }
  return counts;
}

/** Counts the messages of a chat day: those that are alike, by the pieces that they are in. */
function countDay(
  places: Int32Array,
  { rows, pieces }: StoredPart,
  { ofPiece, shared }: SharedMessages,
): void {
  const alike = new Map<number, Map<number, number>>();
  let piece = 0;
  for (const place of places) {
    while ((pieces[piece + 1] ?? Number.POSITIVE_INFINITY) <= place) piece += 1;
    const known = ofPiece.get(piece);
    if (known === undefined) continue;
    ofPiece.set(piece, known + 1);
    const key = (rows[place * ROW + 1] ?? 0) * MOST_CHARS + (rows[place * ROW + 2] ?? 0);
    const inPieces = alike.get(key) ?? new Map<number, number>();
    alike.set(key, inPieces.set(piece, (inPieces.get(piece) ?? 0) + 1));
  }
  for (const inPieces of alike.values()) if (inPieces.size > 1) addShared(inPieces, shared);
}

/** Adds messages that are alike, so many in each piece. */
function addShared(inPieces: ReadonlyMap<number, number>, shared: SharedMessages['shared']): void {
  for (const [one, rowsOfOne] of inPieces) {
    const pairs = shared.get(one);
    for (const [two, rowsOfTwo] of inPieces) {
      if (two <= one || pairs === undefined) continue;
      pairs.set(two, (pairs.get(two) ?? 0) + Math.min(rowsOfOne, rowsOfTwo));
    }
  }
}

/** No message has so many characters: a row would be too long. */
const MOST_CHARS = 2 ** 24;
