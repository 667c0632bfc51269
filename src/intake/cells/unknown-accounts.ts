import type { Place } from '../../lib/place.js';
import {
  isNobodys,
  likelyOwner,
  type Roster,
  writtenAgents,
  writtenHolders,
} from '../../shop/roster.js';
import { count, type Findings } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import type { LoadedRows } from './loaded-rows.js';
import { shownCell } from './shown-cell.js';

/** Warns of the accounts that nobody has in rows that have been loaded, and counts these. */
export async function reportUnknownAccounts(
  file: Table,
  { table, these, account, isUnknown, isOfBuyer = 'false' }: LoadedRows,
  roster: Roster,
  findings: Findings,
): Promise<void> {
  const accounts = await findings.engine.query(`
    SELECT ${account} AS account, count(*) AS rows, coalesce(bool_or(${isOfBuyer}), false) AS of_buyer
    FROM ${table}
    WHERE ${these} AND ${isUnknown}
    GROUP BY ${account}
    ORDER BY count(*) DESC, account`);
  const found = accounts.map((row) => ({
    account: row.account === null ? undefined : String(row.account),
    rows: Number(row.rows),
    isBuyer: row.of_buyer === true,
  }));
  const ofBuyers = found.filter(({ isBuyer }) => isBuyer);
  const rows = ofBuyers.reduce((sum, each) => sum + each.rows, 0);
  reportBuyers(file, rows, findings);
  reportAccounts(
    file,
    found.filter(({ isBuyer }) => !isBuyer),
    roster,
    findings,
  );
}

/** Warns of rows that have a buyer in the place of an agent; who it is nobody is told. */
export function reportBuyers(table: Table, rows: number, findings: Findings): void {
  if (rows === 0) return;
  count(findings, `${table.match.reader.kind}.unknown-agent`, rows);
  const place = { file: table.file, column: headerName(table, 'agent') };
  findings.problems.report('rows-without-agent', place, { params: { rows } });
}

/** Rows of an account; undefined for those that name none. */
interface AccountRows {
  readonly account: string | undefined;
  readonly rows: number;
}

/** Warns of accounts that no agent has, and counts their rows. */
export function reportAccounts(
  table: Table,
  accounts: readonly AccountRows[],
  roster: Roster,
  findings: Findings,
): void {
  const place = { file: table.file, column: headerName(table, 'agent') };
  for (const { account, rows } of accounts) {
    count(findings, `${table.match.reader.kind}.unknown-agent`, rows);
    if (account === undefined) {
      findings.problems.report('rows-without-agent', place, { params: { rows } });
    } else {
      const cell = shownCell(account);
      const params = { account: cell, rows };
      const match = roster.find(account);
      if ('holdings' in match) {
        const holders = writtenHolders(match.holdings);
        findings.problems.report('unknown-account-then', place, {
          cell,
          params: { ...params, holders },
        });
      } else if (isNobodys(account, roster)) {
        reportUnknown(account, params, place, roster, findings);
      }
    }
  }
}

function reportUnknown(
  account: string,
  params: { readonly account: string; readonly rows: number },
  place: Place,
  roster: Roster,
  { problems }: Findings,
): void {
  const cell = params.account;
  const meant = likelyOwner(account, roster);
  if (meant === undefined) problems.report('unknown-account', place, { cell, params });
  else {
    const { name, agent } = meant;
    const likely = { meant: name, agent: writtenAgents([agent]) };
    problems.report('misspelt-account', place, { cell, params: { ...params, ...likely } });
  }
}
