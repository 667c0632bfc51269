import { metricById } from '../../catalogue/metrics/metrics.js';
import { TAX_DEDUCTIONS, TAX_RESIDENCES } from '../../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../../lib/language.js';
import {
  type Day,
  dayNumber,
  dayOf,
  daysWithin,
  firstDay,
  lastDay,
  type Month,
} from '../../lib/month.js';
import type { AgentDay, Facts, Figure } from '../values/node.js';
import { missing, type Value, yesno } from '../values/value.js';
import type { ExampleInputs } from './example-inputs.js';
import { EXAMPLE_KEYS } from './example-words.js';

/** The facts of an agent of whom an example gives this, in the month of the example. */
export function exampleFacts(inputs: ExampleInputs, month: Month): Facts {
  const { figures, gradings, slots, days, hours, opening } = inputs;
  const figure = figuresOf(inputs);
  return {
    metric: (id) => figure(`metric.${id}`),
    rating: (item) => figure(`rating.${item}`).value,
    gradings: (item) => gradings.get(item) ?? [],
    ...happeningsOf(inputs),
    roster: (field) =>
      figures.get(`roster.${field}`)?.value ??
      rosterDefaults(inputs, month)[field] ??
      noInput(field),
    target: (id) => figure(`target.${id}`),
    days: () =>
      days === undefined
        ? { missing: noInput(EXAMPLE_KEYS.byDay) }
        : { days: days.map((day, index) => dayOfExample(day, index, month)) },
    hours: () => hours ?? { missing: noInput(EXAMPLE_KEYS.byHour) },
    opening: (id) => opening?.(id),
    recorded: (slot) => slots.get(slot.key),
  };
}

function figuresOf({ figures }: ExampleInputs): (key: string) => Figure {
  return (key) => figures.get(key) ?? { value: noInput(givenAs(key)) };
}

/** What a figure is called under `given`: a metric by its title in Chinese, by its id in English. */
function givenAs(key: string): string | Title {
  const [kind, id = ''] = key.split('.', 2);
  const metric = kind === 'metric' ? metricById(id) : undefined;
  return metric === undefined ? key : { zh: metric.title.zh, en: id };
}

function happeningsOf({ rows }: ExampleInputs): Pick<Facts, 'events' | 'cases'> {
  return {
    events: (id) => rows.get(`event.${id}`) ?? [],
    cases: (kind) => rows.get(`case.${kind}`) ?? [],
  };
}

/** One of the days that an example gives: the first is the first day of the month. */
function dayOfExample(inputs: ExampleInputs, index: number, month: Month): AgentDay {
  const figure = figuresOf(inputs);
  return {
    day: dayOf(dayNumber(firstDay(month)) + index),
    metric: (id) => figure(`metric.${id}`),
    ...happeningsOf(inputs),
  };
}

function noInput(name: string | Title): Value {
  return missing({
    name: typeof name === 'string' ? sameInAll(name) : name,
    code: 'not-in-example',
    place: {},
    params: { name },
  });
}

/**
 * An agent of an example is employed from when the example says to when it says, else all month, past probation
 * and taxed as most are, unless the example says otherwise.
 */
function rosterDefaults({ figures }: ExampleInputs, month: Month): Readonly<Record<string, Value>> {
  const dayIn = (field: string) => {
    const value = figures.get(`roster.${field}`)?.value;
    return value?.kind === 'date' ? value.day : undefined;
  };
  const date = (day: Day): Value => ({ kind: 'date', day });
  const [start, end] = [firstDay(month), lastDay(month)];
  const { first, last } = daysWithin(month, dayIn('hired_on'), dayIn('left_on'));
  return {
    month_start: date(start),
    month_end: date(end),
    employed_from: date(first),
    employed_to: date(last),
    full_month: yesno(first === start && last === end),
    regular: yesno(true),
    tax_residence: { kind: 'text', text: 'resident', title: TAX_RESIDENCES.resident },
    tax_deduction: { kind: 'text', text: 'monthly', title: TAX_DEDUCTIONS.monthly },
  };
}
