import { decimal, ONE } from '../../src/lib/decimal.js';
import type { CompiledPlan } from '../../src/rulebook/plan/compiled-plan.js';
import { createTeam } from '../../src/rulebook/values/evaluate.js';
import type { Facts, Figure } from '../../src/rulebook/values/node.js';
import { numberValue, UNDEFINED, type Value } from '../../src/rulebook/values/value.js';
import { factsOf } from '../../test/setup/facts.js';
import { MONTH } from '../agents.js';
import { readAlone, shippedText } from '../compile.js';
import type { SheetAgent } from './agents.js';
import type { SheetEngine } from './engine.js';

/** The sheet in this program, with what a shipped rulebook carries: titles, sources, notes. */
export function ourSheet(): SheetEngine {
  const { file, text } = shippedText('aftersales_130');
  return {
    name: 'kpi',
    // The examples are tests; the peers' sheets have none.
    text: text.slice(0, text.indexOf('\nexamples:') + 1),
    read(yaml) {
      const { compile } = readAlone({ file, text: yaml });
      return {
        prepare() {
          const plan = compile();
          return async (agents) => score(plan, agents);
        },
      };
    },
  };
}

function score(plan: CompiledPlan, agents: readonly SheetAgent[]): readonly number[] {
  const [scorecard] = plan.scorecards;
  if (scorecard === undefined) throw new Error('the sheet is no scorecard');
  const members = agents.map((agent) => ({
    facts: sheetFacts(agent),
    earlier: () => 'none' as const,
  }));
  return createTeam(MONTH, members).members.map((env) => {
    const { value } = env.get(scorecard.slot);
    return value.kind === 'number' ? value.number.toNumber() : Number.NaN;
  });
}

/** Making the facts is part of what is timed, as filling in a situation is for the others. */
function sheetFacts(agent: SheetAgent): Facts {
  const { refundRate, outstanding, complaints } = agent;
  const metrics: Readonly<Record<string, Figure>> = {
    shop_refund_rate: { value: refundRate === undefined ? UNDEFINED : number(refundRate) },
    late: { value: number(agent.late) },
    leave: { value: number(agent.leave) },
    absent: { value: number(agent.absent) },
    praises: { value: number(agent.praises) },
    bad_reviews: { value: number(agent.badReviews) },
  };
  const ratings: Readonly<Record<string, Value>> = {
    quality: { kind: 'grade', grade: agent.quality },
    cooperation: { kind: 'grade', grade: agent.cooperation },
    execution: { kind: 'grade', grade: agent.execution },
    disputes: { kind: 'grade', grade: agent.disputes },
    ...(outstanding === undefined ? {} : { outstanding: number(outstanding) }),
  };
  const cases = complaints.map((points) => ({
    place: {},
    count: ONE,
    amount: undefined,
    points: decimal(points),
    grave: false,
  }));
  return {
    ...NOTHING_KNOWN,
    metric: (id) => metrics[id] ?? NOTHING_KNOWN.metric(id),
    rating: (item) => ratings[item] ?? NOTHING_KNOWN.rating(item),
    cases: (kind) => (kind === 'complaint' ? cases : []),
  };
}

/** What the sheet of an agent does not say. */
const NOTHING_KNOWN = factsOf({});

function number(value: number): Value {
  return numberValue(decimal(value));
}
