import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/lib/decimal.js';
import { jsonOf } from '../../../src/lib/json.js';
import { SALARY_DOCUMENT } from '../../../src/output/month/salary-json.js';
import { recordOf } from '../../../src/output/report/report-columns.js';
import type { PaidMonth } from '../../../src/payroll/run.js';
import type { Statement } from '../../../src/payroll/statement.js';
import { LIN, PAID, WANG } from '../samples.js';

const EDITION = { language: 'zh', version: '1.0.0', closed: false } as const;

function documentOf(month: PaidMonth, statements: readonly Statement[]): string {
  return jsonOf(recordOf(SALARY_DOCUMENT, { month, statements, edition: EDITION }, 'zh'));
}

describe('the salary document', () => {
  test('has the shape of the contract, every number exact', () => {
    const month = {
      ...PAID,
      metrics: {
        agents: new Map(),
        shop: new Map([
          ['shop_sales', { state: 'known', value: decimal('600000.50'), origin: 'computed' }],
          ['shop_refund_rate', { state: 'missing', reason: { kind: 'not-imported' } }],
        ] as const),
        files: new Map(),
        counts: { 'orders.read': 1234, 'orders.fake': 4 },
      },
      inputs: [
        {
          file: '2026-10/orders.csv',
          sha256: 'ab12',
          rows: 1234,
          readAs: 'taobao_orders',
          kind: 'orders',
        } as const,
      ],
      problems: [
        {
          level: 'warning',
          code: 'unknown-agent',
          file: '2026-10/events.csv',
          line: 12,
          column: '工号',
          cell: '张山',
          params: { agent: '张山', known: 'A01 张三' },
        } as const,
      ],
    };
    expect(documentOf(month, [LIN])).toBe(`\
{
  "kpi": "1.0.0",
  "month": "2026-10",
  "shop": "示例旗舰店",
  "closed": false,
  "agents": [
    {
      "id": "A01",
      "name": "林小雨",
      "role": "presales",
      "plan": "classic",
      "scores": [
        {
          "rulebook": "presales_weighted",
          "points": 82.5,
          "total": 100,
          "rank": 2,
          "items": [
            {
              "id": "conversion",
              "points": 30,
              "full": 30
            }
          ]
        }
      ],
      "lines": [
        {
          "id": "base",
          "title": "底薪",
          "kind": "earning",
          "category": "base",
          "amount": 1300,
          "rulebook": "base_flat",
          "formula": "1300",
          "numbers": "1300",
          "source": null
        },
        {
          "id": "commission",
          "title": "个人提成",
          "kind": "earning",
          "category": "commission",
          "amount": 1238,
          "rulebook": "commission_team_pool",
          "formula": "销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例",
          "numbers": "80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%",
          "source": "网店客服奖励和惩罚制度 · 个人销售提成"
        },
        {
          "id": "monthly_bonus",
          "title": "月度奖",
          "kind": "earning",
          "category": "bonus",
          "amount": null,
          "rulebook": "monthly_bonus",
          "formula": "得分 ≥ 85",
          "numbers": "82.5 ≥ 85",
          "source": null
        },
        {
          "id": "violation",
          "title": "违规",
          "kind": "deduction",
          "category": "fine",
          "amount": 10.5,
          "rulebook": "conduct_taobao",
          "formula": "0",
          "numbers": "0",
          "source": null
        },
        {
          "id": "levels",
          "title": "晋级",
          "kind": "notice",
          "category": "level",
          "amount": null,
          "rulebook": "levels",
          "formula": "0",
          "numbers": "0",
          "source": null
        }
      ],
      "gross": 2538,
      "deductions": 10.5,
      "payable": 2527.5,
      "notices": [
        {
          "code": "levels",
          "level": "info",
          "text": "可以晋级中级"
        }
      ]
    }
  ],
  "shop_metrics": {
    "shop_sales": 600000.5,
    "shop_refund_rate": null
  },
  "totals": {
    "gross": 2538,
    "deductions": 10.5,
    "payable": 2527.5
  },
  "notices": [],
  "inputs": [
    {
      "file": "2026-10/orders.csv",
      "sha256": "ab12",
      "rows": 1234,
      "read_as": "taobao_orders"
    }
  ],
  "rows": {
    "orders": {
      "read": 1234,
      "kept": 1230,
      "filtered": {
        "fake": 4
      }
    }
  },
  "problems": [
    {
      "level": "warning",
      "code": "unknown-agent",
      "file": "2026-10/events.csv",
      "line": 12,
      "column": "工号",
      "cell": "张山",
      "text": "没有哪位客服的工号、账号或姓名是“张山”",
      "remedy": "改成花名册里的客服，最像的在前：A01 张三；或在 agents.csv 里补上这位客服或这个账号"
    }
  ]
}
`);
  });

  test('totals what is shown', () => {
    const document = JSON.parse(documentOf(PAID, [LIN, WANG]));
    expect(document.totals).toEqual({ gross: 5038, deductions: 10.5, payable: 5027.5 });
    expect(document.agents).toHaveLength(2);
  });
});
