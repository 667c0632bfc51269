import type { MetricValue } from '../../catalogue/figure.js';
import { metricAmong } from '../../catalogue/metrics/filtered.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { EngineRow } from '../../lib/engine.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Agent } from '../../shop/shop.js';
import { overOrders } from '../filtered-orders.js';
import { partsOfMetric } from '../imports.js';
import type { MonthMetrics } from '../month-metrics.js';
import { type SqlParameters, sqlParameters } from '../rows/sql.js';
import { viewName } from '../rows/views.js';
import { listMessages } from '../talk/agent-messages.js';
import { creditsOf } from './credits-of-orders.js';
import type {
  Credit,
  EvidencePlace,
  EvidenceRequest,
  EvidenceRow,
  EvidenceSet,
  EvidenceSource,
  FigureEvidence,
} from './evidence.js';
import {
  allRows,
  bulkRowOf,
  cellsOf,
  countListedRows,
  counts,
  firstRows,
  numberIn,
  placeIn,
} from './listed-rows.js';
import { type ShownRows, shownRows } from './shown-rows.js';
import { caseSet, conductSet, dueSet, eventSet, importedSet, ratingSet } from './small-rows.js';
import { type MetricSource, metricSources } from './sources.js';

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
  readonly groups: Map<string, Promise<readonly EngineRow[]>>;
}

/** Rows of one group that count for a metric, as SQL gives them. */
interface CountedRows {
  readonly shown: ShownRows;
  readonly source: MetricSource;
  readonly count: number;
  readonly rows: readonly EngineRow[];
}

type Part = EvidenceSet | CountedRows;

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
  if (requests.some((request) => needsMessages(request, inquiry))) {
    const { agent, facts, settings, own } = inquiry;
    await listMessages(agent.index, facts, settings, own);
  }
  const found: { request: EvidenceRequest; parts: readonly Part[] }[] = [];
  for (const request of requests) found.push({ request, parts: await partsOf(request, inquiry) });
  const counted = found.flatMap(({ parts }) => parts.filter(isCounted));
  const about = {
    places: await locate(counted, inquiry.facts),
    credits: await credit(counted, inquiry),
  };
  return found.map(({ request, parts }) => ({
    subject: request.subject,
    ...(isQuotient(request, inquiry) ? { isQuotient: true } : {}),
    sets: parts.map((part) => (isCounted(part) ? finished(part, about, inquiry) : part)),
  }));
}

function isQuotient({ subject: { kind, id } }: EvidenceRequest, { metrics }: Inquiry): boolean {
  return kind === 'metric' && metricAmong(id, metrics.filtered)?.quotient === true;
}

function isCounted(part: Part): part is CountedRows {
  return 'shown' in part;
}

function requestedSources(
  { subject }: EvidenceRequest,
  { metrics }: Inquiry,
): readonly MetricSource[] {
  if (subject.kind !== 'metric') return [];
  const over = overOrders(metrics.filtered ?? []).find(({ metric }) => metric.id === subject.id);
  if (over !== undefined) {
    const { metric, filter } = over;
    return metricSources(metric.filtered.base).map((source) => ({ ...source, filter }));
  }
  const metric = metricById(subject.id);
  return metric === undefined ? [] : metricSources(metric);
}

function needsMessages(request: EvidenceRequest, inquiry: Inquiry): boolean {
  const { facts } = inquiry;
  return (
    facts.files.has('chats') &&
    requestedSources(request, inquiry).some(({ of }) => shownRows(of, facts)?.messages === true)
  );
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
  const isShops = metricAmong(id, metrics.filtered)?.level === 'shop';
  const figure = isShops ? metrics.shop.get(id) : metrics.agents.get(agent.id)?.metrics.get(id);
  if (figure === undefined || figure.state === 'missing') return [];
  if (isImported(figure)) {
    const divided = figure.numerator === undefined ? {} : partsOfMetric(id, settings.refundBasis);
    return [importedSet(id, isShops ? undefined : agent.index, divided, facts)];
  }
  const conduct = conductSet(id, agent, facts);
  if (conduct !== undefined) return [conduct];
  const parts: Part[] = [];
  for (const source of requestedSources(request, inquiry)) {
    const part = await sqlPart(source, request, isShops, inquiry);
    if (part !== undefined) parts.push(part);
  }
  return id === 'workdays_due' && parts.every(isEmpty) ? [dueSet(agent, facts)] : parts;
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
  const shown = shownRows(source.of, facts);
  if (shown === undefined) return undefined;
  const { group } = shown;
  const parameters = isShops ? inquiry.shop : inquiry.own;
  if (detail === 'count' && group !== 'attendance') {
    return { group, count: await countListedRows(facts, source, parameters), rows: undefined };
  }
  if (most !== undefined) {
    const count = await countListedRows(facts, source, parameters);
    return { shown, source, count, rows: await firstRows(facts, source, parameters, most) };
  }
  const key = `${isShops} ${viewName(source.of, source.filter)}`;
  const asked = inquiry.groups.get(key) ?? allRows(facts, source, parameters);
  inquiry.groups.set(key, asked);
  const rows = (await asked).filter((row) => counts(row, source));
  return { shown, source, count: rows.length, rows };
}

/** What is found out for the rows of all figures at once. */
interface FoundOut {
  readonly places: ReadonlyMap<EngineRow, EvidencePlace>;
  /** By scope of credit, then by order. */
  readonly credits: ReadonlyMap<string, ReadonlyMap<number, Credit>>;
}

/** Looks rows up in their files: each file is read at most one more time. */
async function locate(
  counted: readonly CountedRows[],
  facts: MonthFacts,
): Promise<FoundOut['places']> {
  const places = new Map<EngineRow, EvidencePlace>();
  for (const kind of ['chats', 'calls'] as const) {
    const rows = [
      ...new Set(counted.flatMap((each) => (each.shown.locate === kind ? each.rows : []))),
    ];
    const found = await facts.locate(kind, rows.map(bulkRowOf));
    for (const [index, row] of rows.entries()) {
      const place = found[index];
      if (place !== undefined) places.set(row, place);
    }
  }
  return places;
}

async function credit(
  counted: readonly CountedRows[],
  inquiry: Inquiry,
): Promise<FoundOut['credits']> {
  const credits = new Map<string, ReadonlyMap<number, Credit>>();
  for (const scope of ['paid', 'created'] as const) {
    const rows = counted.flatMap((each) => (each.shown.credit === scope ? each.rows : []));
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
  { shown, source, count, rows }: CountedRows,
  { places, credits }: FoundOut,
  { facts }: Inquiry,
): EvidenceSet {
  const ofOrders = credits.get(shown.credit ?? '');
  return {
    group: shown.group,
    count,
    rows: rows.map(
      (row): EvidenceRow => ({
        place: placeIn(row) ?? places.get(row),
        cells: cellsOf(row, shown, facts),
        adds: numberIn(row, source.adds),
        addsBelow: numberIn(row, source.below),
        credit: ofOrders?.get(Number(row.purchase)),
      }),
    ),
  };
}
