import { decimal } from '../../src/lib/decimal.js';
import { sameInAll, type Title } from '../../src/lib/language.js';
import { type Month, parseMonth } from '../../src/lib/month.js';
import type { PaidMonth } from '../../src/payroll/run.js';
import type { PayLine, ScorecardScore, Statement } from '../../src/payroll/statement.js';
import { functionNamed } from '../../src/rulebook/formula/functions/index.js';
import { mechanismOf } from '../../src/rulebook/mechanisms/index.js';
import {
  measure,
  type NameKind,
  NO_NOTES,
  type Note,
  type Operation,
  type Operator,
  type Trace,
} from '../../src/rulebook/values/trace.js';
import type { DisplayUnit, Value } from '../../src/rulebook/values/value.js';
import type { ShopConfig } from '../../src/shop/config.js';
import type { Agent, Shop } from '../../src/shop/shop.js';

const ADJUST: Operation = {
  id: 'adjust',
  title: { zh: '调整', en: 'adjusted' },
  partsShown: 'as adjustment',
};

/** Hand-made values of the kind that the payroll hands to output/. */

export function monthNamed(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new Error(text);
  return month;
}

export const OCTOBER = monthNamed('2026-10');

export function number(text: string): Value {
  return { kind: 'number', number: decimal(text) };
}

const BARE = { unit: undefined, parts: [], notes: NO_NOTES } as const;

/** A number as it is written: `2`, `1.1%`. */
export function literal(written: string): Trace {
  const percent = written.endsWith('%');
  const value = decimal(written.replace('%', '')).times(percent ? '0.01' : 1);
  return {
    ...BARE,
    step: 'literal',
    value: { kind: 'number', number: value },
    unit: percent ? 'ratio' : undefined,
    text: written,
  };
}

export function named(
  kind: NameKind,
  id: string,
  title: Title,
  value: Value,
  unit: DisplayUnit = undefined,
  more: Partial<Pick<Trace, 'parts' | 'notes'>> = {},
): Trace {
  return { ...BARE, step: 'name', value, unit, name: { id, title, kind }, ...more };
}

export function operator(operation: Operator, value: Value, ...parts: Trace[]): Trace {
  return { ...BARE, step: 'operator', operation, value, parts };
}

export function call(id: string, value: Value, ...parts: Trace[]): Trace {
  const operation = functionNamed(id) ?? { id, title: sameInAll(id) };
  return { ...BARE, step: 'call', operation, value, parts };
}

export function formula(text: string, root: Trace, unit: DisplayUnit = root.unit): Trace {
  return { ...BARE, step: 'formula', value: root.value, unit, text, parts: [root] };
}

export function mechanism(id: string, value: Value, parts: Trace[], notes: Note[]): Trace {
  const operation = mechanismOf(id) ?? ADJUST;
  return { ...BARE, step: 'mechanism', operation, value, parts, notes: () => notes };
}

export function entry(
  value: Value,
  parts: Trace[],
  notes: Note[] = [],
  unit: DisplayUnit = undefined,
): Trace {
  return { ...BARE, step: 'entry', operation: 'line', value, unit, parts, notes: () => notes };
}

const SALES: Title = { zh: '销售额', en: 'Sales' };
const RATE: Title = { zh: '提成比例', en: 'Commission rate' };
const TEAM: Title = { zh: '团队业绩', en: 'Silent sales' };
const COUNT: Title = { zh: '客服数', en: 'Agents' };

const sales = named('metric', 'sales', SALES, number('80000'), 'yuan');
const rate = named('parameter', 'rate', RATE, number('0.011'), 'ratio');
const teamSales = named('metric', 'silent_sales', TEAM, number('260000'), 'yuan');
const agentCount = named('metric', 'agent_count', COUNT, number('4'), 'persons');

/** 销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例, the worked example of the policy. */
export const COMMISSION: Trace = formula(
  '销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例',
  operator(
    '+',
    number('1237.5'),
    operator('*', number('880'), sales, rate),
    operator(
      '*',
      number('357.5'),
      operator(
        '/',
        number('32500'),
        operator('/', number('130000'), teamSales, literal('2')),
        agentCount,
      ),
      rate,
    ),
  ),
  'yuan',
);

/** A condition that failed: 得分 ≥ 85 with 82.5. */
export const FAILED_CONDITION: Trace = formula(
  '得分 >= 85',
  operator(
    '>=',
    { kind: 'yesno', yes: false },
    named('score', 'presales_weighted', { zh: '得分', en: 'Score' }, number('82.5'), 'points'),
    literal('85'),
  ),
);

export function payLine(line: Partial<PayLine> & Pick<PayLine, 'id'>): PayLine {
  return {
    title: sameInAll(line.id),
    kind: 'earning',
    category: 'bonus',
    amount: undefined,
    rulebook: line.id,
    source: undefined,
    trace: literal('0'),
    ...line,
  };
}

export function statementOf(statement: Partial<Statement> & Pick<Statement, 'agent'>): Statement {
  return {
    name: statement.agent,
    role: { id: 'presales', title: { zh: '售前', en: 'Pre-sales' } },
    plan: 'classic',
    planTitle: { zh: '经典售前方案', en: 'Classic pre-sales plan' },
    team: undefined,
    scores: [],
    lines: [],
    gross: decimal(0),
    deductions: decimal(0),
    payable: decimal(0),
    notices: [],
    values: () => new Map(),
    ...statement,
  };
}

export function scoreOf(points: string, rank: number): ScorecardScore {
  return {
    rulebook: 'presales_weighted',
    title: { zh: '售前客服考核表', en: 'Pre-sales appraisal' },
    points: decimal(points),
    total: decimal(100),
    rank,
    ranking: {
      places: [
        { place: 1, name: '王大雷', figure: measure(decimal('90'), 'points') },
        { place: 2, name: '林小雨', figure: measure(decimal(points), 'points') },
      ],
      own: rank - 1,
    },
    items: [
      {
        id: 'conversion',
        title: { zh: '转化率', en: 'Conversion' },
        section: 'item',
        points: decimal(30),
        full: decimal(30),
        source: '考核标准 · 转化率',
        trace: mechanism(
          'bands',
          number('30'),
          [
            named(
              'metric',
              'conversion',
              { zh: '询单转化率', en: 'Conversion' },
              number('0.6235'),
              'ratio',
            ),
          ],
          [],
        ),
      },
    ],
  };
}

/** A pre-sales agent with three earnings, one absent bonus and a fine. */
export const LIN: Statement = statementOf({
  agent: 'A01',
  name: '林小雨',
  scores: [scoreOf('82.5', 2)],
  lines: [
    payLine({
      id: 'base',
      title: { zh: '底薪', en: 'Base pay' },
      category: 'base',
      amount: decimal(1300),
      rulebook: 'base_flat',
      trace: entry(number('1300'), [literal('1300')], [], 'yuan'),
    }),
    payLine({
      id: 'commission',
      title: { zh: '个人提成', en: 'Commission' },
      category: 'commission',
      amount: decimal(1238),
      rulebook: 'commission_team_pool',
      source: '网店客服奖励和惩罚制度 · 个人销售提成',
      trace: entry(number('1238'), [COMMISSION], [], 'yuan'),
    }),
    payLine({
      id: 'monthly_bonus',
      title: { zh: '月度奖', en: 'Monthly bonus' },
      trace: entry({ kind: 'absent' }, [FAILED_CONDITION], [], 'yuan'),
    }),
    payLine({
      id: 'violation',
      title: { zh: '违规', en: 'Violations' },
      kind: 'deduction',
      category: 'fine',
      amount: decimal('10.5'),
      rulebook: 'conduct_taobao',
    }),
    payLine({
      id: 'levels',
      title: { zh: '晋级', en: 'Promotion' },
      kind: 'notice',
      category: 'level',
    }),
  ],
  gross: decimal(2538),
  deductions: decimal('10.5'),
  payable: decimal('2527.5'),
  notices: [
    {
      code: 'levels',
      level: 'info',
      text: { zh: '可以晋级中级', en: 'is due for Intermediate' },
      rulebook: { id: 'levels', title: { zh: '客服分级', en: 'Levels' } },
      once: undefined,
    },
  ],
});

/** An after-sales agent on another plan, with a line that the first one does not have. */
export const WANG: Statement = statementOf({
  agent: 'B02',
  name: '=王|芳',
  role: { id: 'aftersales', title: { zh: '售后', en: 'After-sales' } },
  plan: 'aftersales',
  lines: [
    payLine({
      id: 'base',
      title: { zh: '底薪', en: 'Base pay' },
      category: 'base',
      amount: decimal(2500),
    }),
    payLine({
      id: 'rank_bonus',
      title: { zh: '名次奖', en: 'Rank bonus' },
      category: 'performance',
      amount: decimal(0),
    }),
  ],
  gross: decimal(2500),
  payable: decimal(2500),
});

const always = <T>(value: T) => ({ entries: [{ from: undefined, value }] });

/** A shop's config with nothing set. */
export const CONFIG = {
  shop: '示例旗舰店',
  lang: 'zh',
  plans: {
    presales: { kind: 'id', id: 'classic', place: {} },
    aftersales: { kind: 'id', id: 'aftersales', place: {} },
  },
  targets: {},
  set: {},
  metrics: { window: always(86_400) },
  sources: {},
  exclude: { ids: [], memos: [] },
  limits: undefined,
  customMetrics: [],
  filteredMetrics: [],
  history: { assume: undefined },
} as unknown as ShopConfig;

export const SHOP: Shop = {
  folder: '/shop',
  name: '示例旗舰店',
  language: 'zh',
  config: CONFIG,
  source: { file: 'kpi.yaml', text: '' },
  rulebooks: [],
  shipped: { ids: [], examples: [], read: () => undefined },
};

export function agentOf(id: string, name: string, role: string, ...accounts: string[]): Agent {
  return { index: 0, id, name, role, accounts, line: 2 };
}

export const ROSTER: readonly Agent[] = [
  agentOf('A01', '林小雨', 'presales', '示例旗舰店:小雨'),
  agentOf('B02', '=王|芳', 'aftersales', '示例旗舰店:小芳'),
];

/** October, paid, without any problem. */
export const PAID: PaidMonth = {
  month: OCTOBER,
  language: 'zh',
  shop: SHOP,
  roster: ROSTER,
  active: ROSTER,
  metrics: { agents: new Map(), shop: new Map(), files: new Map(), counts: {} },
  inputs: [],
  problems: [],
  statements: [LIN, WANG],
};
