import { beforeAll, describe, expect, test } from 'vitest';
import type { ReferenceValue } from '../metrics/reference/figures.js';
import { type ReferenceResult, referenceMetrics } from '../metrics/reference/reference.js';
import { digits, type Fraction, sum } from '../setup/fraction.js';
import { DEMO, kpi } from '../setup/program.js';
import { loadDemo, MONTH, SETTINGS } from './demo-pay/load.js';
import { type Payslip, payDemo } from './demo-pay/pay.js';

/*
 * October of the demo shop, twice: by the program, and by hand from its files, through the slow metrics of
 * the reference and the policies in plain fractions. Every number must be the same, digit by digit.
 */

interface Printed {
  readonly agents: readonly PrintedAgent[];
  readonly shop_metrics: Readonly<Record<string, string | null>>;
  readonly totals: Readonly<Record<string, string>>;
}

interface PrintedAgent {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly plan: string;
  readonly scores: readonly {
    readonly rulebook: string;
    readonly points: string;
    readonly total: string;
    readonly rank: string;
    readonly items: readonly {
      readonly id: string;
      readonly points: string;
      readonly full: string | null;
    }[];
  }[];
  readonly lines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly category: string;
    readonly amount: string | null;
  }[];
  readonly gross: string;
  readonly deductions: string;
  readonly payable: string;
  readonly withheld: readonly { readonly id: string; readonly amount: string }[];
  readonly net: string;
}

interface PrintedMetrics {
  readonly agents: readonly {
    readonly id: string;
    readonly metrics: Readonly<Record<string, string | null>>;
    readonly missing: Readonly<Record<string, string>>;
    readonly parts: Readonly<Record<string, { numerator: string; denominator: string }>>;
  }[];
  readonly shop: Readonly<Record<string, string | null>>;
}

/** A document of the program, its numbers kept as the text that was printed. */
async function printed(command: 'calc' | 'metrics'): Promise<unknown> {
  const run = await kpi([command, '-C', DEMO, '--month', MONTH, '--format', 'json']);
  expect(run.code, run.err).toBe(0);
  const quoted = run.out.replaceAll(/^(\s*(?:"[^"]*": )?)(-?\d+(?:\.\d+)?)(,?)$/gm, '$1"$2"$3');
  return JSON.parse(quoted, (key, value: unknown) => {
    if (typeof value === 'number') throw new Error(`${key}: a number that is not on its own line`);
    return value;
  });
}

/** Figures by what they are of: `A05 base`. */
type Named = Map<string, string>;

/** `A05 base: expected 674.07, printed 675`, for every figure that is not the same. */
function differences(expected: Named, actual: Named): string[] {
  const found: string[] = [];
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const wanted = expected.get(name) ?? 'nothing';
    const got = actual.get(name) ?? 'nothing';
    if (wanted !== got) found.push(`${name}: expected ${wanted}, printed ${got}`);
  }
  return found;
}

const ABSENT = 'absent';

function shown(amount: Fraction | undefined): string {
  return amount === undefined ? ABSENT : digits(amount);
}

/** A metric as the document has it: 12 decimals at most, none when there is no figure. */
function shownMetric(value: ReferenceValue): string {
  return value.state === 'known' ? value.value.toDecimalPlaces(12).toFixed() : ABSENT;
}

/** Adds `A05 response_time`, and its numerator and denominator, as the reference has them. */
function nameMetrics(into: Named, who: string, values: ReadonlyMap<string, ReferenceValue>): void {
  for (const [id, value] of values) {
    into.set(`${who} ${id}`, shownMetric(value));
    if (value.state === 'missing' || value.numerator === undefined) continue;
    if (value.denominator === undefined) continue;
    into.set(`${who} ${id} numerator`, value.numerator.toFixed());
    into.set(`${who} ${id} denominator`, value.denominator.toFixed());
  }
}

describe('October of the demo shop by hand', () => {
  let figures: ReferenceResult;
  let slips: Payslip[];
  let document: Printed;
  let metrics: PrintedMetrics;

  beforeAll(async () => {
    const demo = loadDemo();
    figures = referenceMetrics(demo.month, SETTINGS);
    slips = payDemo(demo, figures);
    document = (await printed('calc')) as Printed;
    metrics = (await printed('metrics')) as PrintedMetrics;
  }, 300_000);

  test('the same people are paid, in the order of the roster, each by the plan of the role', () => {
    const expected = slips.map(({ employee, plan }) => [
      employee.id,
      employee.name,
      employee.role,
      plan,
    ]);
    const actual = document.agents.map(({ id, name, role, plan }) => [id, name, role, plan]);
    expect(actual).toEqual(expected);
    expect(metrics.agents.map(({ id }) => id)).toEqual(slips.map(({ employee }) => employee.id));
  });

  test('every metric of every agent', () => {
    const expected: Named = new Map();
    for (const { employee } of slips) {
      const { id } = employee;
      nameMetrics(expected, id, figures.agents.get(id) ?? new Map());
      for (const [item, rating] of figures.ratings.get(id) ?? []) {
        const text = rating.kind === 'grade' ? rating.grade : rating.mean.toFixed();
        expected.set(`${id} rating.${item}`, text);
      }
    }
    const actual: Named = new Map();
    for (const agent of metrics.agents) {
      for (const [id, value] of Object.entries(agent.metrics)) {
        actual.set(`${agent.id} ${id}`, value ?? ABSENT);
      }
      for (const [id, { numerator, denominator }] of Object.entries(agent.parts)) {
        actual.set(`${agent.id} ${id} numerator`, numerator);
        actual.set(`${agent.id} ${id} denominator`, denominator);
      }
    }
    expect(expected.size).toBeGreaterThan(900);
    expect(differences(expected, actual)).toEqual([]);
  });

  test('a reason for every metric that has no figure, and for no other', () => {
    for (const agent of metrics.agents) {
      const none = Object.entries(agent.metrics).filter(([, value]) => value === null);
      expect(Object.keys(agent.missing), agent.id).toEqual(none.map(([id]) => id));
    }
  });

  test('every metric of the shop, in both documents', () => {
    const expected: Named = new Map();
    for (const [id, value] of figures.shop) expected.set(`shop ${id}`, shownMetric(value));
    for (const shop of [metrics.shop, document.shop_metrics]) {
      const actual: Named = new Map();
      for (const [id, value] of Object.entries(shop)) actual.set(`shop ${id}`, value ?? ABSENT);
      expect(differences(expected, actual)).toEqual([]);
    }
  });

  test('every item, score and rank', () => {
    const expected: Named = new Map();
    for (const { employee, score, rank } of slips) {
      if (score === undefined) continue;
      const name = `${employee.id} ${score.rulebook}`;
      expected.set(`${name} points`, digits(score.points));
      expected.set(`${name} total`, String(score.total));
      expected.set(`${name} rank`, String(rank));
      for (const { id, points, full } of score.items) {
        expected.set(`${name} ${id}`, digits(points));
        expected.set(`${name} ${id} full`, String(full ?? ABSENT));
      }
    }
    const actual: Named = new Map();
    for (const agent of document.agents) {
      for (const score of agent.scores) {
        const name = `${agent.id} ${score.rulebook}`;
        actual.set(`${name} points`, score.points);
        actual.set(`${name} total`, score.total);
        actual.set(`${name} rank`, score.rank);
        for (const { id, points, full } of score.items) {
          actual.set(`${name} ${id}`, points);
          actual.set(`${name} ${id} full`, full ?? ABSENT);
        }
      }
    }
    expect(differences(expected, actual)).toEqual([]);
  });

  test('every pay line, in the order of the plan', () => {
    const expected: Named = new Map();
    const actual: Named = new Map();
    for (const { employee, lines } of slips) {
      expected.set(`${employee.id} lines`, lines.map(({ id }) => id).join());
      for (const { id, kind, category, amount } of lines) {
        expected.set(`${employee.id} ${id}`, `${kind} ${category} ${shown(amount)}`);
      }
    }
    for (const agent of document.agents) {
      actual.set(`${agent.id} lines`, agent.lines.map(({ id }) => id).join());
      for (const { id, kind, category, amount } of agent.lines) {
        actual.set(`${agent.id} ${id}`, `${kind} ${category} ${amount ?? ABSENT}`);
      }
    }
    expect(differences(expected, actual)).toEqual([]);
  });

  test('gross, deductions and payable of everyone, and the totals', () => {
    const expected: Named = new Map();
    const actual: Named = new Map();
    for (const figure of ['gross', 'deductions', 'payable'] as const) {
      for (const slip of slips) expected.set(`${slip.employee.id} ${figure}`, digits(slip[figure]));
      for (const agent of document.agents) actual.set(`${agent.id} ${figure}`, agent[figure]);
      expected.set(`total ${figure}`, digits(sum(slips.map((slip) => slip[figure]))));
      actual.set(`total ${figure}`, document.totals[figure] ?? ABSENT);
    }
    expect(differences(expected, actual)).toEqual([]);
  });

  test('the net pay that the page on net pay works out, and nothing but tax of who is not insured', () => {
    const net = (wanted: string) => {
      const agent = document.agents.find(({ id }) => id === wanted);
      return [...(agent?.withheld ?? []).map(({ amount }) => amount), agent?.net];
    };
    // 5,000 at 8, 2, 0.5 and 5 %; 31,400 in ten months is below ten times 5,000.
    expect(net('A06')).toEqual(['400', '100', '25', '250', '0', '2725']);
    // 4,000 is held at 4,986 for insurance, not for the fund.
    expect(net('A10')).toEqual(['398.88', '99.72', '24.93', '200', '0', '2576.47']);
    // 8,000; (90,000 − 50,000 − 12,400 − 10,000) × 3 % = 528, of which 475.20 was withheld before.
    expect(net('A11')).toEqual(['640', '160', '40', '400', '52.8', '7707.2']);
    const uninsured = ['A02', 'A03', 'A04', 'A05', 'A08', 'A09', 'A13'];
    for (const agent of document.agents.filter(({ id }) => uninsured.includes(id))) {
      expect(net(agent.id), agent.id).toEqual(['0', agent.payable]);
    }
  });

  /** Without these cases the comparison would prove less than it seems to. */
  test('the month has the cases that are hard to pay', () => {
    const amounts: Named = new Map();
    for (const { employee, lines } of slips) {
      for (const { id, amount } of lines) amounts.set(`${employee.id} ${id}`, shown(amount));
    }
    const cases = {
      'A05 base': '674.07', // joined on the 16th: 1300 × 14 ÷ 27
      'A01 performance_pay': '400', // more than 100 points
      'A04 monthly_bonus': ABSENT, // enough points, but a grave error
      'A05 monthly_bonus': '100', // enough points by little: 85.12
      'A08 rank_bonus': '0', // fifth, below the gate
      'A04 violation': '40', // 10 and 30
      'A02 suggestion': '300',
      'A04 error_fine': '20', // the second error was not the agent's
      'A02 full_attendance': ABSENT,
      'A01 insurance_cash': ABSENT, // insured
      'A13 insurance_cash': '300',
      'A02 top_seller': ABSENT,
    };
    for (const [name, amount] of Object.entries(cases))
      expect(amounts.get(name), name).toBe(amount);
  });
});
