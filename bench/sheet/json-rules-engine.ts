import type { SheetAgent } from './agents.js';
import { importPeer, type SheetEngine } from './engine.js';

/** As much of json-rules-engine as is used here. */
interface RulesEngine {
  addFact(id: string, compute: (params: unknown, almanac: Almanac) => Promise<number>): unknown;
  run(
    facts: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly events: readonly PointsEvent[] }>;
}

interface Almanac {
  factValue(id: string): Promise<number>;
}

interface JsonRulesEngine {
  readonly Engine: new (
    rules: readonly Rule[],
    options: { readonly replaceFactsInEventParams: boolean },
  ) => RulesEngine;
}

interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A rule that gives points: a number, or the value of a fact. */
interface Rule {
  readonly name: string;
  readonly conditions: { readonly all: readonly Condition[] };
  readonly event: {
    readonly type: 'points';
    readonly params: { readonly points: number | { readonly fact: string } };
  };
}

interface PointsEvent {
  readonly params: { readonly points: number };
}

/**
 * The sheet in json-rules-engine, used as its documentation says: rules are JSON, one Engine for all agents,
 * and each run is given the facts of one agent. Its rules compare and do not reckon, so what the sheet
 * reckons are dynamic facts (functions), which events take up by `replaceFactsInEventParams`; the events'
 * points are added up here, since it has no total either.
 */
export async function jsonRulesSheet(): Promise<SheetEngine | undefined> {
  const peer = (await importPeer('json-rules-engine')) as JsonRulesEngine | undefined;
  if (peer === undefined) return undefined;
  return {
    name: 'json-rules-engine',
    text: JSON.stringify(RULES),
    read(text) {
      const rules = JSON.parse(text) as readonly Rule[];
      return {
        prepare() {
          const engine = new peer.Engine(rules, { replaceFactsInEventParams: true });
          addDynamicFacts(engine);
          return (agents) => score(engine, agents);
        },
      };
    },
  };
}

async function score(
  engine: RulesEngine,
  agents: readonly SheetAgent[],
): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const agent of agents) {
    const { events } = await engine.run(runtimeFacts(agent));
    const points = events.reduce((total, { params }) => total + params.points, 0);
    scores.push(Math.max(0, points));
  }
  return scores;
}

function runtimeFacts(agent: SheetAgent): Readonly<Record<string, unknown>> {
  const { refundRate = null, outstanding = 0, complaints, ...facts } = agent;
  return {
    ...facts,
    refundRate,
    outstanding,
    complaints: complaints.reduce((total, points) => total + points, 0),
  };
}

const HUNDREDTHS = 100;

function addDynamicFacts(engine: RulesEngine): void {
  engine.addFact('attendance', async (_params, almanac) => {
    const [late, leave, absent] = await Promise.all([
      almanac.factValue('late'),
      almanac.factValue('leave'),
      almanac.factValue('absent'),
    ]);
    return Math.max(0, 20 - late * 5 - leave * 5 - absent * 10);
  });
  const product = (id: string, of: string, factor: number) =>
    engine.addFact(id, async (_params, almanac) => {
      const points = (await almanac.factValue(of)) * factor;
      return Math.round(points * HUNDREDTHS) / HUNDREDTHS;
    });
  product('praisePoints', 'praises', 2);
  product('outstandingPoints', 'outstanding', 1);
  product('badReviewPoints', 'badReviews', -5);
  product('complaintPoints', 'complaints', -1);
}

const GRADE_POINTS = { excellent: 20, good: 15, fair: 10, poor: 0 } as const;
const RATED = ['quality', 'cooperation', 'execution', 'disputes'] as const;

const RULES: readonly Rule[] = [
  ...RATED.flatMap((item) =>
    Object.entries(GRADE_POINTS).map(([grade, points]) =>
      rule(`${item} ${grade}`, [{ fact: item, operator: 'equal', value: grade }], points),
    ),
  ),
  rule('refunds unknown', [{ fact: 'refundRate', operator: 'equal', value: null }], 30),
  refunds(undefined, 0.05, 30),
  refunds(0.05, 0.08, 20),
  refunds(0.08, 0.11, 10),
  refunds(0.11, undefined, 0),
  always('attendance', 'attendance'),
  always('praise', 'praisePoints'),
  always('outstanding', 'outstandingPoints'),
  always('bad reviews', 'badReviewPoints'),
  always('complaints', 'complaintPoints'),
];

function rule(
  name: string,
  all: readonly Condition[],
  points: number | { readonly fact: string },
): Rule {
  return { name, conditions: { all }, event: { type: 'points', params: { points } } };
}

function refunds(above: number | undefined, to: number | undefined, points: number): Rule {
  const fact = 'refundRate';
  const conditions: readonly Condition[] = [
    ...(above === undefined ? [] : [{ fact, operator: 'greaterThan', value: above }]),
    ...(to === undefined ? [] : [{ fact, operator: 'lessThanInclusive', value: to }]),
  ];
  return rule(`refunds to ${to ?? 'any'}`, conditions, points);
}

/** A rule without conditions always holds. */
function always(name: string, fact: string): Rule {
  return rule(name, [], { fact });
}
