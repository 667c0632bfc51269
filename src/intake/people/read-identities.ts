import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../../lib/place.js';
import { createRoster } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { collectProblems, type Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import { isDamagedId } from '../cells/cells.js';
import { readRecords } from '../cells/read-rows.js';
import { type Row, rowReader } from '../cells/row.js';
import { looksCut } from '../cells/spreadsheet-ids.js';
import type { CsvRecord } from '../files/csv-records.js';
import { openTables } from '../files/open-table.js';
import type { Table } from '../files/table.js';
import { CANONICAL_PEOPLE } from '../readers/canonical.js';
import { isAccountNumber, isCardNumber } from './identity-number.js';
import { withoutContents } from './without-contents.js';

/** Identities and accounts, under the names that the file may have. */
export const IDENTITY_FILES = [
  'people.csv',
  'people.tsv',
  'people.txt',
  'people.xlsx',
  'people.xls',
];

/** Who an agent is to the tax bureau and to the bank. */
export interface Identity {
  readonly idType: string | undefined;
  readonly idNumber: string | undefined;
  readonly bank: string | undefined;
  readonly account: string | undefined;
  readonly place: Place;
}

/**
 * Reads people.csv of a shop folder: the identities of these agents, by id. What is wrong is told by line and
 * column, and nothing of what stands there. Undefined when the file is not there or cannot be read.
 */
export async function readIdentities(
  folder: string,
  agents: readonly Agent[],
  problems: Problems,
): Promise<ReadonlyMap<string, Identity> | undefined> {
  const own = collectProblems();
  const identities = await identitiesIn(folder, agents, own);
  problems.addAll(own.all.map(withoutContents));
  return identities;
}

async function identitiesIn(
  folder: string,
  agents: readonly Agent[],
  problems: Problems,
): Promise<ReadonlyMap<string, Identity> | undefined> {
  const file = await findFile(folder);
  if (file === undefined) {
    const [wanted = ''] = IDENTITY_FILES;
    problems.report('missing-file', { file: wanted }, { params: { file: wanted } });
    return undefined;
  }
  const input = { file, path: join(folder, file), kind: 'agents', source: undefined } as const;
  const { tables } = await openTables(input, [CANONICAL_PEOPLE], problems);
  const [table] = tables;
  const records = table && (await readRecords(table, problems));
  if (table === undefined || records === undefined) return undefined;
  return identitiesOf(table, records, agents, problems);
}

async function findFile(folder: string): Promise<string | undefined> {
  for (const file of IDENTITY_FILES) {
    const found = await lstat(join(folder, file)).catch(() => undefined);
    if (found !== undefined) return file;
  }
  return undefined;
}

function identitiesOf(
  table: Table,
  records: readonly CsvRecord[],
  agents: readonly Agent[],
  problems: Problems,
): ReadonlyMap<string, Identity> {
  const roster = createRoster(agents);
  const read = rowReader({ table, roster, problems, dayStartsAt: 0 });
  const identities = new Map<string, Identity>();
  const linesOfNumbers = new Map<string, number>();
  for (const record of records) {
    const row = read(record);
    const name = row.isValid() ? row.text('agent', 'required') : undefined;
    if (name === undefined) continue;
    const identity = identityOf(row, record, table);
    reportShared(identity, row, linesOfNumbers);
    const found = roster.resolve(name, undefined);
    if (!('agent' in found)) {
      // Who has left may stay in the file; whom it was to be is told as lacking.
      row.report('identity-of-nobody', 'agent');
      continue;
    }
    const twin = identities.get(found.agent.id);
    if (twin === undefined) identities.set(found.agent.id, identity);
    else
      row.report('identity-twice', 'agent', { agent: found.agent.id, line: twin.place.line ?? 0 });
  }
  return identities;
}

function identityOf(row: Row, record: CsvRecord, table: Table): Identity {
  const idType = row.text('id_type');
  const isCard = idType === '身份证' || idType === RESIDENT_CARD;
  const idNumber = numberIn(row, 'id_number', record, table);
  if (idNumber !== undefined && isCard && !isCardNumber(idNumber)) {
    row.report('bad-private-number', 'id_number', { what: title('identity.card') });
  }
  const account = numberIn(row, 'account', record, table);
  if (account !== undefined && !isAccountNumber(account)) {
    row.report('bad-private-number', 'account', { what: title('identity.account') });
  }
  return {
    idType: isCard ? RESIDENT_CARD : idType,
    idNumber,
    bank: row.text('bank'),
    account,
    place: { file: table.file, line: row.line },
  };
}

/** What the tax bureau calls the card that most have. */
const RESIDENT_CARD = '居民身份证';

/** A spreadsheet keeps so many digits of what it takes for a number. */
const KEPT_DIGITS = 15;

/** A number without its spaces; undefined, with the problem reported, of one that a spreadsheet has damaged. */
function numberIn(row: Row, column: string, record: CsvRecord, table: Table): string | undefined {
  const number = row.text(column)?.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (number === undefined) return undefined;
  const isNumber = record.longNumbers?.includes(table.match.positions.get(column) ?? -1) === true;
  if (isDamagedId(number) || (isNumber && number.length > KEPT_DIGITS)) {
    row.report('damaged-private-number', column);
    return undefined;
  }
  if (looksCut(number)) row.report('cut-private-number', column);
  return number;
}

/** One number of two people is the one's or the other's; an account may be shared. */
function reportShared({ idNumber }: Identity, row: Row, linesOfNumbers: Map<string, number>): void {
  if (idNumber === undefined) return;
  const line = linesOfNumbers.get(idNumber);
  if (line === undefined) linesOfNumbers.set(idNumber, row.line);
  else row.report('shared-private-number', 'id_number', { line });
}
