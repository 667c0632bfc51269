import {
  type Fraction,
  fractionOf,
  halfUp,
  isAbove,
  isAtLeast,
  isSame,
  minus,
  NONE,
  over,
  plus,
  smaller,
  sum,
  times,
  WHOLE,
} from '../../setup/fraction.js';
import { type AgentEvent, type Demo, type Employee, MONTH } from './load.js';
import {
  aftersalesScore,
  type Figures,
  hasPoints,
  metric,
  presalesScore,
  rankOf,
  type Score,
  scoreShare,
  shopMetric,
} from './scores.js';

/*
 * October of the demo shop by hand: the plans of its kpi.yaml as the policies describe them, with exact
 * fractions, rounded only where the policy rounds. What needs closed months, or more than three errors of
 * one agent, is left out: the month has neither.
 */

export interface PayLine {
  readonly id: string;
  readonly kind: 'earning' | 'deduction';
  readonly category: string;
  /** Undefined: the line is absent. */
  readonly amount: Fraction | undefined;
}

export interface Payslip {
  readonly employee: Employee;
  readonly plan: string;
  readonly score: Score | undefined;
  readonly rank: number | undefined;
  readonly lines: readonly PayLine[];
  readonly gross: Fraction;
  readonly deductions: Fraction;
  readonly payable: Fraction;
}

/** kpi.yaml: `plans`. */
const PLANS: Readonly<Record<string, 'classic' | 'aftersales' | 'vip'>> = {
  presales: 'classic',
  aftersales: 'aftersales',
  aftersales_lead: 'aftersales',
  vip: 'vip',
};

/** kpi.yaml: `targets.team_sales` of the month. */
const TEAM_SALES = fractionOf(450000);

/** kpi.yaml: `set`. */
const BASE = fractionOf(1300);
const FULL_ATTENDANCE = fractionOf(100);
const COMMISSION_RATE = fractionOf('0.011');

/** Everyone who is paid, in the order of the roster. */
export function payDemo(demo: Demo, figures: Figures): Payslip[] {
  const paid = demo.employees.filter(isPaid);
  const slips: Payslip[] = [];
  for (const employee of paid) {
    const plan = PLANS[employee.role];
    if (plan === undefined) throw new Error(`no plan for ${employee.role}`);
    const team = paid.filter((other) => PLANS[other.role] === plan).map(({ id }) => id);
    switch (plan) {
      case 'classic':
        slips.push(classic(employee, team, demo, figures));
        break;
      case 'aftersales':
        slips.push(aftersales(employee, team, figures));
        break;
      case 'vip':
        slips.push(vip(employee, team, figures));
        break;
    }
  }
  return slips;
}

/** "An agent who left before the month began or joined after it ended is not paid for it." */
function isPaid({ hiredOn, leftOn }: Employee): boolean {
  const leftBefore = leftOn !== undefined && leftOn < `${MONTH}-01`;
  const joinsLater = hiredOn !== undefined && hiredOn > `${MONTH}-31`;
  return !leftBefore && !joinsLater;
}

function classic(
  employee: Employee,
  team: readonly string[],
  demo: Demo,
  figures: Figures,
): Payslip {
  const shiftOf = (agent: string) => demo.employees.find(({ id }) => id === agent)?.shift;
  const scoreOf = (agent: string) => {
    const shift = team.filter((id) => shiftOf(id) === shiftOf(agent));
    return presalesScore(figures, agent, team, shift);
  };
  const scores = team.map(scoreOf);
  const score = scoreOf(employee.id);
  const errors = demo.errors.filter(({ agent }) => agent === employee.id);
  const events = demo.events.filter(({ agent }) => agent === employee.id);
  return slip(employee, 'classic', score, rankOf(score, scores), [
    base(BASE, employee, figures),
    {
      id: 'performance_pay',
      kind: 'earning',
      category: 'performance',
      amount: fen(times(fractionOf(400), scoreShare(score))),
    },
    fullAttendance(employee, figures),
    insuranceCash(employee),
    commission(employee, team, figures),
    {
      id: 'monthly_bonus',
      kind: 'earning',
      category: 'bonus',
      amount: monthlyBonus(score, figures, errors),
    },
    // "This and the two months before (closed)": the demo has closed no month.
    { id: 'quarterly_bonus', kind: 'earning', category: 'bonus', amount: undefined },
    {
      id: 'top_seller',
      kind: 'earning',
      category: 'bonus',
      amount: topSeller(employee, team, figures),
    },
    {
      id: 'violation',
      kind: 'deduction',
      category: 'fine',
      amount: violationFine(countOf(events, 'violation')),
    },
    {
      id: 'data_error_found',
      kind: 'earning',
      category: 'reward',
      amount: times(fractionOf(10), fractionOf(countOf(events, 'data_error_found'))),
    },
    {
      id: 'suggestion',
      kind: 'earning',
      category: 'reward',
      amount: times(fractionOf(300), fractionOf(countOf(events, 'suggestion'))),
    },
    {
      id: 'error_loss',
      kind: 'deduction',
      category: 'loss',
      amount: sum(errors.map(({ loss }) => fractionOf(loss))),
    },
    {
      id: 'error_fine',
      kind: 'deduction',
      category: 'fine',
      amount: times(fractionOf(20), fractionOf(errors.length)),
    },
  ]);
}

function aftersales(employee: Employee, team: readonly string[], figures: Figures): Payslip {
  const scores = team.map((id) => aftersalesScore(figures, id));
  const score = aftersalesScore(figures, employee.id);
  return slip(employee, 'aftersales', score, rankOf(score, scores), [
    base(fractionOf(employee.role === 'aftersales_lead' ? 8000 : 2700), employee, figures),
    {
      id: 'rank_bonus',
      kind: 'earning',
      category: 'performance',
      amount: rankBonus(score, scores),
    },
  ]);
}

/** kpi.yaml: no scorecard, and `pay: [base_flat, full_attendance, insurance_cash, commission_team_pool]`. */
function vip(employee: Employee, team: readonly string[], figures: Figures): Payslip {
  return slip(employee, 'vip', undefined, undefined, [
    base(BASE, employee, figures),
    fullAttendance(employee, figures),
    insuranceCash(employee),
    commission(employee, team, figures),
  ]);
}

/** "Payable = gross − deductions", over the lines as they are shown. */
function slip(
  employee: Employee,
  plan: string,
  score: Score | undefined,
  rank: number | undefined,
  lines: readonly PayLine[],
): Payslip {
  const total = (kind: PayLine['kind']): Fraction =>
    sum(lines.filter((line) => line.kind === kind).map(({ amount }) => amount ?? NONE));
  const gross = total('earning');
  const deductions = total('deduction');
  const payable = minus(gross, deductions);
  return { employee, plan, score, rank, lines, gross, deductions, payable };
}

function fen(amount: Fraction): Fraction {
  return halfUp(amount, 2);
}

/** "This and every other base is pro-rated by workdays for who joins or leaves in mid-month." */
function base(full: Fraction, employee: Employee, figures: Figures): PayLine {
  const joined = employee.hiredOn !== undefined && employee.hiredOn > `${MONTH}-01`;
  const left = employee.leftOn !== undefined && employee.leftOn < `${MONTH}-31`;
  let amount = full;
  if (joined || left) {
    const workdays = metric(figures, employee.id, 'workdays');
    const due = metric(figures, employee.id, 'workdays_due');
    amount = fen(times(full, smaller(WHOLE, over(workdays, due))));
  }
  return { id: 'base', kind: 'earning', category: 'base', amount };
}

/** "Paid when `full_attendance` is 1." */
function fullAttendance(employee: Employee, figures: Figures): PayLine {
  const full = isSame(metric(figures, employee.id, 'full_attendance'), WHOLE);
  return {
    id: 'full_attendance',
    kind: 'earning',
    category: 'allowance',
    amount: full ? FULL_ATTENDANCE : undefined,
  };
}

/** "300 when the agent is regular (past probation) and takes cash instead of insurance." */
function insuranceCash(employee: Employee): PayLine {
  const regular = employee.probationUntil < `${MONTH}-01`;
  return {
    id: 'insurance_cash',
    kind: 'earning',
    category: 'insurance_cash',
    amount: regular && employee.insurance === 'cash' ? fractionOf(300) : undefined,
  };
}

/** "个人销售额 × rate + (团队业绩 ÷ 2 ÷ 客服数) × rate, to the yuan half up." */
function commission(employee: Employee, team: readonly string[], figures: Figures): PayLine {
  const own = metric(figures, employee.id, 'sales');
  const share = over(
    over(shopMetric(figures, 'silent_sales'), fractionOf(2)),
    fractionOf(team.length),
  );
  const amount = plus(times(own, COMMISSION_RATE), times(share, COMMISSION_RATE));
  return { id: 'commission', kind: 'earning', category: 'commission', amount: halfUp(amount, 0) };
}

/** "100 when the shop met `targets.team_sales`, no grave error, and KPI score ≥ 85." */
function monthlyBonus(
  score: Score,
  figures: Figures,
  errors: readonly { readonly grave: boolean }[],
): Fraction | undefined {
  const met = isAtLeast(shopMetric(figures, 'shop_sales'), TEAM_SALES);
  const blameless = errors.every(({ grave }) => !grave);
  return met && blameless && hasPoints(score, fractionOf(85)) ? fractionOf(100) : undefined;
}

/** "Highest sales of the month: 300; only with sales above 0; ties share." */
function topSeller(
  employee: Employee,
  team: readonly string[],
  figures: Figures,
): Fraction | undefined {
  const own = metric(figures, employee.id, 'sales');
  const others = team.map((id) => metric(figures, id, 'sales'));
  if (!isAbove(own, NONE) || others.some((other) => isAbove(other, own))) return undefined;
  const first = others.filter((other) => isSame(other, own));
  return fen(over(fractionOf(300), fractionOf(first.length)));
}

/** "1st time warning and 10, 2nd 30, 3rd dismissal-level notice." */
function violationFine(count: number): Fraction {
  if (count === 0) return NONE;
  return fractionOf(count === 1 ? 10 : 10 + 30);
}

function countOf(events: readonly AgentEvent[], wanted: AgentEvent['event']): number {
  let count = 0;
  for (const event of events) if (event.event === wanted) count += event.count;
  return count;
}

const RUNGS = [1000, 800, 600, 400, 200];

/**
 * "1000, 800, 600, 400, 200, then 0. None below the gate: 80 points, 70 % of the total; both hold." "Equal
 * scores share the mean of the rungs they occupy." "Shown with amount 0 when its gate fails."
 */
function rankBonus(score: Score, scores: readonly Score[]): Fraction {
  if (!hasPoints(score, fractionOf(80))) return NONE;
  if (!hasPoints(score, times(fractionOf('0.70'), fractionOf(score.total)))) return NONE;
  const first = rankOf(score, scores);
  const equal = scores.filter((other) => isSame(other.points, score.points)).length;
  const rungs: Fraction[] = [];
  for (let place = first; place < first + equal; place += 1) {
    rungs.push(fractionOf(RUNGS[place - 1] ?? 0));
  }
  return fen(over(sum(rungs), fractionOf(equal)));
}
