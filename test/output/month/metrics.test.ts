import { describe, expect, test } from 'vitest';
import type { MetricValue } from '../../../src/catalogue/figure.js';
import { decimal, divide } from '../../../src/lib/decimal.js';
import { jsonOf } from '../../../src/lib/json.js';
import type { AgentMonth, MonthMetrics } from '../../../src/metrics/month-metrics.js';
import { csvOf } from '../../../src/output/formats/csv.js';
import { terminalTableOf } from '../../../src/output/formats/terminal-table.js';
import { metricTitles } from '../../../src/output/month/metric-titles.js';
import { METRICS_DOCUMENT } from '../../../src/output/month/metrics-json.js';
import {
  hasProvisional,
  metricGaps,
  metricsByAgent,
  metricsByMetric,
} from '../../../src/output/month/metrics-table.js';
import { recordOf } from '../../../src/output/report/report-columns.js';
import { PLAIN_STYLE } from '../../../src/output/report/style.js';
import { PAID, ROSTER } from '../samples.js';

function known(text: string): MetricValue {
  return { state: 'known', value: decimal(text), origin: 'computed' };
}

function quotient(numerator: number, denominator: number, provisional = false): MetricValue {
  const parts = { numerator: decimal(numerator), denominator: decimal(denominator) };
  return {
    state: 'known',
    value: divide(parts.numerator, parts.denominator),
    ...parts,
    origin: 'computed',
    ...(provisional ? { provisional } : {}),
  };
}

const NO_CALLS: MetricValue = { state: 'missing', reason: { kind: 'no-file', input: 'calls' } };

function agentMonth(
  metrics: Record<string, MetricValue>,
  ratings: AgentMonth['ratings'],
): AgentMonth {
  return {
    metrics: new Map(Object.entries(metrics)),
    ratings,
    gradings: new Map(),
    cases: undefined,
    events: undefined,
  };
}

const METRICS: MonthMetrics = {
  agents: new Map([
    [
      'A01',
      agentMonth(
        {
          sales: known('80000.5'),
          consults: known('123'),
          conversion: quotient(2, 3, true),
          response_time: known('45.25'),
          calls_answered: NO_CALLS,
        },
        new Map([['quality', { kind: 'grade', grade: 'excellent', count: 2 }]]),
      ),
    ],
    [
      'B02',
      agentMonth(
        {
          consults: known('0'),
          conversion: { state: 'undefined', numerator: decimal(0), denominator: decimal(0) },
          response_time: {
            state: 'missing',
            reason: { kind: 'no-row', input: 'metrics', file: '2026-10/metrics.csv' },
          },
          sales: known('0'),
          calls_answered: NO_CALLS,
        },
        new Map([['quality', { kind: 'number', mean: decimal('87.5'), count: 4 }]]),
      ),
    ],
  ]),
  shop: new Map([
    ['shop_sales', known('600000')],
    ['shop_refund_rate', quotient(1, 8)],
  ]),
  files: new Map(),
  counts: {},
};

const titleOf = metricTitles({ shop: undefined, metrics: undefined });
const zh = { language: 'zh', ids: false } as const;

describe('metrics on a terminal', () => {
  test('go down the page, agents across, the shop last; what nobody has is left out', () => {
    const table = metricsByMetric(METRICS, ROSTER, titleOf, zh);
    expect(terminalTableOf(table, { ids: false, width: undefined, style: PLAIN_STYLE })).toBe(`\
指标          单位    林小雨  =王|芳       店铺
────────────  ────  ────────  ──────  ─────────
咨询人数      人次       123       0
平均响应时间  秒        45.3       -
销售额        元    80000.50    0.00
询单转化率           66.67%*       -
评分·quality              优    87.5
店铺销售额    元                      600000.00
店铺退款率                               12.50%
`);
  });

  test('name what is missing and why, each reason once', () => {
    expect(metricGaps(METRICS, ROSTER, titleOf, 'zh')).toEqual([
      '本月没有 calls*.csv，所以没有这 1 项：应答呼叫',
      '2026-10/metrics.csv 里没有这位客服的数据，所以没有这 1 项：平均响应时间（=王|芳）',
    ]);
    expect(hasProvisional(METRICS, ROSTER)).toBe(true);
  });
});

describe('metrics as CSV', () => {
  test('are one row per agent and one for the shop, in the order of the catalogue', () => {
    const table = metricsByAgent(METRICS, ROSTER, titleOf, { language: 'zh', ids: true });
    expect(csvOf(table, { ids: true, lineEnd: '\n', bom: false })).toBe(`\
id,name,consults,response_time,sales,conversion,calls_answered,rating.quality,shop_sales,shop_refund_rate
A01,林小雨,123,45.25,80000.5,0.666666666667,,excellent,,
B02,"'=王|芳",0,,0,,,87.5,,
*,店铺,,,,,,,600000,0.125
`);
  });

  test('have titles in the language without --ids', () => {
    const table = metricsByAgent(METRICS, ROSTER, titleOf, zh);
    expect(csvOf(table, { ids: false, lineEnd: '\n', bom: false }).split('\n').slice(0, 2)).toEqual(
      [
        '工号,姓名,咨询人数,平均响应时间,销售额,询单转化率,应答呼叫,评分·quality,店铺销售额,店铺退款率',
        'A01,林小雨,123,45.25,80000.5,0.666666666667,,优,,',
      ],
    );
  });
});

describe('metrics as JSON', () => {
  test('carry reasons, numerators and denominators beside the figures', () => {
    const document = jsonOf(
      recordOf(
        METRICS_DOCUMENT,
        {
          month: { ...PAID, metrics: METRICS },
          agents: ROSTER,
          edition: { language: 'zh', version: '1.0.0', closed: false },
        },
        'zh',
      ),
    );
    expect(document).toContain('"conversion": 0.666666666667');
    expect(JSON.parse(document)).toEqual({
      kpi: '1.0.0',
      month: '2026-10',
      agents: [
        {
          id: 'A01',
          name: '林小雨',
          metrics: {
            sales: 80000.5,
            consults: 123,
            conversion: 0.666666666667,
            response_time: 45.25,
            calls_answered: null,
            'rating.quality': 'excellent',
          },
          missing: { calls_answered: '本月没有 calls*.csv' },
          parts: { conversion: { numerator: 2, denominator: 3 } },
          provisional: ['conversion'],
        },
        {
          id: 'B02',
          name: '=王|芳',
          metrics: {
            consults: 0,
            conversion: null,
            response_time: null,
            sales: 0,
            calls_answered: null,
            'rating.quality': 87.5,
          },
          missing: {
            conversion: '分母为 0',
            response_time: '2026-10/metrics.csv 里没有这位客服的数据',
            calls_answered: '本月没有 calls*.csv',
          },
          parts: { conversion: { numerator: 0, denominator: 0 } },
          provisional: [],
        },
      ],
      shop: { shop_sales: 600000, shop_refund_rate: 0.125 },
      shop_missing: {},
      shop_parts: { shop_refund_rate: { numerator: 1, denominator: 8 } },
      settings: {},
      inputs: [],
      rows: {},
      problems: [],
    });
  });
});
