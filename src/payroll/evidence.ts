import type { EvidenceRequest, EvidenceSubject } from '../metrics/evidence/evidence.js';
import type { NameKind, Trace } from '../rulebook/trace.js';
import type { PayLine, ScoreItem } from './statement.js';

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
export function subjectsOf(
  explained: readonly (PayLine | ScoreItem)[],
): readonly EvidenceSubject[] {
  const subjects = new Map<string, EvidenceSubject>();
  // Values are shared between lines: what was walked through once needs no second visit.
  const seen = new Set<Trace>();
  const visit = (trace: Trace): void => {
    if (seen.has(trace)) return;
    seen.add(trace);
    const kind = trace.name === undefined ? undefined : SUBJECTS[trace.name.kind];
    if (kind !== undefined && trace.name !== undefined) {
      const subject = { kind, id: idOf(kind, trace.name.id), title: trace.name.title };
      const key = `${kind} ${subject.id}`;
      if (!subjects.has(key)) subjects.set(key, subject);
    }
    for (const part of trace.parts) visit(part);
  };
  for (const { trace } of explained) visit(trace);
  return [...subjects.values()];
}

/** `complaint.points` asks for a field of the rows of `complaint`. */
function idOf(kind: EvidenceSubject['kind'], id: string): string {
  return kind === 'event' || kind === 'case'
    ? id.replace(/\.(count|amount|points|grave|order_amount)$/, '')
    : id;
}

/**
 * Asks for the rows, the first `most` of each kind; of everything in one go only the small groups are
 * listed, the rest is counted.
 */
export function requestsFor(
  subjects: readonly EvidenceSubject[],
  everything: boolean,
  most: number | undefined,
): readonly EvidenceRequest[] {
  return subjects.map((subject) => ({
    subject,
    detail: everything && !SMALL.has(subject.kind) ? 'count' : 'rows',
    ...(most === undefined ? {} : { most }),
  }));
}

/** The subjects that are not told elsewhere. */
export function otherThan(
  told: readonly EvidenceSubject[],
  subjects: readonly EvidenceSubject[],
): readonly EvidenceSubject[] {
  return subjects.filter(
    ({ kind, id }) => !told.some((each) => each.kind === kind && each.id === id),
  );
}
