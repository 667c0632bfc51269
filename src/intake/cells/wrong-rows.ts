import { dayAlone, writtenAgents } from '../../shop/roster.js';
import { type Problem, type Problems, problemOf } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { businessDay, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { isSummary } from '../files/total-rows.js';
import { type Row, rowReader } from './row.js';
import { placeOf } from './row-width.js';
import { eachRecord, limitProblems } from './scan.js';
import { shownCell } from './shown-cell.js';
import { checkCells, type RowKind } from './valid-row.js';

/**
 * Reports an agent cell that several agents answer to at that time; one that nobody answers to is only counted. Of a row
 * without a time there is something else to tell.
 */
function checkAgent(
  row: Row,
  time: number | undefined,
  context: Pick<MonthContext, 'roster' | 'settings'>,
): void {
  const cell = row.text('agent');
  if (cell === undefined) return;
  const { roster, settings } = context;
  const day = time === undefined ? undefined : businessDay(time, settings.dayStartsAt);
  const resolution = roster.resolve(cell, day && dayAlone(day));
  if ('problem' in resolution && resolution.problem === 'ambiguous') {
    const agents = writtenAgents(resolution.agents);
    row.report('ambiguous-agent', 'agent', { agent: shownCell(cell), agents });
  }
}

/** Reports the wrong cells of a file of which the engine has found only the number of wrong rows. */
export async function findWrongRows(
  table: Table,
  kind: RowKind,
  wrong: number,
  context: MonthContext,
): Promise<void> {
  if ((await reportWrongCells(table, kind, context)) > 0) return;
  // The two grammars of cells disagree: nothing may pass in silence.
  context.problems.report('unreadable-rows', { file: table.file }, { params: { rows: wrong } });
}

/**
 * Reports the wrong cells of a file, row by row: the first thousand in full, the rest as a number. Gives how many
 * there are.
 */
export async function reportWrongCells(
  table: Table,
  { columns, dated }: RowKind,
  context: Pick<MonthContext, 'problems' | 'roster' | 'settings'>,
): Promise<number> {
  const limited = limitProblems(context.problems, table.file);
  const read = rowReader({
    table,
    roster: context.roster,
    problems: limited,
    dayStartsAt: context.settings.dayStartsAt,
  });
  const reported = linesReported(table, context.problems);
  await eachRecord(table, context.problems, async (records) => {
    for await (const record of records) {
      if (reported.has(record.line) || record.left !== undefined) continue;
      if (record.problem !== undefined) {
        const { code, params } = record.problem;
        const place = placeOf(record, table);
        const isKnown = ({ code: other, file, line }: Problem) =>
          other === code && file === place.file && line === place.line;
        if (!context.problems.all.some(isKnown)) limited.add(problemOf(code, place, { params }));
        continue;
      }
      if (table.match.reader.kind === 'orders' && isSummary(record, table.match)) continue;
      const row = read(record);
      if (!row.isValid()) continue;
      const values = checkCells(table, columns, row);
      const time = dated.map((as) => values.get(as)).find((value) => typeof value === 'number');
      checkAgent(row, time, context);
    }
  });
  limited.reportRest();
  return limited.seen();
}

/** Lines of which it has been said that they have too many cells or too few. */
function linesReported({ file }: Table, problems: Problems): ReadonlySet<number | undefined> {
  const codes: readonly ProblemCode[] = ['short-row', 'long-row'];
  const found = problems.all.filter((each) => each.file === file && codes.includes(each.code));
  return new Set(found.map(({ line }) => line));
}
