import type { InputKind } from '../../catalogue/inputs.js';
import { addToGroup, type Groups } from '../../lib/group.js';
import { openTables } from '../files/open-table.js';
import type { OpeningOptions } from '../files/opening.js';
import type { Table } from '../files/table.js';
import { HEADLESS, READERS } from '../readers/index.js';
import { reportBesideMonths } from './beside-months.js';
import { type FileStates, statesOf } from './changed-meanwhile.js';
import { type Candidate, listMonth } from './month-folder.js';
import type { MonthRequest } from './month-request.js';

/** What the files of a month are opened with. */
type OpenRequest = Pick<
  MonthRequest,
  'shop' | 'month' | 'engine' | 'problems' | 'watch' | 'unpackInto'
> &
  Pick<OpeningOptions, 'roster' | 'settings'>;

/** The files of a month, and what was recognised in them, by kind, in order of name. */
interface OpenedMonth {
  readonly candidates: readonly Candidate[];
  /** How they stood before anything of them was read. */
  readonly states: FileStates;
  readonly tables: ReadonlyMap<InputKind, readonly Table[]>;
  /** Those that lack a column. */
  readonly incomplete: readonly Table[];
}

export async function openMonth(context: OpenRequest): Promise<OpenedMonth | undefined> {
  const candidates = await listMonth(context.shop, context.month, context.problems);
  if (candidates === undefined) return undefined;
  const states = await statesOf(candidates);
  const tables: Groups<InputKind, Table> = new Map();
  const incomplete: Table[] = [];
  const options = { ...context, headless: HEADLESS };
  await reportBesideMonths(options);
  for (const candidate of candidates) {
    const opened = await openTables(candidate, READERS, context.problems, options);
    incomplete.push(...opened.incomplete);
    for (const table of opened.tables) {
      const { kind } = table.match.reader;
      if (kind !== 'agents') addToGroup(tables, kind, table);
    }
  }
  return { candidates, states, tables, incomplete };
}
