import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Engine } from '../../lib/engine.js';
import { type Day, type Month, monthOfDay, parseMonth } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import { collectProblems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { parseDate } from '../cells/cells.js';
import { type RecordCells, recordCells } from '../cells/record-cells.js';
import { eachRecord } from '../cells/scan.js';
import { withEngine } from '../facts/month-engine.js';
import { periodWithYears } from '../files/export-period.js';
import { isHidden, isLeftBehind } from '../files/left-behind.js';
import { lookInto } from '../files/open-table.js';
import type { Part } from '../files/opening.js';
import type { Reader } from '../files/reader.js';
import { sourceOf, type Table } from '../files/table.js';
import { isSummary } from '../files/total-rows.js';
import { mappingOf } from '../month/inspect-mapping.js';
import type { Mapping } from '../month/inspected-file.js';
import { HEADLESS, READERS } from '../readers/index.js';
import { type AttributionRule, ruleIn } from '../reports/report-period.js';
import { type PeopleSeen, peopleSeen } from './people-seen.js';

/** A file of a folder of exports. */
export interface ExportedFile {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly path: string;
  /** What it is read as; none when nobody knows it. */
  readonly readers: readonly Reader[];
  /** The month of most of its rows, else that which its name or its titles say. */
  readonly month: Month | undefined;
  /** By what rule a report says that it has credited orders. */
  readonly rule: AttributionRule | undefined;
  /** What kpi.yaml would have to say of a file whose columns have other names. */
  readonly mapping: Mapping | undefined;
}

/** What a folder of exports holds. */
interface Exports {
  readonly files: readonly ExportedFile[];
  readonly people: PeopleSeen;
}

/** Looks into every file of a folder and below it, as `kpi inspect` does, and at whom their rows name. */
export async function lookAtExports(folder: string): Promise<Exports> {
  const people = peopleSeen();
  const files = await withEngine(async (engine, unpackInto) => {
    const found: ExportedFile[] = [];
    for (const file of await filesBelow(folder)) {
      found.push(await lookAtFile(folder, file, people, { engine, unpackInto }));
    }
    return found;
  });
  return { files, people };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (
    entries
      // A link is followed; what is no file, such as a pipe, is told as one that nobody knows.
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((file) => !isLeftBehind(file) && !isHidden(file))
      .sort(byCodePoints)
  );
}

interface Opened {
  readonly engine: Engine;
  readonly unpackInto: () => Promise<string>;
}

async function lookAtFile(
  folder: string,
  file: string,
  people: PeopleSeen,
  options: Opened,
): Promise<ExportedFile> {
  const path = join(folder, file);
  const problems = collectProblems();
  const input = { file, path, kind: undefined, source: undefined };
  const opening = await lookInto(input, READERS, problems, {
    ...options,
    headless: HEADLESS,
  }).catch((error: unknown) => reportUnreadable(error, file, problems));
  const parts = opening?.parts ?? [];
  const tables = parts.flatMap(({ table }) => table ?? []);
  const months = new Map<Month, number>();
  for (const table of tables) await lookAtRows(table, people, months);
  const texts = [basename(file), ...tables.flatMap((table) => sourceOf(table).above)];
  const [most] = [...months].sort(([, a], [, b]) => b - a);
  const [unknown] = parts.filter(isUnknown);
  return {
    file,
    path,
    readers: [...new Set(tables.map(({ match }) => match.reader))],
    month: most?.[0] ?? monthSaid(texts),
    rule: texts.map(ruleIn).find((rule) => rule !== undefined),
    mapping: tables.length > 0 || unknown === undefined ? undefined : mapped(path, unknown),
  };
}

function isUnknown({ table, foreign }: Part): boolean {
  return table === undefined && foreign === undefined;
}

function mapped(path: string, part: Part): Mapping | undefined {
  return mappingOf(basename(path), part, undefined);
}

function monthSaid(texts: readonly string[]): Month | undefined {
  const first = texts.flatMap((text) => periodWithYears(text) ?? []).at(0)?.first;
  return first && monthOfDay(first);
}

/** The columns that say of which day a row is, the surest first. */
const DATED = ['time', 'paid_at', 'created_at', 'date', 'called_at', 'month', 'refunded_at'];

async function lookAtRows(
  table: Table,
  people: PeopleSeen,
  months: Map<Month, number>,
): Promise<void> {
  // What is wrong with the rows is told by `check`, in the shop.
  const problems = collectProblems();
  const dated = DATED.filter((id) => table.match.positions.has(id));
  await eachRecord(table, problems, async (records) => {
    for await (const record of records) {
      if (record.left !== undefined || isSummary(record, table.match)) continue;
      const row = recordCells(record, table, problems, true);
      const day = dayOf(row, dated);
      const month = day?.month;
      if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
      people.see(row, table, day?.day);
    }
  });
}

interface When {
  readonly month: Month;
  readonly day: Day | undefined;
}

function dayOf(row: RecordCells, columns: readonly string[]): When | undefined {
  for (const column of columns) {
    const cell = row.verbatim(column).trim();
    const month = parseMonth(cell);
    if (month !== undefined) return { month, day: undefined };
    const day = cell === '' ? undefined : parseDate(cell);
    if (day !== undefined) return { month: monthOfDay(day), day };
  }
  return undefined;
}
