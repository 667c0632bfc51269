import type { Metric } from '../../catalogue/metric.js';
import type { FilteredMetric } from '../../catalogue/metrics/filtered.js';
import { METRICS } from '../../catalogue/metrics/metrics.js';
import {
  RECORDS,
  ROW_FIELDS,
  type RowField,
  rowFieldNamed,
  rowFieldsOf,
} from '../../catalogue/records.js';
import { ROSTER_FIELDS } from '../../catalogue/roster-fields.js';
import { SCORE_NAMES } from '../../catalogue/score-names.js';
import { groupBy } from '../../lib/group.js';
import type { Title } from '../../lib/language.js';
import { type Nameable, type NearNames, nearNames, wrongName } from '../../words/known-names.js';
import { title as wording } from '../../words/text.js';
import type { Slot } from '../values/node.js';
import type { WorkCalendar } from '../values/work-calendar.js';
import type { FieldWords, Lookup, Reference, Scope, WrongName } from './reference.js';
import {
  happeningReference,
  metricReference,
  ratingReference,
  rosterReference,
  slotReference,
  targetReference,
} from './references.js';

/** What can be called by its id or its title. */
type Titled = Pick<Reference, 'id' | 'title'>;

/** A slot that is compiled when it is first asked for, because its type follows from its formula. */
export interface LazySlot {
  readonly slot: Slot;
  /** Compiles it, unless that is done or, in a circle, under way: the circle is found later on. */
  ensure(): void;
}

/** A metric that a book defines, with its name there: its id is told apart from other books'. */
export interface DefinedMetric extends Titled {
  readonly metric: FilteredMetric;
}

/** What one book brings into the names of its formulas. */
export interface BookNames {
  readonly id: string;
  /** Parameters, definitions, items and lines of the book itself. */
  readonly own: readonly LazySlot[];
  /** Metrics over some orders only, by the names that the book gives them. */
  readonly filtered: readonly DefinedMetric[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
}

/** What all books of a plan see of one another. */
export interface PlanNames {
  readonly customMetrics: readonly Metric[];
  /** From low to high. */
  readonly levels: readonly Nameable[];
  readonly calendar: () => WorkCalendar | undefined;
  readonly scores: readonly Slot[];
  /** Points and total of the plan's first scorecard; undefined when the plan has none. */
  readonly score: Slot | undefined;
  readonly scoreTotal: Slot | undefined;
  /** `score_share`: undefined when the plan has no score. */
  readonly scoreShare: ScoreShare | undefined;
  /** Items of the plan's scorecards; keys `item.SCORECARD.ID`. */
  readonly items: readonly Slot[];
  readonly lines: readonly Slot[];
  readonly categories: readonly Slot[];
  /** `gross`: what comes before a line of a book; undefined where it is one of the totals. */
  readonly grossAt: ((book: string, self: Slot | undefined) => Slot) | undefined;
  /** What pay comes to, for the books of the law. */
  readonly totals: readonly Slot[];
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
  /** Those of them that this plan does not have, but another may. */
  readonly elsewhere: ReadonlySet<Slot>;
  /** Lines, items and scores of the shop's other plans, which figures over the shop may name. */
  readonly ofOtherPlans: readonly Slot[];
  /** By roster field: the words that it can be, where these are known. */
  readonly words: ReadonlyMap<string, FieldWords>;
  /** What the formulas ask of single days and hours; filled while they compile. */
  readonly asked: Asked;
}

/** What share of the full score one has: capped by a parameter of the book that asks, else by 100%. */
export interface ScoreShare extends Titled {
  cappedBy(cap: Slot | undefined): Reference | undefined;
}

/** What is counted only because some formula asks for it. */
export interface Asked {
  /** Undefined until one asks for figures of single days, of metrics (by id) or of anything else. */
  byDay: Set<string> | undefined;
  /** Whether one asks for consults by hour. */
  byHour: boolean;
  /** Targets, as they are named. */
  readonly targets: Set<string>;
  /** The events whose rows are counted by the orders that they name. */
  readonly eventsByOrder: Set<string>;
}

/** What the sum of the earnings before a line is called. */
export const GROSS: Titled = { id: 'gross', title: { zh: '应发工资', en: 'Gross' } };

/** The words before the dot in `metric.x`, in both languages. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['指标', 'metric'],
  ['项目', 'item'],
  ['工资项', 'line'],
  ['得分', 'score'],
  ['类别', 'category'],
  ['评分', 'rating'],
  ['事项', 'event'],
  ['记录', 'case'],
  ['目标', 'target'],
  ['参数', 'parameter'],
  ['花名册', 'roster'],
]);
const KINDS: ReadonlySet<string> = new Set(PREFIXES.values());

/**
 * The names that a formula of a book can use: first the book's own, then metrics, then everything else of
 * the plan. `self` is the entry in which the formula stands: a bare name never means that.
 */
export function createScope(book: BookNames, plan: PlanNames, self: Slot | undefined): Scope {
  return {
    lookup(name) {
      const wanted = name.normalize('NFKC').trim();
      const dot = wanted.indexOf('.');
      if (dot > 0) {
        const prefix = wanted.slice(0, dot);
        const kind = PREFIXES.get(prefix) ?? prefix;
        if (KINDS.has(kind)) return qualified(kind, wanted.slice(dot + 1), book, plan);
      }
      const isSelf = self !== undefined && isNamed(self, wanted);
      const tiers = [
        () => ownNames(wanted, book, self),
        () => metricsNamed(wanted, plan).map(metricReference),
        () => otherNames(wanted, plan, self),
        () => scoreShareNamed(wanted, book, plan),
        () => grossNamed(wanted, book, plan, self),
      ];
      for (const tier of tiers) {
        const found = distinct(tier());
        if (found.length > 0) return one(oneOfElsewhere(found, plan));
      }
      if (isSelf) return { found: 'self', slot: self };
      if (SCORE_WORDS.has(wanted))
        return { found: 'none', code: 'no-score', params: nothingNear() };
      return nothing(nearNames(wanted, allNames(book, plan)));
    },
    ofShop: () => createScope(book, withOtherPlans(plan), self),
    wordsOf: ({ kind, id }) => (kind === 'roster' ? plan.words.get(id) : undefined),
    calendar: plan.calendar,
    askByDay(metrics) {
      plan.asked.byDay ??= new Set();
      for (const id of metrics) plan.asked.byDay.add(id);
    },
    askByHour() {
      plan.asked.byHour = true;
    },
  };
}

function withOtherPlans(plan: PlanNames): PlanNames {
  const { scores, items, lines, elsewhere, ofOtherPlans } = plan;
  const others = (kind: Slot['kind']) => ofOtherPlans.filter((slot) => slot.kind === kind);
  return {
    ...plan,
    scores: [...scores, ...others('score')],
    items: [...items, ...others('item')],
    lines: [...lines, ...others('line')],
    elsewhere: new Set([...elsewhere, ...ofOtherPlans]),
  };
}

function scoreShareNamed(name: string, { own }: BookNames, plan: PlanNames): readonly Reference[] {
  if (plan.scoreShare === undefined || !isNamed(plan.scoreShare, name)) return [];
  const cap = own.find(({ slot }) => slot.kind === 'parameter' && slot.id === 'cap');
  cap?.ensure();
  const share = plan.scoreShare.cappedBy(cap?.slot);
  return share === undefined ? [] : [share];
}

function grossNamed(
  name: string,
  { id }: BookNames,
  plan: PlanNames,
  self: Slot | undefined,
): readonly Reference[] {
  const slot = isNamed(GROSS, name) ? plan.grossAt?.(id, self) : undefined;
  return slot === undefined ? [] : [slotReference(slot)];
}

function one(found: readonly Reference[]): Lookup {
  const [reference] = found;
  if (reference === undefined) return nothing(nearNames('', []));
  return found.length === 1 ? { found: 'one', reference } : { found: 'several', references: found };
}

/** A name that means nothing; those of some kinds have to be declared before they are used. */
function nothing(near: NearNames, declared?: keyof typeof DECLARED): Lookup {
  const { code, params } = wrongName('name', near);
  const kind = declared === undefined ? nothingNear() : DECLARED[declared];
  const isNew = declared !== undefined && code === 'unknown-name';
  return { found: 'none', code: isNew ? 'undeclared-name' : code, params: { ...kind, ...params } };
}

function nothingNear(): WrongName['params'] {
  return { what: '', key: '', meant: '', known: '' };
}

/** What is declared in a rulebook, under which key. */
const DECLARED = {
  event: { what: wording('sort.event'), key: 'events' },
  rating: { what: wording('sort.rating'), key: 'ratings' },
} as const;

/** Words for the score that a plan has only with a scorecard. */
const SCORE_WORDS: ReadonlySet<string> = new Set(
  Object.entries(SCORE_NAMES).flatMap(([id, { zh }]) => [id, zh]),
);

/**
 * Of things of other books that are named alike no plan has more than one: a book that is looked at alone
 * means whichever its plan will have.
 */
function oneOfElsewhere(
  found: readonly Reference[],
  { elsewhere }: PlanNames,
): readonly Reference[] {
  const [first] = found;
  const isAlike = ({ kind, uses: [slot] }: Reference) =>
    kind === first?.kind && slot !== undefined && elsewhere.has(slot);
  return first !== undefined && found.every(isAlike) ? [first] : found;
}

/** The same thing found under its id and its title is one thing. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  if (references.length < 2) return references;
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const key = reference.uses[0]?.key ?? `${reference.kind}.${reference.id}`;
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()];
}

/** Signs that are written in more than one way, such as full-width ones; most titles have none. */
const VARIANT = /[^ -~\u4e00-\u9fff]/;

function isNamed({ id, title: { zh } }: Titled, name: string): boolean {
  return id === name || zh === name || (VARIANT.test(zh) && zh.normalize('NFKC') === name);
}

/** The catalogue's metrics by every name that they have: far more of them than a plan has of anything. */
const METRIC_NAMES = groupBy(
  METRICS.flatMap((metric) => {
    const { id, title, aliases = [] } = metric;
    const names = new Set([id, title.zh.normalize('NFKC'), ...aliases]);
    return [...names].map((name) => ({ name, metric }));
  }),
  ({ name }) => name,
);

function metricsNamed(name: string, { customMetrics }: PlanNames): readonly Metric[] {
  const known = METRIC_NAMES.get(name) ?? [];
  const custom = customMetrics.filter(
    (metric) => isNamed(metric, name) || metric.aliases?.includes(name) === true,
  );
  return [...known.map(({ metric }) => metric), ...custom];
}

function namedIn<T extends Titled>(list: readonly T[], name: string): readonly T[] {
  return list.filter((thing) => isNamed(thing, name));
}

function ownNamed(name: string, { own }: BookNames): readonly LazySlot[] {
  return own.filter(({ slot }) => isNamed(slot, name));
}

function filteredNamed(name: string, { filtered }: BookNames): readonly Metric[] {
  return namedIn(filtered, name).map(({ metric }) => metric);
}

function ownNames(name: string, book: BookNames, self: Slot | undefined): readonly Reference[] {
  const slots = ownNamed(name, book)
    .filter(({ slot }) => slot !== self)
    .map((lazy) => {
      lazy.ensure();
      return slotReference(lazy.slot);
    });
  return [...slots, ...filteredNamed(name, book).map(metricReference)];
}

function otherNames(name: string, plan: PlanNames, self: Slot | undefined): readonly Reference[] {
  const slots = [plan.scores, plan.items, plan.lines]
    .flatMap((list) => namedIn(list, name))
    .filter((slot) => slot !== self)
    .map(slotReference);
  const words = namedIn(wordsOf(plan), name).map(slotReference);
  const fields = namedIn(ROSTER_FIELDS, name).map(rosterReference);
  const called = ({ id, title }: Titled) => id !== name && title.zh === name;
  const ratings = things(plan.ratings)
    .filter(called)
    .map(({ id, title }) => ratingReference(id, title));
  const events = things(plan.events)
    .filter(called)
    .map(({ id, title }) => happeningReference('event', id, 'count', title));
  return [...words, ...slots, ...fields, ...ratings, ...events];
}

/** `metric.x`, `line.x`, …: the kind is said outright; the book's own goes before other books'. */
function qualified(kind: string, rest: string, book: BookNames, plan: PlanNames): Lookup {
  const among = <T extends Titled>(all: readonly T[], reference: (thing: T) => Reference): Lookup =>
    oneAmong(rest, namedIn(all, rest), () => all, reference);
  const own = ownNamed(rest, book).filter(({ slot }) => slot.kind === kind);
  if (own.length > 0) {
    for (const lazy of own) lazy.ensure();
    return one(own.map(({ slot }) => slotReference(slot)));
  }
  switch (kind) {
    case 'metric': {
      const metrics = [...filteredNamed(rest, book), ...metricsNamed(rest, plan)];
      return oneAmong(rest, metrics, () => metricsOf(plan), metricReference);
    }
    case 'line':
      return among(plan.lines, slotReference);
    case 'category':
      return among(plan.categories, slotReference);
    case 'score':
      return among(plan.scores, slotReference);
    case 'item':
      return oneAmong(
        rest,
        plan.items.filter((slot) => isNamed(slot, rest) || slot.key === `item.${rest}`),
        () => plan.items,
        slotReference,
      );
    case 'parameter':
      return among(slotsOf(book, kind), slotReference);
    case 'roster':
      return among(ROSTER_FIELDS, rosterReference);
    case 'target':
      plan.asked.targets.add(rest);
      return { found: 'one', reference: targetReference(rest) };
    case 'rating':
      return oneAmong(
        rest,
        namedIn(things(plan.ratings), rest),
        () => things(plan.ratings),
        ({ id, title }) => ratingReference(id, title),
        'rating',
      );
    default:
      return happening(kind === 'event' ? 'event' : 'case', rest, plan);
  }
}

/** `score` and `score_total`, where the plan has a score; what pay comes to, where it is of the law. */
function wordsOf({ score, scoreTotal, totals }: PlanNames): readonly Slot[] {
  return [score, scoreTotal, ...totals].filter((slot) => slot !== undefined);
}

function metricsOf({ customMetrics }: PlanNames): readonly Metric[] {
  return [...METRICS, ...customMetrics];
}

function slotsOf({ own }: BookNames, kind: string): readonly Slot[] {
  return own.map(({ slot }) => slot).filter((slot) => slot.kind === kind);
}

/** Ratings, events and the like, of which a book has titles by id. */
function things(titles: Iterable<readonly [string, Title]>): readonly Titled[] {
  return [...titles].map(([id, title]) => ({ id, title }));
}

/** The one thing of a kind that has the name, or what was most likely meant. */
function oneAmong<T extends Titled>(
  name: string,
  meant: readonly T[],
  all: () => readonly T[],
  reference: (thing: T) => Reference,
  declared?: keyof typeof DECLARED,
): Lookup {
  if (meant.length > 0) return one(meant.map(reference));
  return nothing(nearNames(name, all()), declared);
}

/** `event.violation`, `event.suggestion.amount`, `case.error.grave`. */
function happening(kind: 'event' | 'case', rest: string, plan: PlanNames): Lookup {
  const [word = '', fieldWord, ...more] = rest.split('.');
  if (more.length > 0) return nothing(nearNames(rest, []));
  const known = things(kind === 'event' ? plan.events : Object.entries(RECORDS));
  const meant = known.filter(({ id, title }) => id === word || title.zh === word);
  const fields = rowFieldsOf(kind, meant[0]?.id ?? '');
  const field = fieldWord === undefined ? 'count' : rowFieldNamed(fieldWord, fields);
  if (field === undefined) return nothing(nearNames(fieldWord ?? '', fields.map(fieldName)));
  if (kind === 'event' && field === 'orders') {
    for (const { id } of meant) plan.asked.eventsByOrder.add(id);
  }
  return oneAmong(
    word,
    meant,
    () => known,
    ({ id, title }) => happeningReference(kind, id, field, title),
    kind === 'event' ? 'event' : undefined,
  );
}

function fieldName(field: RowField): Nameable {
  return { id: field, title: { zh: ROW_FIELDS[field].zh, en: field } };
}

/** Everything that could have been meant. */
function allNames(book: BookNames, plan: PlanNames): readonly Nameable[] {
  return [
    ...book.own.map(({ slot }) => slot),
    ...book.filtered,
    ...metricsOf(plan),
    ...plan.scores,
    ...plan.items,
    ...plan.lines,
    ...ROSTER_FIELDS,
    ...wordsOf(plan),
    GROSS,
    ...things(plan.ratings),
    ...things(plan.events),
  ];
}

/** A name in full, as whoever wrote the short one would write it: 指标.回复率 beside 回复率, by id where the title is another's as well. */
export function fullName(
  written: string,
  { kind, id, title }: Titled & { readonly kind: string },
  others: readonly (Titled & { readonly kind: string })[],
): string {
  const prefix = [...PREFIXES].find(([, each]) => each === kind)?.[0];
  if (prefix === undefined || title.zh.normalize('NFKC') !== written) return `${kind}.${id}`;
  const twins = others.filter((each) => each.kind === kind && each.title.zh === title.zh);
  return `${prefix}.${twins.length > 1 ? id : title.zh}`;
}
