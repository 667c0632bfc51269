import { COLUMNS } from '../../catalogue/columns.js';
import { METRICS, metricById } from '../../catalogue/metrics/metrics.js';
import { TARGETS, targetKey, targetNamed } from '../../catalogue/metrics/targets.js';
import type { VocabularyWord } from '../../catalogue/vocabulary.js';
import { sameInAll } from '../../lib/language.js';
import { likelyMonth, type Month, monthOfDay, parseMonth } from '../../lib/month.js';
import { byId, nearNames, wrongName } from '../../words/known-names.js';
import { isBeyondRange } from '../cells/beyond-range.js';
import { parseDate } from '../cells/cells.js';
import { eachRow } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { shownCell } from '../cells/shown-cell.js';
import type { MonthContext } from '../facts/month-context.js';
import type { TargetRow } from '../facts/month-facts.js';
import { targetInName } from '../files/kind-by-name.js';
import { headerPlace, type Table } from '../files/table.js';

/** The targets of a month's agents, and how many rows each file has; undefined of one that cannot be split. */
interface ReadTargets {
  readonly targets: readonly TargetRow[];
  readonly rows: readonly (number | undefined)[];
}

/** A target that a row gives, and how near to the month it is given: what is nearer holds. */
interface Given extends TargetRow {
  readonly rank: number;
}

/**
 * Reads the targets of agents for the month: one a row (`工号,月份,目标,数值`), a column for each target, or a
 * column for each month. What stands in the month's folder goes before the shop's folder, and there what
 * names its month before what does not. Two values of one rank that differ are reported.
 */
export async function readTargets(
  tables: readonly Table[],
  context: MonthContext,
): Promise<ReadTargets> {
  const given: Given[] = [];
  const rows: (number | undefined)[] = [];
  for (const table of tables) rows.push(await readTable(table, context, given));
  return { targets: nearest(given, context), rows };
}

function nearest(given: readonly Given[], { problems }: MonthContext): readonly TargetRow[] {
  const found = new Map<string, Given>();
  for (const each of given) {
    const key = JSON.stringify([each.agent, each.target]);
    const other = found.get(key);
    if (other === undefined || each.rank < other.rank) found.set(key, each);
    else if (each.rank === other.rank && !each.value.equals(other.value)) {
      const { file, line } = other.place;
      const params = {
        target: targetNamed(each.target).title,
        file,
        line,
        other: other.value.toFixed(),
      };
      problems.report('repeated-target', each.place, { cell: each.value.toFixed(), params });
    }
  }
  return [...found.values()].map(({ rank: _, ...target }) => target);
}

async function readTable(table: Table, context: MonthContext, into: Given[]) {
  const known = knownTargets(context);
  return table.match.reader.layout === 'targets_long'
    ? eachRow(table, context, (row) => {
        const owner = ownerOf(row, table, context);
        const written = row.text('target', 'required');
        const target = written === undefined ? undefined : namedTarget(known, written);
        if (written !== undefined && target === undefined) reportUnknown(row, written, known);
        take(row, { owner, target, column: 'value', need: 'required' }, table, into);
      })
    : readWide(table, known, context, into);
}

/** A column for each target, or for each month of one target, which another column or the file's name says. */
async function readWide(
  table: Table,
  known: KnownTargets,
  context: MonthContext,
  into: Given[],
): Promise<number | undefined> {
  const { header, positions } = table.match;
  const open = header.written.flatMap((written, at) =>
    [...positions.values()].includes(at) ? [] : [{ written, at }],
  );
  const months = open.flatMap(({ written, at }) => {
    const month = monthIn(written, context.month);
    return month === undefined ? [] : [{ month, at }];
  });
  const targets = targetColumns(table, open, known, context);
  const inName = targetInName(table.input);
  const ofFile = inName === undefined ? undefined : targetAmong(known, inName);
  if (targets.length + months.length === 0 || (months.length > 0 && !isTargetSaid(table, ofFile))) {
    const code = months.length > 0 ? 'months-without-target' : 'no-target-column';
    context.problems.report(code, headerPlace(table));
    return undefined;
  }
  const own = months.filter(({ month }) => month === context.month);
  const wide = withColumns(table, [...targets, ...own]);
  return eachRow(wide, context, (row) => {
    const owner = ownerOf(row, table, context);
    for (const { target, at } of targets)
      take(row, { owner, target, column: `${at}` }, table, into);
    const isAsked = own.length > 0 && ofFile === undefined;
    const written = row.text('target', isAsked ? 'required' : 'optional');
    const target = written === undefined ? ofFile : namedTarget(known, written);
    if (written !== undefined && target === undefined) reportUnknown(row, written, known);
    for (const { at } of own) {
      const ofMonth = owner && { ...owner, isOfMonth: true, rank: rankOf(table, context, true) };
      take(row, { owner: ofMonth, target, column: `${at}` }, table, into);
    }
  });
}

function isTargetSaid({ match }: Table, ofFile: string | undefined): boolean {
  return ofFile !== undefined || match.positions.has('target');
}

/** Each open column is read under its place, as if the layout had it. */
function withColumns(table: Table, columns: readonly { readonly at: number }[]): Table {
  const positions = new Map([
    ...table.match.positions,
    ...columns.map(({ at }) => [`${at}`, at] as const),
  ]);
  return { ...table, match: { ...table.match, positions } };
}

interface OpenColumn {
  readonly written: string;
  readonly at: number;
}

/** Columns that people keep beside the targets. */
const OF_PEOPLE: ReadonlySet<string> = new Set(
  [...COLUMNS.agents, ...COLUMNS.events].flatMap(({ id, zh }) => [id, zh]).concat('备注', '部门'),
);

/** The columns that are targets; one that may be meant for one, and is none, is told. */
function targetColumns(
  table: Table,
  open: readonly OpenColumn[],
  known: KnownTargets,
  { problems, month: ofFolder }: MonthContext,
): readonly { readonly target: string; readonly at: number }[] {
  return open.flatMap(({ written, at }) => {
    const name = written.trim();
    const target = targetAmong(known, name);
    if (target !== undefined) return [{ target, at }];
    const isOther = name === '' || OF_PEOPLE.has(name) || monthIn(name, ofFolder) !== undefined;
    if (isOther || known.asked === undefined) return [];
    const { code, params } = wrongName('target', nearNames(name, known.all));
    const place = { ...headerPlace(table), column: written };
    problems.report(code, place, { params: { ...params, target: name }, cell: name });
    return [];
  });
}

/** Whose a row is and for which month; `rank`: how near to the month it is given. */
interface Owner {
  readonly agent: number;
  /** False for a row of another month. */
  readonly isOfMonth: boolean;
  readonly rank: number;
}

function ownerOf(row: Row, table: Table, context: MonthContext): Owner | undefined {
  const agent = row.agent('agent');
  const written = row.text('month');
  const month = written === undefined ? undefined : monthOf(written, context.month);
  if (written !== undefined && month === undefined) row.report('not-a-month', 'month');
  if (agent === undefined || !row.isValid()) return undefined;
  return {
    agent: agent.index,
    isOfMonth: month === undefined || month === context.month,
    rank: rankOf(table, context, month !== undefined),
  };
}

function rankOf({ input }: Table, { month }: MonthContext, saysMonth: boolean): number {
  if (input.startsWith(`${month}/`)) return 0;
  return saysMonth ? 1 : 2;
}

/** The month of a cell: a spreadsheet makes the first of the month of what looks like one. */
function monthOf(text: string, ofFolder: Month): Month | undefined {
  const day = parseDate(text, 0);
  return monthIn(text, ofFolder) ?? likelyMonth(text) ?? (day && monthOfDay(day));
}

/** The month that a header names; one without a year is of the year of the month's folder. */
function monthIn(text: string, ofFolder: Month): Month | undefined {
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*目标$/, '');
  const [, ofYear] = MONTH_OF_YEAR.exec(written) ?? [];
  if (ofYear !== undefined) {
    return parseMonth(`${ofFolder.slice(0, 4)}-${ofYear.padStart(2, '0')}`);
  }
  return parseMonth(written) ?? (MONTH.test(written) ? likelyMonth(written) : undefined);
}

const MONTH = /^\d{4}[-/.年]\d{1,2}月?$/;
const MONTH_OF_YEAR = /^(\d{1,2})\s*月份?$/;

interface Cell {
  readonly owner: Owner | undefined;
  readonly target: string | undefined;
  readonly column: string;
  readonly need?: 'required';
}

/** Takes the target of a cell; an empty one gives none. */
function take(row: Row, { owner, target, column, need }: Cell, table: Table, into: Given[]): void {
  const value = row.ratio(column, need ?? 'optional');
  const { title } = targetNamed(target ?? '');
  const most = target === undefined ? undefined : metricById(target)?.most;
  // No target is below 0, also of what may be: as of counts.
  const range = { title, unit: 'count', ...(most === undefined ? {} : { most }) };
  if (value !== undefined && isBeyondRange(row, column, value, range)) return;
  if (owner === undefined || target === undefined || value === undefined || !owner.isOfMonth)
    return;
  const { agent, rank } = owner;
  into.push({ agent, target, value, rank, place: { file: table.file, line: row.line } });
}

function reportUnknown(row: Row, written: string, known: KnownTargets): void {
  const { code, params } = wrongName('target', nearNames(written, known.all));
  row.report(code, 'target', { target: shownCell(written), ...params });
}

/** The targets that there can be. */
interface KnownTargets {
  readonly all: readonly VocabularyWord[];
  /** Those that rules ask for; undefined where no rules are known. */
  readonly asked: ReadonlySet<string> | undefined;
  /** Keys by title, of metrics that the shop has declared. */
  readonly custom: ReadonlyMap<string, string>;
}

function knownTargets({ shop, knownTargets: asked }: MonthContext): KnownTargets {
  const { targets, customMetrics } = shop.config;
  const custom = customMetrics.map(({ id, title }) => ({ id, title: sameInAll(title) }));
  return {
    all: [...byId(asked ?? []), ...byId(Object.keys(targets)), ...TARGETS, ...custom, ...METRICS],
    asked,
    custom: new Map(customMetrics.map(({ id, title }) => [title, id])),
  };
}

/** As `targetAmong`, of what is said to be a target: where no rules are known any may be one. */
function namedTarget(known: KnownTargets, written: string): string | undefined {
  return (
    targetAmong(known, written) ?? (known.asked === undefined ? targetKey(written) : undefined)
  );
}

/** What a target that is written is known by; undefined when there is none of that name. */
function targetAmong({ all, custom }: KnownTargets, written: string): string | undefined {
  const key = targetKey(written);
  const isKnown = all.some(({ id }) => targetKey(id) === key);
  return isKnown ? key : custom.get(key);
}
