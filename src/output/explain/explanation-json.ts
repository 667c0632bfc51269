import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import type { PayLine, ScorecardScore, ScoreItem, Statement } from '../../payroll/statement.js';
import type { Trace } from '../../rulebook/values/trace.js';
import type { Value } from '../../rulebook/values/value.js';
import type { Edition } from '../month/document.js';
import { PAID_AGENT_COLUMNS, PAY_LINE_COLUMNS, PAY_SUM_COLUMNS } from '../month/pay-columns.js';
import { noticesJson } from '../month/salary-json.js';
import {
  ITEM_COLUMN,
  ITEM_POINTS_COLUMNS,
  POINTS_COLUMNS,
  SCORECARD_COLUMN,
} from '../month/score-columns.js';
import { jsonColumn, type ReportColumn, recordOf, recordsOf } from '../report/report-columns.js';
import { causeText, noteText } from '../traces/note-text.js';
import { betterAmount, betterPoints, withBetterOnly } from '../traces/outlook.js';
import { rankingJson } from '../traces/ranking-text.js';
import { nameKey } from '../traces/trace-branches.js';
import type { Explained } from './explanation.js';

/** One agent's pay with all its reasons, as a document. */
export function explanationJson(
  statement: Statement,
  explained: Explained,
  month: Month,
  { language, version, closed }: Edition,
): { readonly [key: string]: Json } {
  return {
    kpi: version,
    month,
    closed,
    ...recordOf(PAID_AGENT_COLUMNS, statement, language),
    scores: recordsOf(EXPLAINED_SCORE_COLUMNS, explained.scores, language),
    lines: recordsOf(EXPLAINED_LINE_COLUMNS, explained.lines, language),
    ...recordOf(PAY_SUM_COLUMNS, statement, language),
    notices: noticesJson(statement, language),
  };
}

const ITEM_COLUMNS: readonly ReportColumn<ScoreItem>[] = [
  ITEM_COLUMN,
  jsonColumn('title', ({ title }, language) => title[language]),
  jsonColumn('section', ({ section }) => section),
  ...ITEM_POINTS_COLUMNS,
  jsonColumn('source', ({ source }) => source),
  jsonColumn('trace', (item, language) =>
    traceJson(withBetterOnly(item.trace, betterPoints(item)), language, new Set()),
  ),
];

const EXPLAINED_SCORE_COLUMNS: readonly ReportColumn<ScorecardScore>[] = [
  SCORECARD_COLUMN,
  jsonColumn('title', ({ title }, language) => title[language]),
  ...POINTS_COLUMNS,
  jsonColumn('ranking', ({ ranking }) => rankingJson(ranking)),
  jsonColumn('items', ({ items }, language) => recordsOf(ITEM_COLUMNS, items, language)),
];

const EXPLAINED_LINE_COLUMNS: readonly ReportColumn<PayLine>[] = [
  ...PAY_LINE_COLUMNS,
  jsonColumn('trace', (line, language) =>
    traceJson(withBetterOnly(line.trace, betterAmount(line)), language, new Set()),
  ),
];

/**
 * A trace as it is, its titles and sentences in the language. What stands behind a name is written
 * where the name comes first; a shared value would else be written again and again.
 */
function traceJson(trace: Trace, language: Language, shown: Set<string>): Json {
  const { name } = trace;
  const key = name === undefined ? undefined : nameKey(name.kind, name.id);
  const again = key !== undefined && shown.has(key);
  if (key !== undefined) shown.add(key);
  const notes = trace.notes();
  return {
    step: trace.step,
    operation: typeof trace.operation === 'object' ? trace.operation.id : trace.operation,
    text: trace.text,
    name:
      name === undefined
        ? undefined
        : { kind: name.kind, id: name.id, title: name.title[language] },
    ...valueJson(trace.value, language),
    unit: trace.unit,
    ranking: trace.ranking && rankingJson(trace.ranking),
    notes:
      notes.length === 0
        ? undefined
        : notes.map((note) => ({ tone: note.tone, text: noteText(note, language) })),
    parts:
      again || trace.parts.length === 0
        ? undefined
        : trace.parts.map((part) => traceJson(part, language, shown)),
  };
}

/** The value; null where there is none, with the state and the causes beside it. */
function valueJson(value: Value, language: Language): { readonly [key: string]: Json } {
  switch (value.kind) {
    case 'number':
      return { value: value.number };
    case 'yesno':
      return { value: value.yes };
    case 'text':
      return { value: value.text };
    case 'date':
      return { value: value.day };
    case 'grade':
      return { value: value.grade };
    case 'missing':
      return {
        value: null,
        state: 'missing',
        causes: value.causes.map((cause) => causeText(cause, language)),
      };
    case 'undefined':
    case 'absent':
      return { value: null, state: value.kind };
  }
}
