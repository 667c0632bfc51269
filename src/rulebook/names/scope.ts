import { ROSTER_FIELDS } from '../../catalogue/roster-fields.js';
import { SCORE_NAMES } from '../../catalogue/score-names.js';
import { type Nameable, nearNames } from '../../words/known-names.js';
import type { Slot } from '../values/node.js';
import {
  filteredNamed,
  isNamed,
  metricsCalled,
  metricsOf,
  metricsOfName,
  namedIn,
  ownNamed,
  rosterFieldsCalled,
  scoreWords,
  things,
} from './found-names.js';
import { PREFIXES } from './full-name.js';
import { nothing, nothingNear, one } from './lookup.js';
import { type BookNames, GROSS, type IdAndTitle, type PlanNames } from './plan-names.js';
import { KINDS, qualified } from './qualified-name.js';
import type { Reference, Scope } from './reference.js';
import {
  happeningReference,
  metricReference,
  ratingReference,
  rosterReference,
  slotReference,
} from './references.js';

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
      const own = distinct(ownNames(wanted, book, self));
      if (own.length > 0) return { ...one(own), ...hiding(wanted, own, plan) };
      const tiers = [
        () => metricsCalled(wanted, plan).map(metricReference),
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
    askOfMembers() {
      plan.asked.ofMembers = true;
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

/** The metric of a name that means something of the book itself: whoever wrote it may have meant either. */
function hiding(
  name: string,
  own: readonly Reference[],
  plan: PlanNames,
): { readonly hides?: Reference } {
  const [metric] = metricsOfName(name, plan);
  if (metric === undefined || own.length > 1) return {};
  return { hides: metricReference(metric) };
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
  const words = namedIn(scoreWords(plan), name).map(slotReference);
  const fields = rosterFieldsCalled(name, plan).map(rosterReference);
  const called = ({ id, title }: IdAndTitle) => id !== name && title.zh === name;
  const ratings = things(plan.ratings)
    .filter(called)
    .map(({ id, title }) => ratingReference(id, title));
  const events = things(plan.events)
    .filter(called)
    .map(({ id, title }) => happeningReference('event', id, 'count', title));
  return [...words, ...slots, ...fields, ...ratings, ...events];
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
    ...scoreWords(plan),
    GROSS,
    ...things(plan.ratings),
    ...things(plan.events),
  ];
}
