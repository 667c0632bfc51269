import { decimal } from '../../../lib/decimal.js';
import type { Title } from '../../../lib/language.js';
import type { Reference, Scope } from '../../names/reference.js';
import type { AgentDay, ByDay, Env } from '../../values/node.js';
import { unknownAmong } from '../../values/obstacles.js';
import { NO_NOTES, type Notes, note, type Trace } from '../../values/trace.js';
import { typeOfUnit, YESNO } from '../../values/type.js';
import { type Cause, missing, numberValue, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import type { Expression, NameReference } from '../syntax.js';
import {
  type CompiledCall,
  callTrace,
  define,
  type FormulaFunction,
  isOfOneDay,
} from './function.js';

/**
 * `days_where(condition)`: the number of the agent's business days of the month on which the condition
 * holds. Metrics, events and complaints in it are that day's; parameters, roster fields, targets, lines and
 * definitions keep the meaning that they have in the month; a definition of figures that each day has is
 * refused. The agent's days are those on which they
 * worked (wrote to a buyer, had a call, have a row of presence) and those on which something that the
 * condition names was counted; a day on which the condition is undefined (a ratio without denominator)
 * does not count. A figure that is not known on some day makes the number missing.
 */
export const daysWhere: FormulaFunction = {
  ...define('days_where', '符合天数', [1, 1], 'days', compile),
  isSelective: true,
};

function compile(calling: CompiledCall): CompiledExpression | undefined {
  const { called, call, parts, scope, report, fail } = calling;
  const [asked] = parts;
  const [condition] = call.arguments;
  if (asked === undefined || condition === undefined) return undefined;
  if (asked.type.kind !== 'yesno') return fail(0, YESNO);
  const byDay = figuresOf(condition, calling);
  if (byDay === undefined) return undefined;
  if (byDay.metrics.size + byDay.events.size + byDay.cases.size === 0) {
    report(condition.start, 'days-without-figure', { name: call.callee });
    return undefined;
  }
  scope.askByDay?.(byDay.metrics);
  return {
    type: typeOfUnit('days'),
    unit: 'days',
    uses: asked.uses,
    evaluate(env) {
      const { value, days, notes } = countDays(asked, byDay, env);
      return callTrace(called, value, 'days', days ?? [], notes);
    },
  };
}

/** The names in a condition that have a figure of each day. Undefined when something else is in it. */
function figuresOf(
  condition: Expression,
  { scope, report, functionNamed }: CompiledCall,
): ByDay | undefined {
  const within = partsOf(condition);
  const calls = within.filter((part) => part.kind === 'call');
  const others = calls.filter(({ callee }) => !isOfOneDay(functionNamed(callee)));
  for (const { start, callee } of others) report(start, 'not-within-days', { name: callee });
  const found = within.flatMap((part) => (part.kind === 'name' ? referenceOf(part, scope) : []));
  const monthly = found.filter(({ reference }) => isOfMonthOnly(reference));
  for (const { start, reference } of monthly) {
    report(start, 'not-by-day', { name: reference.title });
  }
  const defined = found.filter(({ reference }) => isMadeOfDays(reference));
  for (const { start, reference } of defined) {
    report(start, 'defined-by-month', { name: reference.title });
  }
  if (others.length + monthly.length + defined.length > 0) return undefined;
  const ids = (kind: Reference['kind']) =>
    found.flatMap(({ reference: { kind: own, id } }) => (own === kind ? [wordOf(id)] : []));
  const metrics = found.flatMap(({ reference: { metric } }) =>
    metric?.byDay === true ? [metric.id] : [],
  );
  return {
    metrics: new Set(metrics),
    events: new Set(ids('event')),
    cases: new Set(ids('case')),
  };
}

/** The event or the kind of complaint without the field that is asked of it. */
function wordOf(id: string): string {
  return id.split('.')[0] ?? id;
}

interface Found {
  readonly start: number;
  readonly reference: Reference;
}

function referenceOf({ text, start }: NameReference, scope: Scope): readonly Found[] {
  const lookup = scope.lookup(text);
  return lookup.found === 'one' ? [{ start, reference: lookup.reference }] : [];
}

/** Whether a name stands for something of which each day has a figure of its own. */
export function hasDayFigure(reference: Reference): boolean {
  const { kind, metric } = reference;
  return metric?.byDay === true || kind === 'event' || kind === 'case' || isMadeOfDays(reference);
}

/** A definition of figures that each day has: it would be that of the month, which nobody means there. */
function isMadeOfDays({ kind, uses }: Reference): boolean {
  return (
    (kind === 'definition' || kind === 'parameter') && uses.some(({ ofDay }) => ofDay === true)
  );
}

/** A metric without figures of days, and the points that a month is given: no day has them. */
function isOfMonthOnly({ kind, metric }: Reference): boolean {
  if (kind === 'metric') return metric?.byDay !== true && metric?.level !== 'team';
  return kind === 'score' || kind === 'item';
}

/** An expression and everything in it, in the order in which it is written. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'group':
      return [expression, ...partsOf(expression.expression)];
    case 'unary':
      return [expression, ...partsOf(expression.operand)];
    case 'binary':
      return [expression, ...partsOf(expression.left), ...partsOf(expression.right)];
    case 'call':
      return [expression, ...expression.arguments.flatMap(partsOf)];
    default:
      return [expression];
  }
}

/** The number, with the days that explain it. */
interface Counted {
  readonly value: Value;
  readonly days?: readonly Trace[];
  readonly notes?: Notes;
}

function countDays(asked: CompiledExpression, byDay: ByDay, env: Env): Counted {
  const known = env.facts.days(byDay);
  if ('missing' in known) return { value: known.missing };
  const days = known.days.map((day) => askedOn(day, asked, byDay, env));
  const obstacle = unknownAmong(days.map(({ value }) => value));
  if (obstacle !== undefined) return { value: obstacle };
  if (known.idle !== undefined && holds(askedOn(known.idle, asked, byDay, env))) {
    return { value: missing(DAYS_WORKED_UNKNOWN) };
  }
  const count = days.filter(holds).length;
  const notes = () => [note('note.days', { count, of: days.length })];
  return { value: numberValue(decimal(count)), days, notes };
}

function holds({ value }: Trace): boolean {
  return value.kind === 'yesno' && value.yes;
}

const WORKING_DAYS: Title = { zh: '上班的日子', en: 'Days worked' };
const DAYS_WORKED_UNKNOWN: Cause = {
  name: WORKING_DAYS,
  code: 'days-worked-unknown',
  place: {},
  params: {},
};

/** The condition on one day. */
function askedOn(day: AgentDay, asked: CompiledExpression, byDay: ByDay, env: Env): Trace {
  const condition = asked.evaluate(onDay(env, day, byDay));
  const { value, unit } = condition;
  return { step: 'day', value, unit, text: day.day, parts: [condition], notes: NO_NOTES };
}

/** The month as it is seen on one day: what has figures of days is that day's, all else is the month's. */
function onDay(env: Env, day: AgentDay, byDay: ByDay): Env {
  const { month, facts, team } = env;
  const seen: Env = {
    month,
    team,
    facts: {
      ...facts,
      metric: (id) => (byDay.metrics.has(id) ? day.metric(id) : facts.metric(id)),
      events: (id) => day.events(id),
      cases: (kind) => day.cases(kind),
    },
    get: (slot) => env.get(slot),
    result: (slot) => env.result(slot),
    value: (node) => node.evaluate(seen).value,
    past: (months) => env.past(months),
  };
  return seen;
}
