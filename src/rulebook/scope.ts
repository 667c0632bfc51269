import type { Metric } from '../catalogue/metric.js';
import { METRICS } from '../catalogue/metrics.js';
import { ROSTER_FIELDS } from '../catalogue/roster-fields.js';
import { COMPLAINT_KINDS, type ComplaintKind } from '../catalogue/vocabulary.js';
import type { Title } from '../lib/language.js';
import { suggest } from '../lib/suggest.js';
import { compileFormula } from './formula/compile.js';
import type { Lookup, Reference, Scope } from './names.js';
import type { Slot } from './node.js';
import {
  type HappeningField,
  happeningReference,
  metricReference,
  ratingReference,
  rosterReference,
  slotReference,
  targetReference,
} from './references.js';
import { PLAIN } from './type.js';

/** A slot that is compiled when it is first asked for, because its type follows from its formula. */
export interface LazySlot {
  readonly slot: Slot;
  /** Compiles it; false when it is being compiled already, which is a circle. */
  ensure(): boolean;
}

/** What one book brings into the names of its formulas. */
export interface BookNames {
  readonly id: string;
  /** Parameters, definitions, items and lines of the book itself. */
  readonly own: readonly LazySlot[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
}

/** What all books of a plan see of one another. */
export interface PlanNames {
  readonly customMetrics: readonly Metric[];
  readonly scores: readonly Slot[];
  /** Points and total of the plan's first scorecard; undefined when the plan has none. */
  readonly score: Slot | undefined;
  readonly scoreTotal: Slot | undefined;
  /** Items of the plan's scorecards; keys `item.SCORECARD.ID`. */
  readonly items: readonly Slot[];
  readonly lines: readonly Slot[];
  readonly categories: readonly Slot[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
}

/** The words before the dot in `metric.x`, in both languages. */
const PREFIXES: Readonly<Record<string, string>> = {
  指标: 'metric',
  项目: 'item',
  工资项: 'line',
  得分: 'score',
  类别: 'category',
  评分: 'rating',
  事项: 'event',
  记录: 'case',
  目标: 'target',
  参数: 'parameter',
  花名册: 'roster',
};
const KINDS: ReadonlySet<string> = new Set(Object.values(PREFIXES));
const FIELDS: Readonly<Record<string, HappeningField>> = {
  amount: 'amount',
  金额: 'amount',
  points: 'points',
  扣分: 'points',
  grave: 'grave',
  重大: 'grave',
};

/**
 * The names that a formula of a book can use: first the book's own, then metrics, then everything else of
 * the plan. `self` is the entry in which the formula stands: a bare name never means that.
 */
export function createScope(book: BookNames, plan: PlanNames, self: Slot | undefined): Scope {
  const metrics = [...METRICS, ...plan.customMetrics];
  const scope: Scope = {
    lookup(name) {
      const wanted = name.normalize('NFKC').trim();
      const dot = wanted.indexOf('.');
      if (dot > 0) {
        const prefix = wanted.slice(0, dot);
        const kind = PREFIXES[prefix] ?? prefix;
        if (KINDS.has(kind)) return qualified(kind, wanted.slice(dot + 1), book, plan, metrics);
      }
      const isSelf = self !== undefined && named(self, wanted);
      const tiers = [
        () => ownNames(wanted, book, self),
        () => metricNames(wanted, metrics),
        () => otherNames(wanted, plan, self),
        () => scoreShare(wanted, book, plan, scope),
      ];
      for (const tier of tiers) {
        const found = distinct(tier());
        if (found.length > 0) return one(found);
      }
      if (isSelf) return { found: 'self', slot: self };
      return { found: 'none', meant: suggest(wanted, allNames(book, plan, metrics)) };
    },
  };
  return scope;
}

const SCORE_SHARE: Title = { zh: '得分率', en: 'Score share' };

/** `score_share`: score ÷ total, at most 1 unless the book's parameter `cap` says more. */
function scoreShare(
  name: string,
  book: BookNames,
  plan: PlanNames,
  scope: Scope,
): readonly Reference[] {
  const id = 'score_share';
  if (!named({ id, title: SCORE_SHARE }, name) || plan.score === undefined) return [];
  const hasCap = book.own.some(({ slot }) => slot.kind === 'parameter' && slot.id === 'cap');
  const most = hasCap ? 'parameter.cap' : '100%';
  const node = compileFormula(`min(${most}, score ÷ score_total)`, scope, () => {});
  if (node === undefined) return [];
  const title = SCORE_SHARE;
  return [
    {
      kind: 'score',
      id,
      title,
      type: PLAIN,
      unit: 'ratio',
      uses: node.uses,
      read(env) {
        const trace = node.evaluate(env);
        const { value } = trace;
        return {
          step: 'name',
          value,
          unit: 'ratio',
          name: { kind: 'score', id, title },
          parts: [trace],
          notes: [],
        };
      },
    },
  ];
}

function one(found: readonly Reference[]): Lookup {
  const [reference] = found;
  if (reference === undefined) return { found: 'none', meant: undefined };
  return found.length === 1 ? { found: 'one', reference } : { found: 'several', references: found };
}

/** The same thing found under its id and its title is one thing. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const key = reference.uses[0]?.key ?? `${reference.kind}.${reference.id}`;
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()];
}

function named(thing: { readonly id: string; readonly title: Title }, name: string): boolean {
  return thing.id === name || thing.title.zh.normalize('NFKC') === name;
}

function ownNames(name: string, book: BookNames, self: Slot | undefined): readonly Reference[] {
  return book.own
    .filter(({ slot }) => slot !== self && named(slot, name))
    .flatMap((lazy) => {
      // A circle among definitions: the slot's own compilation reports it.
      lazy.ensure();
      return [slotReference(lazy.slot)];
    });
}

function metricNames(name: string, metrics: readonly Metric[]): readonly Reference[] {
  return metrics
    .filter((metric) => named(metric, name) || metric.aliases?.includes(name) === true)
    .map(metricReference);
}

function otherNames(name: string, plan: PlanNames, self: Slot | undefined): readonly Reference[] {
  const slots = [...plan.scores, ...plan.items, ...plan.lines]
    .filter((slot) => slot !== self && named(slot, name))
    .map(slotReference);
  const words = [plan.score, plan.scoreTotal]
    .filter((slot) => slot !== undefined && named(slot, name))
    .flatMap((slot) => (slot === undefined ? [] : [slotReference(slot)]));
  const fields = ROSTER_FIELDS.filter((field) => named(field, name)).map(rosterReference);
  const ratings = [...plan.ratings]
    .filter(([id, title]) => id !== name && title.zh === name)
    .map(([id, title]) => ratingReference(id, title));
  const events = [...plan.events]
    .filter(([id, title]) => id !== name && title.zh === name)
    .map(([id, title]) => happeningReference('event', id, 'count', title));
  return [...words, ...slots, ...fields, ...ratings, ...events];
}

/** `metric.x`, `line.x`, …: the kind is said outright. */
function qualified(
  kind: string,
  rest: string,
  book: BookNames,
  plan: PlanNames,
  metrics: readonly Metric[],
): Lookup {
  const slots = (all: readonly Slot[]) =>
    one(all.filter((slot) => named(slot, rest)).map(slotReference));
  switch (kind) {
    case 'metric':
      return one(metricNames(rest, metrics));
    case 'line':
      return slots(plan.lines);
    case 'category':
      return slots(plan.categories);
    case 'score':
      return slots(plan.scores);
    case 'item':
      return one(
        plan.items
          .filter((slot) => named(slot, rest) || slot.key === `item.${rest}`)
          .map(slotReference),
      );
    case 'parameter': {
      const own = book.own.filter(({ slot }) => slot.kind === 'parameter' && named(slot, rest));
      for (const lazy of own) lazy.ensure();
      return one(own.map(({ slot }) => slotReference(slot)));
    }
    case 'roster':
      return one(ROSTER_FIELDS.filter((field) => named(field, rest)).map(rosterReference));
    case 'target':
      return one([targetReference(rest)]);
    case 'rating':
      return one(
        [...plan.ratings]
          .filter(([id, title]) => id === rest || title.zh === rest)
          .map(([id, title]) => ratingReference(id, title)),
      );
    default:
      return happening(kind === 'event' ? 'event' : 'case', rest, plan);
  }
}

/** `event.violation`, `event.suggestion.amount`, `case.error.grave`. */
function happening(kind: 'event' | 'case', rest: string, plan: PlanNames): Lookup {
  const [word = '', fieldWord] = rest.split('.');
  const field = fieldWord === undefined ? 'count' : FIELDS[fieldWord];
  if (field === undefined) {
    return { found: 'none', meant: suggest(fieldWord ?? '', Object.keys(FIELDS)) };
  }
  const known: readonly (readonly [string, Title])[] =
    kind === 'event' ? [...plan.events] : Object.entries(COMPLAINT_KINDS);
  const found = known.filter(([id, title]) => id === word || title.zh === word);
  if (found.length === 0) {
    return {
      found: 'none',
      meant: suggest(
        word,
        known.flatMap(([id, { zh }]) => [id, zh]),
      ),
    };
  }
  return one(
    found.map(([id, title]) => happeningReference(kind, id as ComplaintKind, field, title)),
  );
}

/** Everything that could have been meant. */
function allNames(book: BookNames, plan: PlanNames, metrics: readonly Metric[]): readonly string[] {
  const things = [
    ...book.own.map(({ slot }) => slot),
    ...metrics,
    ...plan.scores,
    ...plan.items,
    ...plan.lines,
    ...ROSTER_FIELDS,
    ...(plan.score === undefined ? [] : [plan.score]),
    ...(plan.scoreTotal === undefined ? [] : [plan.scoreTotal]),
  ];
  return things.flatMap(({ id, title }) => [id, title.zh]);
}
