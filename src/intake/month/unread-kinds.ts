import type { InputKind } from '../../catalogue/inputs.js';
import { errorsOf, type Problem } from '../../words/problem.js';
import { type MonthContext, rowKey } from '../facts/month-context.js';
import type { Unread } from '../facts/unread.js';
import { kindByName } from '../files/kind-by-name.js';
import type { Table } from '../files/table.js';
import type { Candidate } from './month-folder.js';

/** Chats, orders and the list of items say together who has sold what. */
const JOINED: readonly InputKind[] = ['chats', 'orders', 'products'];

/**
 * Which kinds of input the errors of a month's files leave unknown, and for whom: a row that names its agent
 * says nothing of anybody else.
 */
export function unreadKinds(
  problems: readonly Problem[],
  candidates: readonly Candidate[],
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  { invalidRows, unattributed }: Pick<MonthContext, 'invalidRows' | 'unattributed'>,
): Unread {
  const unread = new Map<InputKind, Set<number> | 'anybody'>();
  for (const kind of unattributed) unread.set(kind, 'anybody');
  for (const { file = '', line } of errorsOf(problems)) {
    const agent = invalidRows.get(rowKey(file, line));
    for (const kind of kindsOf(file, candidates, tables)) {
      const whose = unread.get(kind) ?? new Set<number>();
      if (agent === undefined || whose === 'anybody') unread.set(kind, 'anybody');
      else unread.set(kind, whose.add(agent));
    }
  }
  if (JOINED.some((kind) => unread.has(kind))) {
    for (const kind of JOINED) unread.set(kind, 'anybody');
  }
  return unread;
}

/** The kinds that a file holds, as problems name it: with the sheet or the entry in it. */
function kindsOf(
  file: string,
  candidates: readonly Candidate[],
  tables: ReadonlyMap<InputKind, readonly Table[]>,
): readonly InputKind[] {
  const kindsWhere = (holds: (table: Table) => boolean) =>
    [...tables].filter(([, list]) => list.some(holds)).map(([kind]) => kind);
  const own = kindsWhere((table) => table.file === file);
  if (own.length > 0) return own;
  const entry = kindByName(file.slice(file.lastIndexOf('/') + 1));
  const candidate = candidates.find((each) => isWithin(file, each.file));
  const others = kindsWhere(({ input }) => input === candidate?.file);
  return [...others, candidate?.kind, entry].filter((kind) => kind !== undefined);
}

function isWithin(file: string, whole: string): boolean {
  return file === whole || file.startsWith(`${whole}/`) || file.startsWith(`${whole}#`);
}
