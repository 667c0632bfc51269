import { z } from 'zod';
import { type Decimal, decimal, sum, ZERO } from '../../lib/decimal.js';
import { joined, LINES, phrase, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { typesOf } from '../formula/compiled-expression.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { TextNode } from '../formula/text-with-figures.js';
import type { Env, Node } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import { measure, note, outlook, type Raised, type Trace } from '../values/trace.js';
import { PLAIN } from '../values/type.js';
import { NOTHING, numberValue, type Value } from '../values/value.js';
import { noticeLevel, noticeText } from './entry-keys.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { amountKeys, compileAmount, factor } from './share-of-full.js';

/** What it says of itself. */
const SENTENCES = {
  perBeyond: { zh: '{counted} 超过 {most} 的部分', en: '{counted} beyond {most}' },
  perAfter: { zh: '{counted}，接着以前的 {before} 次', en: '{counted}, after {before} before' },
  notePer: { zh: '{count} 次，每次 {each}', en: '{count} times {each}' },
  outcomeTimes: { zh: '第 {time} 次', en: 'time {time}' },
  perLadder: { zh: '{counted}：', en: '{counted}:' },
  perRaises: { zh: '{level}“{text}”', en: '{level} “{text}”' },
  perLastRung: {
    zh: '第 {time} 次起每次：{gives}',
    en: 'time {time} and every time after: {gives}',
  },
  perRung: { zh: '第 {time} 次：{gives}', en: 'time {time}: {gives}' },
  noteRung: { zh: '第 {time} 次：{amount}', en: 'time {time}: {amount}' },
  noteClimbed: { zh: '以前已有 {count} 次', en: '{count} times before' },
  noteNextRung: { zh: '再有第 {time} 次：{amount}', en: 'the next, time {time}: {amount}' },
} as const satisfies Sentences;

const rung = z.union(
  [
    exprSchema,
    z.strictObject({
      points: amountKeys.points,
      amount: amountKeys.amount,
      raise: noticeLevel
        .optional()
        .meta(
          meaning(
            '到这一级发出的通知：info、warning、dismissal',
            'a notice raised at that rung: `info`, `warning` or `dismissal`',
            '发出',
          ),
        ),
      text: noticeText.optional(),
    }),
  ],
  'want-rung',
);

const optional = exprSchema.optional();

const schema = z
  .strictObject({
    of: exprSchema.meta(
      meaning(
        '数什么：指标、event.事项、case.投诉种类',
        'what is counted, a metric, event.ID or case.KIND',
        '数',
      ),
    ),
    points: amountKeys.points.meta(meaning('每次多少分', 'points each')),
    amount: amountKeys.amount.meta(meaning('每次多少钱（元）', 'money each (yuan)')),
    share: amountKeys.share.meta(
      meaning(
        '每次满分（full）或权重的百分之几',
        'a share each of what the entry is worth (`full`, or its weight)',
      ),
    ),
    beyond: optional.meta(meaning('超过几次才算', 'only what goes beyond so many', '超过')),
    after: optional.meta(
      meaning(
        '以前已经有过几次，从下一级算起；只和 ladder 一起用',
        'how many rungs were climbed before, with `ladder` only',
        '已有',
      ),
    ),
    ladder: z
      .array(rung)
      .min(1)
      .max(50)
      .optional()
      .meta(meaning('第一次、第二次……各多少', 'the first time, the second, …', '阶梯')),
  })
  .meta({
    id: 'per',
    ...meaning('每次多少，或逐次升级的阶梯', 'so much per occurrence, or a ladder', '按次'),
  });

type Spec = z.output<typeof schema>;

interface Rung {
  readonly gives: Node | undefined;
  readonly raises: { readonly level: Raised['level']; readonly text: TextNode } | undefined;
}

/** What is counted, compiled. */
interface Counting {
  readonly asked: Node;
  readonly beyond: Node | undefined;
  readonly after: Node | undefined;
}

/**
 * `per: {of: 差评, points: 5}`: so much per occurrence. `beyond: 3` counts only what goes beyond three.
 * With `ladder: [10, 30, …]` the first time costs 10, the second 30, and every time after the last rung
 * costs what the last rung says; a rung may raise a notice. `after` says how many rungs were climbed
 * before, in earlier months.
 */
export const per: Mechanism<Spec> = {
  id: 'per',
  title: { zh: '按次', en: 'per occurrence' },
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const counting = compileCounting(spec, context);
  if (spec.ladder !== undefined) return ladder(spec, spec.ladder, counting, context);
  if (spec.after !== undefined) context.report(['after'], 'key-without-use', { key: 'after' });
  const each = compileAmount(spec, [], context);
  context.declare({ none: wording('outcome.none'), some: wording('outcome.some') });
  const { asked, beyond } = counting;
  return {
    unit: each.unit,
    inWords() {
      const times = beyond === undefined ? factor(asked) : countedInWords(counting);
      return phrase`${times} × ${factor(each)}`;
    },
    evaluate(env): Trace {
      const { traces, counted } = countOf(env, counting);
      const gives = each.evaluate(env);
      const parts = [...traces, gives];
      const value = arithmetic('*', gives.value, counted);
      if (counted.kind !== 'number' || gives.value.kind !== 'number') {
        return context.step(value, parts);
      }
      const [count, amount] = [counted.number, gives.value.number];
      const outcome = count.greaterThan(ZERO) ? 'some' : 'none';
      const notes = () => {
        const params = { count: measure(count, undefined), each: measure(amount, gives.unit) };
        return [note(SENTENCES.notePer, params)];
      };
      return context.step(value, parts, { outcome, notes });
    },
  };
}

function compileCounting(spec: Spec, context: MechanismContext): Counting {
  const asked = context.number(spec.of, ['of']);
  if (isMoney(asked)) {
    const failed = context.fail(['of'], 'wrong-type', typesOf(asked.type, PLAIN));
    return { asked: failed, beyond: undefined, after: undefined };
  }
  const beyond = context.number(spec.beyond, ['beyond'], asked.type);
  const after = context.number(spec.after, ['after'], asked.type);
  return { asked, beyond, after };
}

/** What is counted, from how many on, and after how many before. */
function countedInWords({ asked, beyond, after }: Counting): Title {
  const [counted, most] = [factor(asked), beyond?.inWords()];
  const times =
    most === undefined ? asked.inWords() : filled(SENTENCES.perBeyond, { counted, most });
  return after === undefined
    ? times
    : filled(SENTENCES.perAfter, { counted: times, before: after.inWords() });
}

/** Occurrences, days and hours can be counted; yuan are paid by a rate. */
function isMoney({ type }: Node): boolean {
  return type.kind === 'number' && type.dimension !== 'flexible' && 'yuan' in type.dimension;
}

/** The occurrences that count: all, or those beyond the free ones. */
function countOf(
  env: Env,
  { asked, beyond }: Counting,
): { readonly traces: readonly Trace[]; readonly counted: Value } {
  const trace = asked.evaluate(env);
  const free = beyond?.evaluate(env);
  const traces = free === undefined ? [trace] : [trace, free];
  const counted = free === undefined ? trace.value : arithmetic('-', trace.value, free.value);
  const isLess = counted.kind === 'number' && counted.number.isNegative();
  return { traces, counted: isLess ? NOTHING : counted };
}

function ladder(
  spec: Spec,
  rungs: NonNullable<Spec['ladder']>,
  counting: Counting,
  context: MechanismContext,
): Rule {
  const steps = rungs.map((each, index) => compileRung(each, index, context));
  if (spec.points !== undefined || spec.amount !== undefined || spec.share !== undefined) {
    context.report([], 'one-amount');
  }
  context.declare({ 0: wording('outcome.none') });
  for (const time of steps.map((_, index) => index + 1)) {
    context.declare({ [time]: filled(SENTENCES.outcomeTimes, { time }) });
  }
  return {
    unit: steps[0]?.gives?.unit,
    inWords() {
      const counted = filled(SENTENCES.perLadder, { counted: countedInWords(counting) });
      const lines = steps.map((step, index) => rungInWords(step, index + 1, steps.length));
      return joined([counted, ...lines], LINES);
    },
    evaluate(env): Trace {
      const { traces, counted } = countOf(env, counting);
      const before = counting.after?.evaluate(env);
      const parts = before === undefined ? traces : [...traces, before];
      const climbed = before?.value ?? NOTHING;
      if (counted.kind !== 'number' || climbed.kind !== 'number') {
        return context.step(firstObstacle([counted, climbed]) ?? counted, parts);
      }
      return climb(env, parts, counted.number.floor(), climbed.number.floor(), steps, context);
    },
  };
}

/** `第 2 次 30，警告“…”`; the last rung holds for every time after it. */
function rungInWords({ gives, raises }: Rung, time: number, all: number): Title {
  const notice = raises && {
    level: wording(`level.${raises.level}`),
    text: raises.text.written,
  };
  const said = [
    ...(gives === undefined ? [] : [gives.inWords()]),
    ...(notice === undefined ? [] : [filled(SENTENCES.perRaises, notice)]),
  ];
  const rung = time === all ? SENTENCES.perLastRung : SENTENCES.perRung;
  return filled(rung, { time, gives: listedTitles('clauses', said) });
}

function compileRung(
  spec: NonNullable<Spec['ladder']>[number],
  index: number,
  context: MechanismContext,
): Rung {
  const path = ['ladder', index];
  if (typeof spec === 'string' || 'dated' in spec) {
    return { gives: context.number(spec, path, context.result), raises: undefined };
  }
  const { raise, text, points, amount } = spec;
  if ((raise === undefined) !== (text === undefined)) context.report(path, 'raise-without-text');
  const words = text && context.text(text, [...path, 'text']);
  const raises = raise && words && { level: raise, text: words };
  const isFree = points === undefined && amount === undefined;
  return { gives: isFree ? undefined : compileAmount(spec, path, context), raises };
}

/**
 * Goes up the ladder: this month's times stand on the rungs after those that were climbed before; what
 * goes beyond the last rung costs what the last rung says, each time.
 */
function climb(
  env: Env,
  parts: readonly Trace[],
  times: Decimal,
  before: Decimal,
  steps: readonly Rung[],
  context: MechanismContext,
): Trace {
  const amounts = steps.map(({ gives }) => gives?.evaluate(env).value ?? NOTHING);
  const unit = steps.find(({ gives }) => gives?.unit !== undefined)?.gives?.unit;
  const first = rungOf(before, steps.length);
  const last = rungOf(before.plus(times), steps.length);
  const beyond = decimalMax(before.plus(times).minus(decimalMax(before, decimal(steps.length))));
  const climbed = amounts.slice(first, last);
  const isBeyond = beyond.greaterThan(ZERO);
  const obstacle = firstObstacle([...climbed, ...(isBeyond ? amounts.slice(-1) : [])]);
  if (obstacle !== undefined) return context.step(obstacle, parts);
  const numbers = amounts.map((amount) => (amount.kind === 'number' ? amount.number : ZERO));
  const notes = () => {
    const said = numbers
      .slice(first, last)
      .map((amount, index) =>
        note(
          SENTENCES.noteRung,
          { time: first + index + 1, amount: measure(amount, unit) },
          'held',
        ),
      );
    if (!before.isZero())
      said.unshift(note(SENTENCES.noteClimbed, { count: measure(before, undefined) }));
    const following = amounts[last];
    if (following?.kind === 'number') {
      const params = { time: last + 1, amount: measure(following.number, unit) };
      said.push(outlook(SENTENCES.noteNextRung, params, 'next'));
    }
    return said;
  };
  const total = sum(numbers.slice(first, last)).plus((numbers.at(-1) ?? ZERO).times(beyond));
  const raises = times.isZero() ? undefined : steps[last - 1]?.raises;
  const text = raises?.text.write(env);
  if (text !== undefined && 'missing' in text) return context.step(text.missing, parts);
  return context.step(numberValue(total), parts, {
    outcome: times.isZero() ? 0 : last,
    raised: raises && text && { level: raises.level, text },
    notes,
  });
}

/** How many rungs so many times reach. */
function rungOf(times: Decimal, rungs: number): number {
  return times.lessThan(rungs) ? times.toNumber() : rungs;
}

function decimalMax(number: Decimal, least: Decimal = ZERO): Decimal {
  return number.lessThan(least) ? least : number;
}
