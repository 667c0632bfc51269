import { decimal } from '../../../lib/decimal.js';
import type { Title } from '../../../lib/language.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Reference, Scope } from '../../names/reference.js';
import type { AgentDay, ByDay, Env } from '../../values/node.js';
import { unknownAmong } from '../../values/obstacles.js';
import { NO_NOTES, note, type Trace } from '../../values/trace.js';
import { typeOfUnit, YESNO } from '../../values/type.js';
import { type Cause, isYes, missing, numberValue } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type Expression, type NameReference, partsOf } from '../syntax.js';
import { type CompiledCall, define, type Finding, finding, isOfOneDay } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noteDays: { zh: '{of} 天中 {count} 天成立', en: 'holds on {count} of {of} days' },
} as const satisfies Sentences;

/**
 * `days_where(condition)`: the number of the agent's business days of the month on which the condition
 * holds. Metrics, events and complaints in it are that day's; parameters, roster fields, targets, lines and
 * definitions keep the meaning that they have in the month; a definition of figures that each day has is
 * refused. The agent's days are those on which they
 * worked (wrote to a buyer, had a call, have a row of presence) and those on which something that the
 * condition names was counted; a day on which the condition is undefined (a ratio without denominator)
 * does not count. A figure that is not known on some day makes the number missing.
 */
export const daysWhere = define({
  id: 'days_where',
  zh: '符合天数',
  about: {
    zh: '条件成立的天数。条件里的指标、事项和投诉记录取当天的数；参数、花名册、目标、define 和工资项仍是整月的值，用每天的数定义的 define 不能写进来。算这位客服的营业日：上班的日子（给买家发过消息、接过或打过电话、考勤有“出勤”一条），加上条件里的指标当天有数的日子；休息日不算，当天没有分母的比率不成立。考勤只有整月数、指标是导入的整月数时就是缺数据。得分、没有每天数的指标、团队和以往月份的函数不能放在里面；团队函数可以套在外面。例子在 given 里用 by_day（逐天）给每天的数，从 1 日起。',
    en: "The number of days on which a condition holds. Metrics, events and complaints in it are that day's figures; parameters, roster fields, targets, definitions and lines keep the month's, and a definition of daily figures is refused. The days are the agent's business days - those on which they worked (wrote to a buyer, answered or made a call, have a row of presence) and those on which a metric of the condition was counted. Days off do not count, and a ratio without denominator that day does not hold. With attendance by month or a metric imported for the month it is missing. Scores, metrics without daily figures and functions over the team or over months cannot stand inside; functions over the team can stand around it. Examples give the days under by_day, from the 1st.",
  },
  scope: 'days',
  takes: [YESNO],
  isSelective: true,
  compile,
});

function compile(
  calling: CompiledCall<readonly [CompiledExpression]>,
): CompiledExpression | undefined {
  const { call, operands, scope, report } = calling;
  const [asked] = operands;
  const [condition] = call.arguments;
  const byDay = condition && figuresOf(condition, calling);
  if (byDay === undefined) return undefined;
  if (byDay.metrics.size + byDay.events.size + byDay.cases.size === 0) {
    report(condition?.start ?? call.start, 'days-without-figure', { name: call.callee });
    return undefined;
  }
  scope.askByDay?.(byDay.metrics);
  return finding(calling, typeOfUnit('days'), 'days', (env) => countDays(asked, byDay, env));
}

/** The names in a condition that have a figure of each day. Undefined when something else is in it. */
function figuresOf(
  condition: Expression,
  { scope, report, functionNamed }: CompiledCall,
): ByDay | undefined {
  const within = allPartsOf(condition);
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
function allPartsOf(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(allPartsOf)];
}

/** The number, with the days that explain it. */
function countDays(asked: CompiledExpression, byDay: ByDay, env: Env): Finding {
  const known = env.facts.days(byDay);
  if ('missing' in known) return { value: known.missing, parts: [] };
  const days = known.days.map((day) => askedOn(day, asked, byDay, env));
  const obstacle = unknownAmong(days.map(({ value }) => value));
  if (obstacle !== undefined) return { value: obstacle, parts: [] };
  if (known.idle !== undefined && isYes(askedOn(known.idle, asked, byDay, env).value)) {
    return { value: missing(DAYS_WORKED_UNKNOWN), parts: [] };
  }
  const count = days.filter(({ value }) => isYes(value)).length;
  const notes = () => [note(SENTENCES.noteDays, { count, of: days.length })];
  return { value: numberValue(decimal(count)), parts: days, notes };
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
  const { facts } = env;
  const seen: Env = {
    ...env,
    facts: {
      ...facts,
      metric: (id) => (byDay.metrics.has(id) ? day.metric(id) : facts.metric(id)),
      events: (id) => day.events(id),
      cases: (kind) => day.cases(kind),
    },
    value: (node) => node.evaluate(seen).value,
  };
  return seen;
}
