import { z } from 'zod';
import { type Decimal, decimal, ZERO } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Env, Node } from '../node.js';
import { amountKeys, exprSchema, titleSchema } from '../schema-parts.js';
import { measure, type Note, note, type Trace } from '../trace.js';
import { PLAIN } from '../type.js';
import { NOTHING, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { compileAmount } from './worth.js';

const rung = z.union([
  exprSchema,
  z.strictObject({
    points: exprSchema.optional(),
    amount: exprSchema.optional(),
    raise: z.enum(['info', 'warning', 'dismissal']).optional(),
    text: titleSchema.optional(),
  }),
]);

const schema = z.strictObject({
  of: exprSchema,
  ...amountKeys,
  beyond: exprSchema.optional(),
  ladder: z.array(rung).min(1).max(50).optional(),
});

type Spec = z.output<typeof schema>;

interface Rung {
  readonly gives: Node | undefined;
  readonly raises: Trace['raised'];
}

/**
 * `per: {of: 差评, points: 5}`: so much per occurrence. `beyond: 3` counts only what goes beyond three.
 * With `ladder: [10, 30, …]` the first time costs 10, the second 30, and every time after the last rung
 * costs what the last rung says; a rung may raise a notice.
 */
export const per: Mechanism<Spec> = { key: 'per', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.number(spec.of, ['of'], PLAIN);
  const beyond =
    spec.beyond === undefined ? undefined : context.number(spec.beyond, ['beyond'], PLAIN);
  if (spec.ladder !== undefined) return ladder(spec, spec.ladder, asked, beyond, context);
  const each = compileAmount(spec, [], context);
  if (asked === undefined || each === undefined) return undefined;
  context.declare(['none', 'some'].map((outcome) => context.branch(outcome)));
  return {
    type: context.result,
    unit: each.unit,
    uses: [...asked.uses, ...each.uses, ...(beyond?.uses ?? [])],
    print: (language) =>
      `${asked.print(language)}${beyond === undefined ? '' : ` (> ${beyond.print(language)})`} × ${each.print(language)}`,
    evaluate(env): Trace {
      const { trace, counted } = countOf(env, asked, beyond);
      const gives = each.evaluate(env);
      if (counted === undefined) return stepOf(trace.value, [trace], []);
      if (gives.value.kind !== 'number') return stepOf(gives.value, [trace, gives], []);
      const params = {
        count: measure(counted, undefined),
        each: measure(gives.value.number, gives.unit),
      };
      return {
        ...stepOf(
          numberValue(gives.value.number.times(counted)),
          [trace, gives],
          [note('note.per', params)],
        ),
        branch: context.branch(counted.greaterThan(ZERO) ? 'some' : 'none'),
      };
    },
  };
}

/** The occurrences that count: all, or those beyond the free ones. */
function countOf(
  env: Env,
  asked: Node,
  beyond: Node | undefined,
): { trace: Trace; counted: Decimal | undefined } {
  const trace = asked.evaluate(env);
  if (trace.value.kind !== 'number') return { trace, counted: undefined };
  const free = beyond?.evaluate(env).value;
  const counted =
    free?.kind === 'number' ? trace.value.number.minus(free.number) : trace.value.number;
  return { trace, counted: counted.lessThan(ZERO) ? ZERO : counted };
}

function ladder(
  spec: Spec,
  rungs: NonNullable<Spec['ladder']>,
  asked: Node | undefined,
  beyond: Node | undefined,
  context: MechanismContext,
): Node | undefined {
  const before = rungs.length;
  const compiled = rungs.map((each, index): Rung | undefined => compileRung(each, index, context));
  const steps = compiled.filter((each) => each !== undefined);
  if (asked === undefined || steps.length < before) return undefined;
  if (spec.points !== undefined || spec.amount !== undefined || spec.share !== undefined) {
    context.report([], 'one-amount');
  }
  context.declare([0, ...steps.map((_, index) => index + 1)].map((count) => context.branch(count)));
  return {
    type: context.result,
    unit: steps[0]?.gives?.unit,
    uses: [...asked.uses, ...steps.flatMap(({ gives }) => gives?.uses ?? [])],
    print: (language) =>
      `${asked.print(language)}: ${steps
        .map(({ gives, raises }) =>
          [gives?.print(language), raises?.text[language]]
            .filter((text) => text !== undefined)
            .join(' + '),
        )
        .join(' → ')}`,
    evaluate(env): Trace {
      const { trace, counted } = countOf(env, asked, beyond);
      if (counted === undefined) return stepOf(trace.value, [trace], []);
      return climb(env, trace, counted.floor().toNumber(), steps, context);
    },
  };
}

function compileRung(
  spec: NonNullable<Spec['ladder']>[number],
  index: number,
  context: MechanismContext,
): Rung | undefined {
  const path = ['ladder', index];
  if (typeof spec === 'string' || 'dated' in spec) {
    const gives = context.number(spec, path, context.result);
    return gives === undefined ? undefined : { gives, raises: undefined };
  }
  const { raise, text } = spec;
  if ((raise === undefined) !== (text === undefined)) context.report(path, 'raise-without-text');
  const raises =
    raise === undefined || text === undefined ? undefined : { level: raise, text: text as Title };
  if (spec.points === undefined && spec.amount === undefined) return { gives: undefined, raises };
  const gives = compileAmount(spec, path, context);
  return gives === undefined ? undefined : { gives, raises };
}

/** Bounds the loop over occurrences: no month has more, and a hostile count cannot stall the run. */
const MAX_OCCURRENCES = 100_000;

function climb(
  env: Env,
  trace: Trace,
  times: number,
  steps: readonly Rung[],
  context: MechanismContext,
): Trace {
  let total = ZERO;
  const notes: Note[] = [];
  const amounts: Value[] = steps.map(({ gives }) => gives?.evaluate(env).value ?? NOTHING);
  for (let time = 1; time <= Math.min(times, MAX_OCCURRENCES); time++) {
    const amount = amounts[Math.min(time, steps.length) - 1];
    if (amount === undefined) break;
    if (amount.kind !== 'number') return stepOf(amount, [trace], []);
    total = total.plus(amount.number);
    if (time <= steps.length) {
      const params = { time, amount: measure(amount.number, steps[0]?.gives?.unit) };
      notes.push(note('note.rung', params, 'held'));
    }
  }
  const reached = Math.min(times, steps.length);
  const following = amounts[reached];
  if (reached < steps.length && following?.kind === 'number') {
    const params = { time: reached + 1, amount: measure(following.number, steps[0]?.gives?.unit) };
    notes.push(note('note.next_rung', params, 'next'));
  }
  const raised = steps[reached - 1]?.raises;
  return {
    ...stepOf(numberValue(decimal(total)), [trace], notes),
    branch: context.branch(reached),
    ...(raised === undefined ? {} : { raised }),
  };
}

function stepOf(value: Value, parts: readonly Trace[], notes: readonly Note[]): Trace {
  return { step: 'mechanism', operation: 'per', value, unit: undefined, parts, notes };
}
