import { metricAmong } from '../catalogue/metrics/filtered.js';
import type {
  EvidenceRequest,
  EvidenceSource,
  EvidenceSubject,
  FigureEvidence,
} from '../metrics/evidence/evidence.js';
import type { NameKind, Trace } from '../rulebook/values/trace.js';
import type { PaidMonth } from './run.js';
import type { PayLine, ScoreItem, Statement, Titled } from './statement.js';

/** What is small enough to be listed in an explanation of everything. */
const SMALL: ReadonlySet<EvidenceSubject['kind']> = new Set(['rating', 'event', 'case']);

/** The kinds of names that have rows behind them. */
const SUBJECTS: Readonly<Partial<Record<NameKind, EvidenceSubject['kind']>>> = {
  metric: 'metric',
  rating: 'rating',
  event: 'event',
  case: 'case',
};

/**
 * Every metric, rating, event and case that the traces of lines and items name, each once, in order of
 * first appearance; what stands behind a name in turn is among them.
 */
function subjectsOf(explained: readonly (PayLine | ScoreItem)[]): readonly AskedSubject[] {
  const subjects = new Map<string, AskedSubject>();
  // Values are shared between lines: what was walked through once needs no second visit.
  const seen = { own: new Set<Trace>(), team: new Set<Trace>() };
  const visit = (trace: Trace, above: boolean): void => {
    const ofTeam = (above || asksTeam(trace)) && !isComputed(trace);
    const visited = ofTeam ? seen.team : seen.own;
    if (visited.has(trace)) return;
    visited.add(trace);
    const kind = trace.name === undefined ? undefined : SUBJECTS[trace.name.kind];
    if (kind !== undefined && trace.name !== undefined) {
      const subject = { kind, id: idOf(kind, trace.name.id), title: trace.name.title };
      const key = `${kind} ${subject.id}`;
      const before = subjects.get(key);
      subjects.set(key, { ...subject, ofTeam: ofTeam || before?.ofTeam === true });
    }
    for (const part of trace.parts) visit(part, ofTeam);
  };
  for (const { trace } of explained) visit(trace, false);
  return [...subjects.values()];
}

/** A subject, and whether a figure over the team rests on everybody's. */
interface AskedSubject extends EvidenceSubject {
  readonly ofTeam: boolean;
}

/** Whether a step looks at the whole team: a function over it, a place in it. */
function asksTeam({ operation }: Trace): boolean {
  return typeof operation === 'object' && operation.ofTeam === true;
}

/** What colleagues' scores and lines come from is told to them, not to one's neighbour. */
function isComputed({ name }: Trace): boolean {
  return (
    name !== undefined && (name.kind === 'score' || name.kind === 'item' || name.kind === 'line')
  );
}

/** What is to be explained: parts of a statement, and metrics that were named; `whole`: everything. */
interface Explaining {
  readonly explained: readonly (PayLine | ScoreItem)[];
  readonly metrics: readonly Titled[];
  readonly whole: boolean;
}

/** The rows behind an explanation: of the metrics that were named, and of those that the parts name. */
export interface Evidence {
  readonly metrics: readonly FigureEvidence[];
  readonly parts: readonly FigureEvidence[];
}

/**
 * The rows behind what is explained to an agent, the first `most` of each kind. Where one line asks about
 * the team, the rows of the colleagues follow one's own.
 */
export async function evidenceFor(
  statement: Statement,
  { explained, metrics, whole }: Explaining,
  month: PaidMonth,
  source: EvidenceSource,
  most: number | undefined,
): Promise<Evidence> {
  const agent = month.roster.find(({ id }) => id === statement.agent);
  if (agent === undefined) return { metrics: [], parts: [] };
  const named = metrics.map(({ id, title }) => ({ kind: 'metric' as const, id, title }));
  const inParts = subjectsOf(explained);
  const found = await source.of(agent, [
    ...requestsFor(named, false, most),
    ...requestsFor(otherThan(named, inParts), whole, most),
  ]);
  const ofTeam = whole
    ? []
    : inParts.filter((subject) => subject.ofTeam && !isOfShop(subject, month));
  const requests = requestsFor(ofTeam, false, most);
  const colleagues: FigureEvidence[] = [];
  for (const { id, name } of requests.length === 0 ? [] : colleaguesOf(statement, month)) {
    const colleague = month.roster.find((each) => each.id === id);
    const theirs = colleague === undefined ? [] : await source.of(colleague, requests);
    colleagues.push(...theirs.map((figure) => ({ ...figure, colleague: { id, name } })));
  }
  // What has no rows of its own, such as the size of the team, is told by its value.
  const parts = [...found.slice(named.length), ...colleagues];
  return {
    metrics: found.slice(0, named.length),
    parts: parts.filter(({ sets }) => sets.length > 0),
  };
}

function colleaguesOf({ agent, plan, team }: Statement, { statements }: PaidMonth) {
  return statements
    .filter((each) => each.plan === plan && each.team === team && each.agent !== agent)
    .map((each) => ({ id: each.agent, name: each.name }));
}

/** The shop's figures are the same for everybody. */
function isOfShop({ kind, id }: EvidenceSubject, { metrics }: PaidMonth): boolean {
  return kind === 'metric' && metricAmong(id, metrics?.filtered)?.level !== 'agent';
}

/** `complaint.points` asks for a field of the rows of `complaint`. */
function idOf(kind: EvidenceSubject['kind'], id: string): string {
  return kind === 'event' || kind === 'case' ? id.replace(/\..*$/, '') : id;
}

/**
 * Asks for the rows, the first `most` of each kind; of everything in one go only the small groups are
 * listed, the rest is counted.
 */
function requestsFor(
  subjects: readonly EvidenceSubject[],
  everything: boolean,
  most: number | undefined,
): readonly EvidenceRequest[] {
  return subjects.map(({ kind, id, title }) => ({
    subject: { kind, id, title },
    detail: everything && !SMALL.has(kind) ? 'count' : 'rows',
    ...(most === undefined ? {} : { most }),
  }));
}

/** The subjects that are not told elsewhere. */
function otherThan(
  listed: readonly EvidenceSubject[],
  subjects: readonly AskedSubject[],
): readonly AskedSubject[] {
  return subjects.filter(
    ({ kind, id }) => !listed.some((each) => each.kind === kind && each.id === id),
  );
}
