import type { MetricValue } from '../../catalogue/figure.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { Row } from '../../lib/engine.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Agent } from '../../shop/shop.js';
import { partsOfMetric } from '../imports.js';
import type { MonthMetrics } from '../month-metrics.js';
import { metricsSql, type SqlParameters, sqlParameters } from '../rows/sql.js';
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
import {
  bulkRowOf,
  cellsOf,
  countRows,
  counts,
  firstRows,
  groupRows,
  numberIn,
  placeIn,
} from './listed-rows.js';
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
  /** Many figures count the same rows: each group is asked for once. */
  readonly groups: Map<string, Promise<readonly Row[]>>;
}

/** Rows of one group that count for a metric, as SQL gives them. */
interface Draft {
  readonly group: EvidenceGroup;
  readonly spec: SqlGroup;
  readonly source: MetricSource;
  readonly count: number;
  readonly rows: readonly Row[];
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
      return answer({ facts, settings, metrics, agent, own, shop, groups: new Map() }, requests);
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
  const found = { places: await locate(all, inquiry.facts), credits: await credit(all, inquiry) };
  return drafts.map(({ request, parts }) => ({
    subject: request.subject,
    sets: parts.map((part) => (isDraft(part) ? finished(part, found, inquiry) : part)),
  }));
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

/** The agent's messages again, as they were counted: none of them is stored. */
async function prepareMessages({ facts, own, agent }: Inquiry): Promise<void> {
  await facts.engine.run(metricsSql('rows/talk', { ...own, talkOf: agent.index }));
  await facts.engine.run(metricsSql('evidence/messages', own));
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
  const { metrics, agent, facts, settings } = inquiry;
  const { id } = request.subject;
  const isShops = metricById(id)?.level === 'shop';
  const figure = isShops ? metrics.shop.get(id) : metrics.agents.get(agent.id)?.metrics.get(id);
  if (figure === undefined || figure.state === 'missing') return [];
  if (isImported(figure)) {
    const divided = figure.numerator === undefined ? {} : partsOfMetric(id, settings.refundBasis);
    return [importedSet(id, isShops ? undefined : agent.index, divided, facts)];
  }
  const conduct = conductSet(id, agent, facts);
  if (conduct !== undefined) return [conduct];
  const parts: Part[] = [];
  for (const source of sourcesOf(request)) {
    const part = await sqlPart(source, request, isShops, inquiry);
    if (part !== undefined) parts.push(part);
  }
  return id === 'workdays_due' && parts.every(isEmpty) ? [rosterSet(agent)] : parts;
}

function isImported(
  figure: MetricValue,
): figure is Extract<MetricValue, { readonly state: 'known' }> {
  return figure.state === 'known' && figure.origin === 'imported';
}

function isEmpty(part: Part): boolean {
  return part.rows === undefined || part.rows.length === 0;
}

async function sqlPart(
  source: MetricSource,
  { detail, most }: EvidenceRequest,
  isShops: boolean,
  inquiry: Inquiry,
): Promise<Part | undefined> {
  const { facts } = inquiry;
  const { group } = source;
  const spec = specOf(source, facts);
  if (spec === undefined) return undefined;
  const parameters = isShops ? inquiry.shop : inquiry.own;
  if (detail === 'count' && group !== 'attendance') {
    const count = await countRows(facts, spec, source, parameters);
    return { group, count, rows: undefined };
  }
  if (most !== undefined) {
    const count = await countRows(facts, spec, source, parameters);
    return {
      group,
      spec,
      source,
      count,
      rows: await firstRows(facts, spec, source, parameters, most),
    };
  }
  const key = `${isShops} ${spec.sql}`;
  const asked = inquiry.groups.get(key) ?? groupRows(facts, spec, parameters);
  inquiry.groups.set(key, asked);
  const rows = (await asked).filter((row) => counts(row, source));
  return { group, spec, source, count: rows.length, rows };
}

function specOf({ group }: MetricSource, { attendanceForm }: MonthFacts): SqlGroup | undefined {
  if (group !== 'attendance') return SQL_GROUPS[group];
  return attendanceForm === undefined ? undefined : ATTENDANCE_GROUPS[attendanceForm];
}

/** What is found out for the rows of all figures at once. */
interface Found {
  readonly places: ReadonlyMap<Row, EvidencePlace>;
  /** By scope of credit, then by order. */
  readonly credits: ReadonlyMap<string, ReadonlyMap<number, Credit>>;
}

/** Looks rows up in their files: each file is read at most one more time. */
async function locate(drafts: readonly Draft[], facts: MonthFacts): Promise<Found['places']> {
  const places = new Map<Row, EvidencePlace>();
  for (const kind of ['chats', 'calls'] as const) {
    const rows = [
      ...new Set(drafts.flatMap((draft) => (draft.spec.locate === kind ? draft.rows : []))),
    ];
    const found = await facts.locate(kind, rows.map(bulkRowOf));
    for (const [index, row] of rows.entries()) {
      const place = found[index];
      if (place !== undefined) places.set(row, place);
    }
  }
  return places;
}

async function credit(drafts: readonly Draft[], inquiry: Inquiry): Promise<Found['credits']> {
  const credits = new Map<string, ReadonlyMap<number, Credit>>();
  for (const scope of ['paid', 'created'] as const) {
    const rows = drafts.flatMap((draft) => (draft.spec.credit === scope ? draft.rows : []));
    const purchases = rows.map(({ purchase }) => Number(purchase));
    if (purchases.length > 0) {
      credits.set(
        scope,
        await creditsOf(purchases, scope, { ...inquiry, parameters: inquiry.own }),
      );
    }
  }
  return credits;
}

function finished(
  { group, spec, source, count, rows }: Draft,
  { places, credits }: Found,
  { facts }: Inquiry,
): EvidenceSet {
  const ofOrders = credits.get(spec.credit ?? '');
  return {
    group,
    count,
    rows: rows.map(
      (row): EvidenceRow => ({
        place: placeIn(row) ?? places.get(row),
        cells: cellsOf(row, spec, facts),
        adds: numberIn(row, source.adds),
        addsBelow: numberIn(row, source.below),
        credit: ofOrders?.get(Number(row.purchase)),
      }),
    ),
  };
}
