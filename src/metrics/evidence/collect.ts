import { metricById } from '../../catalogue/metrics.js';
import type { MonthFacts } from '../../intake/month-facts.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Agent } from '../../shop/shop.js';
import type { MetricValue, MonthMetrics } from '../month-metrics.js';
import { type SqlParameters, sqlFile, sqlParameters } from '../sql.js';
import { creditsOf } from './credits.js';
import type {
  Credit,
  EvidenceGroup,
  EvidencePlace,
  EvidenceRequest,
  EvidenceRow,
  EvidenceSet,
  EvidenceSource,
  FigureEvidence,
} from './evidence.js';
import { ATTENDANCE_GROUPS, SQL_GROUPS, type SqlGroup } from './groups.js';
import { bulkRowOf, countRows, type ListedRow, listRows } from './listed-rows.js';
import { caseSet, conductSet, eventSet, importedSet, ratingSet, rosterSet } from './small-rows.js';
import { METRIC_SOURCES, type MetricSource } from './sources.js';

/** What a question is answered from. */
interface Inquiry {
  readonly facts: MonthFacts;
  readonly settings: MetricSettings;
  readonly metrics: MonthMetrics;
  readonly agent: Agent;
  /** The parameters of the SQL, with the agent; `shop` those without one. */
  readonly own: SqlParameters;
  readonly shop: SqlParameters;
}

/** Rows of one group as far as SQL gives them. */
interface Draft {
  readonly group: EvidenceGroup;
  readonly spec: SqlGroup;
  readonly rows: readonly ListedRow[];
}

type Part = EvidenceSet | Draft;

/**
 * The rows behind the figures of a month that was counted, from the tables from which they were counted.
 * The engine must be open, and the SQL of `computeMetrics` have run on it.
 */
export function evidenceSource(
  facts: MonthFacts,
  settings: MetricSettings,
  metrics: MonthMetrics,
): EvidenceSource {
  const parameters = sqlParameters(facts.month, settings);
  return {
    of(agent, requests) {
      const own = { ...parameters, agent: agent.index };
      const shop = { ...parameters, agent: null };
      return answer({ facts, settings, metrics, agent, own, shop }, requests);
    },
  };
}

async function answer(
  inquiry: Inquiry,
  requests: readonly EvidenceRequest[],
): Promise<readonly FigureEvidence[]> {
  if (requests.some((request) => needsMessages(request, inquiry))) await prepareMessages(inquiry);
  const drafts: { request: EvidenceRequest; parts: readonly Part[] }[] = [];
  for (const request of requests) drafts.push({ request, parts: await partsOf(request, inquiry) });
  const all = drafts.flatMap(({ parts }) => parts.filter(isDraft));
  const places = await locate(all, inquiry.facts);
  const figures: FigureEvidence[] = [];
  for (const { request, parts } of drafts) {
    const sets: EvidenceSet[] = [];
    for (const part of parts) {
      sets.push(isDraft(part) ? await finished(part, places, inquiry) : part);
    }
    figures.push({ subject: request.subject, sets });
  }
  return figures;
}

function isDraft(part: Part): part is Draft {
  return 'spec' in part;
}

function sourcesOf({ subject }: EvidenceRequest): readonly MetricSource[] {
  return subject.kind === 'metric' ? (METRIC_SOURCES[subject.id] ?? []) : [];
}

function needsMessages(request: EvidenceRequest, { facts }: Inquiry): boolean {
  return (
    facts.files.has('chats') &&
    sourcesOf(request).some(
      ({ group }) => group !== 'attendance' && SQL_GROUPS[group].messages === true,
    )
  );
}

/** The agent's messages again, as `talk.sql` sorts them: they were dropped once they were counted. */
async function prepareMessages({ facts, own, agent }: Inquiry): Promise<void> {
  await facts.engine.run(sqlFile('talk', { ...own, talkOf: agent.index }));
  await facts.engine.run(sqlFile('evidence/messages', own));
}

async function partsOf(request: EvidenceRequest, inquiry: Inquiry): Promise<readonly Part[]> {
  const { facts, agent } = inquiry;
  const { kind, id } = request.subject;
  switch (kind) {
    case 'case':
      return [caseSet(id, agent, facts)];
    case 'event':
      return [eventSet(id, agent, facts)];
    case 'rating':
      return [ratingSet(id, agent, facts)];
    case 'metric':
      return metricParts(request, inquiry);
  }
}

async function metricParts(request: EvidenceRequest, inquiry: Inquiry): Promise<readonly Part[]> {
  const { metrics, agent, facts } = inquiry;
  const { id } = request.subject;
  const isShops = metricById(id)?.level === 'shop';
  const figure = isShops ? metrics.shop.get(id) : metrics.agents.get(agent.id)?.metrics.get(id);
  if (figure === undefined || figure.state === 'missing') return [];
  if (isImported(figure)) return [importedSet(id, isShops ? undefined : agent.index, facts)];
  const conduct = conductSet(id, agent, facts);
  if (conduct !== undefined) return [conduct];
  const parts: Part[] = [];
  for (const source of sourcesOf(request)) {
    const part = await sqlPart(source, request, isShops, inquiry);
    if (part !== undefined) parts.push(part);
  }
  return id === 'workdays_due' && parts.every(isEmpty) ? [rosterSet(agent)] : parts;
}

function isImported(figure: MetricValue): boolean {
  return figure.state === 'known' && figure.origin === 'imported';
}

function isEmpty(part: Part): boolean {
  return part.rows === undefined || part.rows.length === 0;
}

async function sqlPart(
  source: MetricSource,
  { detail }: EvidenceRequest,
  isShops: boolean,
  { facts, own, shop }: Inquiry,
): Promise<Part | undefined> {
  const { group } = source;
  const spec = specOf(source, facts);
  if (spec === undefined) return undefined;
  const parameters = isShops ? shop : own;
  if (detail === 'count' && group !== 'attendance') {
    const count = await countRows(facts, spec, source, parameters);
    return { group, count, rows: undefined };
  }
  return { group, spec, rows: await listRows(facts, spec, source, parameters) };
}

function specOf({ group }: MetricSource, { attendanceForm }: MonthFacts): SqlGroup | undefined {
  if (group !== 'attendance') return SQL_GROUPS[group];
  return attendanceForm === undefined ? undefined : ATTENDANCE_GROUPS[attendanceForm];
}

type Places = ReadonlyMap<ListedRow, EvidencePlace>;

/** Looks up the rows of all figures at once: each file is read at most one more time. */
async function locate(drafts: readonly Draft[], facts: MonthFacts): Promise<Places> {
  const places = new Map<ListedRow, EvidencePlace>();
  for (const kind of ['chats', 'calls'] as const) {
    const rows = drafts.flatMap((draft) => (draft.spec.locate === kind ? draft.rows : []));
    const found = await facts.locate(
      kind,
      rows.map(({ row }) => bulkRowOf(row)),
    );
    for (const [index, row] of rows.entries()) {
      const place = found[index];
      if (place !== undefined) places.set(row, place);
    }
  }
  return places;
}

async function finished(
  { group, spec, rows }: Draft,
  places: Places,
  inquiry: Inquiry,
): Promise<EvidenceSet> {
  const purchases = rows.map(({ row }) => Number(row.purchase));
  const credits: ReadonlyMap<number, Credit> =
    spec.credit === undefined
      ? new Map()
      : await creditsOf(purchases, spec.credit, { ...inquiry, parameters: inquiry.own });
  return {
    group,
    count: rows.length,
    rows: rows.map(
      (listed): EvidenceRow => ({
        place: listed.place ?? places.get(listed),
        cells: listed.cells,
        adds: listed.adds,
        addsBelow: listed.addsBelow,
        credit: credits.get(Number(listed.row.purchase)),
      }),
    ),
  };
}
