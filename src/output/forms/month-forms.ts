import { COLUMNS, type Layout, USUAL_ATTENDANCE } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';
import { ATTENDANCE_KINDS, COMPLAINT_KINDS, GRADES } from '../../catalogue/vocabulary.js';
import type { Language, Title } from '../../lib/language.js';
import type { NextMonth } from '../../payroll/next-month.js';
import { listed } from '../../words/lists.js';
import { text, title } from '../../words/text.js';
import type { DropDown } from '../formats/workbook/drop-downs.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import type { ReportTable } from '../report/report-table.js';

/** A form of a month: a workbook to fill in. */
interface MonthForm {
  readonly kind: InputKind;
  readonly sheets: readonly WorkbookSheet[];
}

/** What a column takes, beside free text. */
interface Choice {
  readonly column: string;
  readonly heading: string;
  readonly values: readonly string[];
  /** False where other values are right, too. */
  readonly isOnly: boolean;
}

/** The forms of a month: what people write by hand, with agents and items in place. */
export function monthForms(next: NextMonth): readonly MonthForm[] {
  const forms = [
    ratingsForm(next),
    eventForm(
      'complaints',
      'complaints',
      [kindChoice(COMPLAINT_KINDS, next), ...verdicts(next)],
      next,
    ),
    eventForm('events', 'events', eventChoice(next), next),
    attendanceForm(next),
    metricsForm(next),
  ];
  return forms.flatMap((form) => (form === undefined || next.present.has(form.kind) ? [] : [form]));
}

/** A row for each agent and item that the plan wants rated. */
function ratingsForm(next: NextMonth): MonthForm | undefined {
  const { agents, language } = next;
  const rows = agents.flatMap(({ agent, ratings }) =>
    ratings.map((item) => ({ id: agent.id, name: agent.name, item: item[language] })),
  );
  if (rows.length === 0) return undefined;
  const headers = headersOf('ratings', next, 'ratings');
  const grades: Choice = {
    column: nameOf('ratings', 'score', language),
    heading: text(language, 'form.grades'),
    values: titlesIn(GRADES, language),
    isOnly: false,
  };
  const own: Readonly<Record<string, keyof (typeof rows)[number]>> = {
    [nameOf('ratings', 'agent', language)]: 'id',
    [nameHeader(language)]: 'name',
    [nameOf('ratings', 'item', language)]: 'item',
  };
  const cells = rows.map((row) =>
    headers.map((header) => {
      const key = own[header];
      return key === undefined ? undefined : row[key];
    }),
  );
  return formOf('ratings', headers, cells, [grades], next);
}

/** A form of what happens on days: no row yet. */
function eventForm(
  kind: InputKind,
  layout: Layout,
  choices: readonly Choice[],
  next: NextMonth,
): MonthForm {
  const agents: Choice = {
    column: nameOf(layout, 'agent', next.language),
    heading: text(next.language, 'form.agents'),
    values: next.agents.map(({ agent }) => agent.id),
    isOnly: true,
  };
  return formOf(kind, headersOf(layout, next, kind), [], [agents, ...choices], next);
}

function kindChoice(words: Readonly<Record<string, Title>>, { language }: NextMonth): Choice {
  return {
    column: nameOf('complaints', 'kind', language),
    heading: text(language, 'form.kinds'),
    values: titlesIn(words, language),
    isOnly: true,
  };
}

function verdicts({ language }: NextMonth): readonly Choice[] {
  return (['verified', 'grave'] as const).map((column) => ({
    column: nameOf('complaints', column, language),
    heading: nameOf('complaints', column, language),
    values: [text(language, 'value.yes'), text(language, 'value.no')],
    isOnly: true,
  }));
}

function eventChoice({ events, language }: NextMonth): readonly Choice[] {
  if (events.length === 0) return [];
  return [
    {
      column: nameOf('events', 'event', language),
      heading: text(language, 'form.events'),
      values: events.map((event) => event[language]),
      isOnly: true,
    },
  ];
}

/** Attendance by month where no tool exports it: a row for each agent, or by day as it was last. */
function attendanceForm(next: NextMonth): MonthForm | undefined {
  const past = next.before.find(({ kind }) => kind === 'attendance');
  if (past?.format !== undefined) return undefined;
  const { language } = next;
  const isByDay = [nameOf('attendance_events', 'kind', 'zh'), 'kind'].some((name) =>
    past?.headers.includes(name),
  );
  if (isByDay) {
    const kinds = kindChoice(ATTENDANCE_KINDS, next);
    return eventForm('attendance', 'attendance_events', [kinds], next);
  }
  const headers =
    past === undefined
      ? USUAL_ATTENDANCE.map((id) => nameOf('attendance_months', id, language))
      : withoutAgent(past.headers);
  return agentsForm('attendance', headers, next);
}

/** The figures that no export gives: those of the month before, and those that the plans ask for. */
function metricsForm(next: NextMonth): MonthForm | undefined {
  const { before, figures, language } = next;
  const past = before.filter(({ kind }) => kind === 'metrics');
  const known = new Set(past.flatMap(({ headers }) => headers));
  const own = past.find(({ format }) => format === undefined);
  const asked = figures.filter(({ names }) => !names.some((name) => known.has(name)));
  const columns = [
    ...withoutAgent(own?.headers ?? []),
    ...asked.map(({ title }) => title[language]),
  ];
  return columns.length === 0 ? undefined : agentsForm('metrics', columns, next);
}

/** The columns beside the one that names agents. */
function withoutAgent(headers: readonly string[]): readonly string[] {
  const [agent] = COLUMNS.attendance_months;
  const names = agent === undefined ? [] : [agent.id, agent.zh, 'id', ...(agent.aliases ?? [])];
  return headers.filter((header) => !names.includes(header));
}

/** A row for each agent, the id first. */
function agentsForm(kind: InputKind, columns: readonly string[], next: NextMonth): MonthForm {
  const { agents, language } = next;
  const name = nameHeader(language);
  const headers = [
    nameOf('attendance_months', 'agent', language),
    name,
    ...columns.filter((column) => column !== name),
  ];
  const cells = agents.map(({ agent }) => [agent.id, agent.name]);
  return formOf(kind, headers, cells, [], next);
}

/** The columns of a file of this kind as the month before had it, else those that it may have. */
function headersOf(layout: Layout, { before, language }: NextMonth, kind: InputKind): string[] {
  const past = before.find((each) => each.kind === kind && each.format === undefined);
  const needed = COLUMNS[layout].map(({ id }) => nameOf(layout, id, language));
  const known = new Set([...needed, nameHeader(language)]);
  const kept = past?.headers.filter((header) => !known.has(header) && !isColumn(layout, header));
  const headers = [...needed, ...(kept ?? [])];
  return kind === 'ratings'
    ? [...headers.slice(0, 1), nameHeader(language), ...headers.slice(1)]
    : headers;
}

/** Whether a header is a column of the layout under any of its names. */
function isColumn(layout: Layout, header: string): boolean {
  return COLUMNS[layout].some(({ id, zh, aliases = [] }) => [id, zh, ...aliases].includes(header));
}

function nameOf(layout: Layout, id: string, language: Language): string {
  const column = COLUMNS[layout].find((each) => each.id === id);
  return language === 'zh' ? (column?.zh ?? id) : id;
}

function nameHeader(language: Language): string {
  return nameOf('agents', 'name', language);
}

function titlesIn(words: Readonly<Record<string, Title>>, language: Language): readonly string[] {
  return Object.values(words).map((word) => word[language]);
}

/** Rows that drop-downs are offered for. */
const MOST_ROWS = 500;

/** The form, and beside it a sheet that says what stands where: what is allowed, and what else to export. */
function formOf(
  kind: InputKind,
  headers: readonly string[],
  rows: ReportTable['rows'],
  choices: readonly Choice[],
  next: NextMonth,
): MonthForm {
  const { language } = next;
  const guide = [
    text(language, 'form.fill', { kind: text(language, `inspect.kind.${kind}`) }),
    ...exportsText(next),
  ];
  const dropDowns: DropDown[] = [];
  const guideTitle = text(language, 'form.guide');
  for (const { column, heading, values, isOnly } of choices) {
    const at = headers.indexOf(column);
    if (at === -1) continue;
    guide.push('', heading);
    // One row of the sheet is its heading.
    const first = guide.length + 2;
    guide.push(...values);
    const range = { sheet: guideTitle, first, last: first + values.length - 1 };
    dropDowns.push({ column: at, rows: Math.max(rows.length, MOST_ROWS), range, isOnly });
  }
  const table: ReportTable = {
    columns: headers.map((heading) => ({ id: heading, heading, align: 'left' })),
    rows,
    keyColumns: 1,
  };
  const guideTable: ReportTable = {
    columns: [{ id: 'guide', heading: guideTitle, align: 'left', long: true }],
    rows: guide.map((line) => [line === '' ? undefined : line]),
    keyColumns: 0,
  };
  const name = text(language, `inspect.kind.${kind}`);
  return {
    kind,
    sheets: [
      { title: name, tables: [table], dropDowns },
      { title: guideTitle, tables: [guideTable] },
    ],
  };
}

/** What to export from where: the exports of the month before, else what a month usually needs. */
function exportsText({ before, language }: NextMonth): readonly string[] {
  const exported = before.filter(
    ({ kind, format }) => format !== undefined || EXPORTED.includes(kind),
  );
  const kinds = exported.length === 0 ? EXPORTED : [...new Set(exported.map(({ kind }) => kind))];
  const lines = kinds.map((kind) => {
    const own = exported.filter((each) => each.kind === kind);
    const formats = [...new Set(own.flatMap(({ format }) => format?.[language] ?? []))];
    const files = own.map(({ file }) => file);
    const from =
      formats.length === 0
        ? title('form.any_export')[language]
        : listed('names', formats, language);
    const name = text(language, `inspect.kind.${kind}`);
    return files.length === 0
      ? text(language, 'form.export', { kind: name, from })
      : text(language, 'form.export_again', {
          kind: name,
          from,
          files: listed('names', files, language),
        });
  });
  return ['', text(language, 'form.exports'), ...lines];
}

const EXPORTED: readonly InputKind[] = ['chats', 'orders'];
