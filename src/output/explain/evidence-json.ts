import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type {
  Credit,
  EvidenceCell,
  EvidenceRow,
  FigureEvidence,
  Session,
} from '../../metrics/evidence/evidence.js';

/** The rows behind a figure of any kind, with what the figure is called. */
export function figureEvidenceJson(figure: FigureEvidence, language: Language): Json {
  const { kind, id, title } = figure.subject;
  const agent = figure.colleague?.id;
  return { kind, id, title: title[language], agent, ...rowsJson(figure) };
}

/** How many rows there are, and the rows where they were asked for: members beside a metric's own. */
export function rowsJson({ isQuotient = false, sets }: FigureEvidence): {
  readonly [key: string]: Json;
} {
  const known = sets.every(({ rows }) => rows !== undefined);
  return {
    row_count: sets.reduce((sum, { count }) => sum + count, 0),
    rows: known
      ? sets.flatMap(({ group, rows = [] }) => rows.map((row) => rowJson(group, row, isQuotient)))
      : undefined,
  };
}

function rowJson(group: string, row: EvidenceRow, isQuotient: boolean): Json {
  const { place, cells, adds, addsBelow, credit } = row;
  return {
    of: group,
    file: place?.file ?? null,
    line: place?.line ?? null,
    ...Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cellJson(cell)])),
    ...(isQuotient || addsBelow !== undefined
      ? { numerator: adds, denominator: addsBelow }
      : { adds }),
    credit: credit && creditJson(credit),
  };
}

function cellJson(cell: EvidenceCell): Json {
  return typeof cell === 'object' && 'word' in cell ? cell.word : cell;
}

function creditJson({ rule, agent, session, conflict, lost }: Credit): Json {
  return {
    rule,
    agent: agent ?? null,
    session: session && sessionJson(session),
    conflict: conflict.length === 0 ? undefined : conflict,
    lost: lost.map((other) => ({ ...sessionJson(other), reason: other.reason })),
  };
}

function sessionJson({ agent, rule, starts, ends }: Session) {
  return { agent, rule, starts, ends };
}
