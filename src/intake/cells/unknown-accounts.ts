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
  { table, these, account, isUnknown }: LoadedRows,
  roster: Roster,
  findings: Findings,
): Promise<void> {
  const accounts = await findings.engine.query(`
    SELECT ${account} AS account, count(*) AS rows
    FROM ${table}
    WHERE ${these} AND ${isUnknown}
    GROUP BY ALL
    ORDER BY count(*) DESC, account`);
  const found = accounts.map((row) => ({
    account: row.account === null ? undefined : String(row.account),
    rows: Number(row.rows),
  }));
  reportAccounts(file, found, roster, findings);
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
