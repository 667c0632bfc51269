import type { Decimal } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { PayLine, ScorecardScore, ScoreItem } from '../../payroll/statement.js';
import type { Note, Trace } from '../../rulebook/values/trace.js';
import type { Value } from '../../rulebook/values/value.js';
import { PAY_LINE_COLUMNS } from '../month/pay-columns.js';
import {
  ITEM_COLUMN,
  ITEM_POINTS_COLUMNS,
  POINTS_COLUMNS,
  SCORECARD_COLUMN,
} from '../month/score-columns.js';
import {
  jsonColumn,
  listColumn,
  optionalColumn,
  optionalListColumn,
  optionalRecordColumn,
  type ReportColumn,
  recordOf,
  recordShape,
} from '../report/report-columns.js';
import {
  BOOLEAN,
  DECIMAL,
  eitherOf,
  listOf,
  namedShape,
  oneWordOf,
  orNull,
  STRING,
} from '../report/shapes.js';
import { causeText, noteText } from '../traces/note-text.js';
import { betterAmount, betterPoints, withBetterOnly } from '../traces/outlook.js';
import { RANKING_COLUMNS } from '../traces/ranking-text.js';
import { nameKey } from '../traces/trace-branches.js';

/** A trace in a document. */
interface ShownTrace {
  readonly trace: Trace;
  /** What it names has been written before, with what stands behind it. */
  readonly isAgain: boolean;
  /** The names that have been written. */
  readonly shown: Set<string>;
}

/** A step of a computation, which holds the steps that it rests on. */
const TRACE = namedShape('trace', () => recordShape(TRACE_COLUMNS));

const NAME_COLUMNS: readonly ReportColumn<NonNullable<Trace['name']>>[] = [
  jsonColumn('kind', STRING, ({ kind }) => kind),
  jsonColumn('id', STRING, ({ id }) => id),
  jsonColumn('title', STRING, ({ title }, language) => title[language]),
];

const NOTE_COLUMNS: readonly ReportColumn<Note>[] = [
  jsonColumn('tone', STRING, ({ tone }) => tone),
  jsonColumn('text', STRING, noteText),
];

/**
 * A trace as it is, its titles and sentences in the language. What stands behind a name is written
 * where the name comes first; a shared value would else be written again and again.
 */
const TRACE_COLUMNS: readonly ReportColumn<ShownTrace>[] = [
  jsonColumn('step', STRING, ({ trace }) => trace.step),
  optionalColumn('operation', STRING, ({ trace: { operation } }) =>
    typeof operation === 'object' ? operation.id : operation,
  ),
  optionalColumn('text', STRING, ({ trace }) => trace.text),
  optionalRecordColumn('name', NAME_COLUMNS, ({ trace }) => trace.name),
  jsonColumn('value', orNull(eitherOf(eitherOf(STRING, DECIMAL), BOOLEAN)), ({ trace }) =>
    plainValue(trace.value),
  ),
  optionalColumn('state', oneWordOf(['missing', 'undefined', 'absent']), ({ trace: { value } }) =>
    value.kind === 'missing' || value.kind === 'undefined' || value.kind === 'absent'
      ? value.kind
      : undefined,
  ),
  optionalColumn('causes', listOf(STRING), ({ trace: { value } }, language) =>
    value.kind === 'missing' ? value.causes.map((cause) => causeText(cause, language)) : undefined,
  ),
  optionalColumn('unit', STRING, ({ trace }) => trace.unit),
  optionalListColumn('ranking', RANKING_COLUMNS, ({ trace }) => trace.ranking?.places),
  optionalListColumn('notes', NOTE_COLUMNS, ({ trace }) => unlessEmpty(trace.notes())),
  optionalColumn('parts', listOf(TRACE), ({ trace, isAgain, shown }, language) =>
    isAgain ? undefined : unlessEmpty(trace.parts)?.map((part) => traceJson(part, language, shown)),
  ),
];

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** A value as data; nothing where there is none. */
function plainValue(value: Value): Decimal | boolean | string | undefined {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'yesno':
      return value.yes;
    case 'text':
      return value.text;
    case 'date':
      return value.day;
    case 'grade':
      return value.grade;
    default:
      return undefined;
  }
}

const ITEM_COLUMNS: readonly ReportColumn<ScoreItem>[] = [
  ITEM_COLUMN,
  jsonColumn('title', STRING, ({ title }, language) => title[language]),
  jsonColumn('section', STRING, ({ section }) => section),
  ...ITEM_POINTS_COLUMNS,
  jsonColumn('source', orNull(STRING), ({ source }) => source),
  jsonColumn('trace', TRACE, (item, language) =>
    traceJson(withBetterOnly(item.trace, betterPoints(item)), language, new Set()),
  ),
];

/** A score with the reasons of its items. */
export const EXPLAINED_SCORE_COLUMNS: readonly ReportColumn<ScorecardScore>[] = [
  SCORECARD_COLUMN,
  jsonColumn('title', STRING, ({ title }, language) => title[language]),
  ...POINTS_COLUMNS,
  listColumn('ranking', RANKING_COLUMNS, ({ ranking }) => ranking.places),
  listColumn('items', ITEM_COLUMNS, ({ items }) => items),
];

/** A line of pay with its reason. */
export const EXPLAINED_LINE_COLUMNS: readonly ReportColumn<PayLine>[] = [
  ...PAY_LINE_COLUMNS,
  jsonColumn('trace', TRACE, (line, language) =>
    traceJson(withBetterOnly(line.trace, betterAmount(line)), language, new Set()),
  ),
];

function traceJson(trace: Trace, language: Language, shown: Set<string>) {
  const { name } = trace;
  const key = name === undefined ? undefined : nameKey(name.kind, name.id);
  const isAgain = key !== undefined && shown.has(key);
  if (key !== undefined) shown.add(key);
  return recordOf(TRACE_COLUMNS, { trace, isAgain, shown }, language);
}
