import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { Title } from '../lib/language.js';
import type { Place } from '../lib/place.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { type TextKey, title } from '../words/text.js';

/** Rows of one kind of input: how many were read, how many the figures rest on, and why the others do not. */
export interface RowCounts {
  readonly read: number;
  readonly kept: number;
  readonly filtered: Readonly<Record<string, number>>;
}

/** The kinds whose rows are told apart, and for what reasons rows of them are left out. */
const REASONS = {
  chats: ['robot', 'system', 'unknown-agent', 'team'],
  orders: ['summary', 'fake', 'duplicate', 'other-month', 'unpaid', 'no-payment-time'],
  calls: ['unknown-agent'],
} as const satisfies Partial<Record<InputKind, readonly string[]>>;

type Kind = keyof typeof REASONS;
const KINDS = Object.keys(REASONS) as readonly Kind[];

/** The rows of each kind of input that the month has, from counts such as `chats.read`, `chats.robot`. */
export function rowCounts(counts: Readonly<Record<string, number>>): ReadonlyMap<Kind, RowCounts> {
  const found = KINDS.flatMap((kind) => {
    const read = counts[`${kind}.read`];
    if (read === undefined) return [];
    const filtered = Object.fromEntries(
      REASONS[kind]
        .map((reason) => [reason, counts[`${kind}.${reason}`] ?? 0] as const)
        .filter(([, rows]) => rows > 0),
    );
    const left = Object.values(filtered).reduce((sum, rows) => sum + rows, 0);
    return [[kind, { read, kept: read - left, filtered }] as const];
  });
  return new Map(found);
}

/** Says how many rows were left out, and why: a number that looks wrong is often among them. */
export function reportLeftOut(
  counts: Readonly<Record<string, number>>,
  { files, month, unread }: Pick<MonthFacts, 'files' | 'month' | 'unread'>,
  problems: Problems,
): void {
  // Rows of several files are counted together.
  const placeOf = (kind: InputKind): Place => {
    const [file, ...others] = files.get(kind) ?? [];
    return { file: file === undefined || others.length > 0 ? month : file };
  };
  for (const [kind, { read, kept, filtered }] of rowCounts(counts)) {
    // Of files in which something is wrong not every row has been judged.
    if (kept === read || unread.has(kind)) continue;
    const params = { kind: title(`input.${kind}`), read, kept, reasons: listed(filtered) };
    problems.report('rows-left-out', placeOf(kind), { params });
  }
  const consults = counts['consults.ad'] ?? 0;
  if (consults > 0 && !unread.has('chats')) {
    problems.report('advertising-left-out', placeOf('chats'), { params: { consults } });
  }
}

/** Why rows were left out, as the counts name it. */
type ReasonKey = Extract<TextKey, `reason.${string}`>;

function listed(filtered: Readonly<Record<string, number>>): Title {
  const parts = Object.entries(filtered).map(([reason, rows]) =>
    title(`reason.${reason}` as ReasonKey, { rows }),
  );
  return listedTitles('names', parts);
}
