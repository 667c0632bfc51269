import {
  RECORDS,
  ROW_FIELDS,
  type RowField,
  rowFieldNamed,
  rowFieldsOf,
} from '../../catalogue/records.js';
import { ROSTER_FIELDS } from '../../catalogue/roster-fields.js';
import { type Nameable, nearNames } from '../../words/known-names.js';
import {
  filteredNamed,
  isNamed,
  metricsCalled,
  metricsOf,
  namedIn,
  ownNamed,
  rosterFieldsCalled,
  slotsOf,
  things,
} from './found-names.js';
import { PREFIXES } from './full-name.js';
import { nothing, one, oneAmong } from './lookup.js';
import type { BookNames, IdAndTitle, PlanNames } from './plan-names.js';
import type { Lookup, Reference } from './reference.js';
import {
  happeningReference,
  metricReference,
  ratingReference,
  rosterReference,
  slotReference,
  targetReference,
} from './references.js';

export const KINDS: ReadonlySet<string> = new Set(PREFIXES.values());

/** `metric.x`, `line.x`, …: the kind is said outright; the book's own goes before other books'. */
export function qualified(kind: string, rest: string, book: BookNames, plan: PlanNames): Lookup {
  const among = <T extends IdAndTitle>(
    all: readonly T[],
    reference: (thing: T) => Reference,
  ): Lookup => oneAmong(rest, namedIn(all, rest), () => all, reference);
  const own = ownNamed(rest, book).filter(({ slot }) => slot.kind === kind);
  if (own.length > 0) {
    for (const lazy of own) lazy.ensure();
    return one(own.map(({ slot }) => slotReference(slot)));
  }
  switch (kind) {
    case 'metric': {
      const metrics = [...filteredNamed(rest, book), ...metricsCalled(rest, plan)];
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
    case 'definition': {
      const filtered = filteredNamed(rest, book);
      if (filtered.length > 0) return one(filtered.map(metricReference));
      return nothing(nearNames(rest, [...slotsOf(book, kind), ...book.filtered]));
    }
    case 'roster':
      return oneAmong(rest, rosterFieldsCalled(rest, plan), () => ROSTER_FIELDS, rosterReference);
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

/** `event.violation`, `event.suggestion.amount`, `case.error.grave`. */
function happening(kind: 'event' | 'case', rest: string, plan: PlanNames): Lookup {
  const [word = '', fieldWord, ...more] = rest.split('.');
  if (more.length > 0) return nothing(nearNames(rest, []));
  const known = things(kind === 'event' ? plan.events : Object.entries(RECORDS));
  const meant = known.filter(({ id, title }) => id === word || title.zh === word);
  const fields = rowFieldsOf(kind, meant[0]?.id ?? '');
  const field = fieldWord === undefined ? 'count' : rowFieldNamed(fieldWord, fields);
  if (field === undefined) return nothing(nearNames(fieldWord ?? '', fields.map(fieldName)));
  const asked = plan.asked.rows[kind];
  for (const { id } of meant) asked.set(id, new Set([...(asked.get(id) ?? []), field]));
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
