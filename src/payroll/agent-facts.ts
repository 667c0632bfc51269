import type { MetricValue, MissingReason } from '../catalogue/figure.js';
import type { InputKind } from '../catalogue/inputs.js';
import type { Metric } from '../catalogue/metric.js';
import { METRICS } from '../catalogue/metrics/metrics.js';
import { targetKey, targetNamed } from '../catalogue/metrics/targets.js';
import { inputOfRecord, LEAVE, RECORDS } from '../catalogue/records.js';
import type { Grading, GradingRow, OccurrenceRow } from '../catalogue/rows.js';
import { isKindUnread } from '../intake/facts/unread.js';
import { type Dated, valueIn } from '../lib/dated.js';
import type { Decimal } from '../lib/decimal.js';
import { inQuotes, sameInAll, type Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import { suggest } from '../lib/suggest.js';
import type { AgentMonth, MonthMetrics } from '../metrics/month-metrics.js';
import type { Facts, Figure, Happenings } from '../rulebook/values/node.js';
import { NO_HISTORY } from '../rulebook/values/obstacles.js';
import {
  type Cause,
  type CauseOf,
  missing,
  numberValue,
  UNDEFINED,
  type Value,
} from '../rulebook/values/value.js';
import type { ShopConfig } from '../shop/config.js';
import { CONFIG_FILE } from '../shop/open.js';
import type { Agent } from '../shop/shop.js';
import { listedNames, listedTitles } from '../words/lists.js';
import { rosterValue } from './roster-facts.js';

/** What the facts of a month are put together from. */
export interface FactSources {
  readonly month: Month;
  readonly config: ShopConfig;
  readonly metrics: MonthMetrics;
  readonly titles: ReadonlyMap<string, Title>;
  /** Titles of rating items and events, of the rulebooks in force. */
  readonly words: ReadonlyMap<string, Title>;
}

/** The titles of all metrics, the shop's own too. */
export function titlesById(custom: readonly Metric[]): ReadonlyMap<string, Title> {
  return new Map([...METRICS, ...custom].map(({ id, title }) => [id, title]));
}

/** What is known of one agent's month, as rules ask for it; of its days see `askedDays`, of hours `hoursOf`. */
export function factsOf(agent: Agent, sources: FactSources): Omit<Facts, 'days' | 'hours'> {
  const { metrics, month, config } = sources;
  const own = metrics.agents.get(agent.id);
  const insured = withShopDefaults(agent, sources);
  return {
    metric(id) {
      const value = own?.metrics.get(id) ?? metrics.shop.get(id);
      return figureOf(value, id, agent, sources);
    },
    rating: (item) => ratingOf(own, item, agent, sources),
    gradings: (item) => (own?.gradings.get(item) ?? []).map(ofScoreColumn),
    events: (id) => happeningsOf(rowsOfKind(own, 'event', id), 'event', id, agent, sources),
    cases: (id) => happeningsOf(rowsOfKind(own, 'case', id), 'case', id, agent, sources),
    roster: (field) => rosterValue(insured, field, month, config.levels),
    target: (id) => targetOf(id, agent, sources),
    recorded: () => undefined,
  };
}

/** An agent with what kpi.yaml says of the insurance of everybody. */
function withShopDefaults(
  agent: Agent,
  { config: { statutory }, month }: Pick<FactSources, 'config' | 'month'>,
): Agent {
  if (statutory === undefined) return agent;
  const fundRate = statutory.fundRate && valueIn(statutory.fundRate, month);
  const fundSupplement = valueIn(statutory.fundSupplement, month);
  return {
    place: statutory.place,
    ...(fundRate && { fundRate }),
    ...(fundSupplement && { fundSupplement }),
    ...agent,
  };
}

/** A target of the agent: what the files give the agent, else what kpi.yaml sets for everybody. */
function targetOf(id: string, agent: Agent, { metrics, month, config }: FactSources): Figure {
  if (isKindUnread(metrics.unread, 'targets', agent.index)) return { value: missing() };
  const key = targetKey(id);
  const own = metrics.agents.get(agent.id)?.targets?.get(key);
  if (own !== undefined) return { value: numberValue(own.value), place: own.place };
  const name = targetNamed(id).title;
  const set = Object.keys(config.targets).find((each) => each === id || targetKey(each) === key);
  const number = set === undefined ? undefined : valueIn(config.targets[set] ?? NEVER, month);
  if (number !== undefined) return { value: numberValue(number) };
  const file = [...metrics.agents.values()].flatMap(({ targets }) => targets?.get(key) ?? [])[0]
    ?.place.file;
  const params = { target: id, month };
  const place = { file: file ?? CONFIG_FILE };
  const misspelt = set === undefined ? misspeltTarget(id, config) : undefined;
  if (misspelt !== undefined) return { value: missing({ ...misspelt, name }) };
  if (file === undefined) {
    return { value: missing({ name, code: 'target-not-set', place, params }) };
  }
  const about = { ...params, title: targetNamed(key).title, agent: agent.id, file };
  return { value: missing({ name, code: 'target-without-row', place, params: about }) };
}

/** The key of kpi.yaml that was most likely meant for a target, where it is none itself. */
function misspeltTarget(
  id: string,
  { targets }: ShopConfig,
): Omit<CauseOf<'misspelt-target'>, 'name'> | undefined {
  const isTarget = (key: string) => targetNamed(targetKey(key)).unit !== undefined;
  const names = new Set([id, targetKey(id), targetNamed(targetKey(id)).title.zh]);
  for (const [key, { place }] of Object.entries(targets)) {
    const meant = isTarget(key) ? undefined : suggest(key, names);
    if (meant === undefined || place === undefined) continue;
    const params = { target: key, meant, known: listedNames([...names]) };
    return { code: 'misspelt-target', place, cell: key, params };
  }
  return undefined;
}

/** No value in any month. */
const NEVER: Dated<Decimal> = { entries: [] };

/** The agent's consults by hour: chats alone say when a consult began. */
export function hoursOf(agent: Agent, sources: FactSources): ReturnType<Facts['hours']> {
  const known = sources.metrics.hours?.get(agent.id);
  if (isKindUnread(sources.metrics.unread, 'chats', agent.index)) return { missing: missing() };
  const without = { kind: 'no-file', input: 'chats' } as const;
  return known ?? { missing: missing(metricCause(without, 'consults', agent, sources)) };
}

/** A figure as rules see it. */
export function figureOf(
  value: MetricValue | undefined,
  id: string,
  agent: Agent,
  sources: FactSources,
): Figure {
  if (value === undefined) {
    return { value: missing(metricCause({ kind: 'not-imported' }, id, agent, sources)) };
  }
  switch (value.state) {
    case 'known':
      return { ...value, value: numberValue(value.value) };
    case 'undefined':
      return { ...value, value: UNDEFINED };
    case 'missing':
      // Why something could not be read is told where it stands.
      if (value.reason.kind === 'unread') return { value: missing() };
      return { value: missing(metricCause(value.reason, id, agent, sources)) };
  }
}

function metricCause(
  reason: Exclude<MissingReason, { kind: 'unread' }>,
  id: string,
  agent: Agent,
  { month, titles, metrics }: FactSources,
): Cause {
  const name = titles.get(id) ?? sameInAll(id);
  const blank = blankCause(name, inputOf(reason), metrics);
  if (blank !== undefined) return blank;
  const params = { metric: name, id, month };
  switch (reason.kind) {
    case 'no-file': {
      const imported = importsOf(id, metrics);
      if (imported !== undefined) {
        const about = { metric: inQuotes(name), asked: name, agent: agent.id, file: imported };
        return { name, code: 'metric-without-row', place: { file: imported }, params: about };
      }
      const file = fileOf(month, reason.input);
      return { name, code: 'metric-without-file', place: { file }, params: { ...params, file } };
    }
    case 'no-row': {
      const { file, figures = [id] } = reason;
      const metric = listedTitles(
        'names',
        figures.map((each) => inQuotes(titles.get(each) ?? sameInAll(each))),
      );
      const about = { metric, asked: name, agent: agent.id, file };
      return { name, code: 'metric-without-row', place: { file }, params: about };
    }
    case 'no-cell': {
      const { file, column } = reason;
      const about = { metric: name, id, file, column };
      return { name, code: 'metric-without-cell', place: { file }, params: about };
    }
    case 'not-recorded':
      return { ...NO_HISTORY, name };
    case 'not-imported': {
      const file =
        importsOf(id, metrics) ?? metrics.files.get('metrics')?.[0] ?? fileOf(month, 'metrics');
      const about = { ...params, agent: agent.id, file };
      return { name, code: 'metric-not-imported', place: { file }, params: about };
    }
    case 'no-parts':
      return { name, code: 'no-parts', place: { file: fileOf(month, 'metrics') }, params };
  }
}

/** The file from which the others have a figure: that of an agent without it lacks there. */
function importsOf(id: string, { agents }: MonthMetrics): string | undefined {
  for (const { metrics } of agents.values()) {
    const value = metrics.get(id);
    if (value?.state === 'known' && value.origin === 'imported') return value.place?.file;
  }
  return undefined;
}

/** The kind of input whose row or column lacks. */
function inputOf(reason: MissingReason): InputKind | undefined {
  if (reason.kind === 'no-row') return reason.input;
  return reason.kind === 'not-imported' ? 'metrics' : undefined;
}

/** That nobody has filled in the form that would say it, whatever and whoever it is about. */
function blankCause(
  name: Title,
  input: InputKind | undefined,
  { blankForms }: MonthMetrics,
): Cause | undefined {
  const file = input && blankForms?.get(input);
  return file === undefined
    ? undefined
    : { name, code: 'form-not-filled', place: { file }, params: {} };
}

/** The file that would supply a kind of input. */
function fileOf(month: Month, kind: InputKind): string {
  return `${month}/${kind}.csv`;
}

function ratingOf(
  own: AgentMonth | undefined,
  item: string,
  agent: Agent,
  { metrics, month, words }: FactSources,
): Value {
  if (isKindUnread(metrics.unread, 'ratings', agent.index)) return missing();
  const rating = own?.ratings.get(item);
  if (rating?.kind === 'grade') return { kind: 'grade', grade: rating.grade };
  if (rating?.kind === 'number') return numberValue(rating.mean);
  // Grades among numbers make no rating: that is told where they stand.
  if (own?.gradings.has(item) === true) return missing();
  const name = words.get(`rating.${item}`) ?? sameInAll(item);
  const blank = blankCause(name, 'ratings', metrics);
  if (blank !== undefined) return missing(blank);
  const file = metrics.files.get('ratings')?.[0] ?? fileOf(month, 'ratings');
  const params = { item, title: name, file };
  const place = { file };
  return metrics.files.has('ratings')
    ? missing({ name, code: 'rating-missing', place, params: { ...params, agent: agent.id } })
    : missing({ name, code: 'ratings-without-file', place, params });
}

function ofScoreColumn({ place, ...grading }: GradingRow): Grading {
  return { ...grading, place: { ...place, column: '评分' } };
}

/** The rows of an event or of a kind of record; undefined when no file says whether there were any. */
export function rowsOfKind(
  own: AgentMonth | undefined,
  kind: 'event' | 'case',
  id: string,
): readonly OccurrenceRow[] | undefined {
  if (kind === 'case' && id === LEAVE) return own?.leaves;
  const rows = kind === 'event' ? own?.events : own?.cases;
  return rows && (rows.get(id) ?? []);
}

/** The rows as rules see them. Without an events file nothing happened; what else there was must be known. */
export function happeningsOf(
  rows: readonly OccurrenceRow[] | undefined,
  kind: 'event' | 'case',
  id: string,
  agent: Agent,
  { month, metrics }: FactSources,
): Happenings {
  const input = kind === 'event' ? 'events' : inputOfRecord(id);
  if (isKindUnread(metrics.unread, input, agent.index)) return { missing: missing() };
  if (rows !== undefined) return rows;
  if (input === 'events') return [];
  const name = RECORDS[id] ?? sameInAll(id);
  const files = metrics.files.get(input);
  const file = files?.join(', ') ?? fileOf(month, input);
  const about = { name, place: { file } };
  if (files === undefined) {
    const params = { metric: name, file };
    return { missing: missing({ ...about, code: 'metric-without-file', params }) };
  }
  const params = { metric: name, id, file, column: REQUESTED_ON };
  return { missing: missing({ ...about, code: 'metric-without-cell', params }) };
}

/** Without it nothing is known of leaves that the figures of attendance do not say. */
const REQUESTED_ON: Title = { zh: '申请日期', en: 'requested_on' };
