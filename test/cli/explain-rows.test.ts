import { describe, expect, test } from 'vitest';
import { DEMO, type KpiOptions, kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

function explain(words: readonly string[], options: KpiOptions = {}) {
  return kpi(['explain', 'A01', ...words, '-C', DEMO, '--month', '2026-10', '--rows'], options);
}

interface JsonRow {
  readonly file: string;
  readonly line: number;
  readonly adds?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

interface JsonFigure {
  readonly kind: string;
  readonly id: string;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly row_count: number;
  readonly rows?: readonly JsonRow[];
}

interface JsonDocument {
  readonly metrics?: readonly JsonFigure[];
  readonly evidence?: readonly JsonFigure[];
}

async function explainJson(...words: readonly string[]): Promise<JsonDocument> {
  const { code, out, err } = await explain([...words, '--format', 'json']);
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  return JSON.parse(out) as JsonDocument;
}

function lines(text: string, pattern: RegExp): number {
  return text.split('\n').filter((line) => pattern.test(line)).length;
}

const ORDER = /2026-10\/orders\.csv 第 \d+ 行/;

describe('kpi explain --rows', () => {
  test('lists every order behind a figure in a pipe, fifty of them on a terminal', async () => {
    const all = await explain(['sales']);
    expect(all.out).toContain('订单：157 行');
    expect(lines(all.out, ORDER)).toBe(157);
    const shown = await explain(['sales'], { terminal: 120 });
    expect(lines(shown.out, ORDER)).toBe(50);
    expect(shown.out).toContain('还有 107 行；--format json 列出全部');
  });

  test('says by which session an order was credited, and which lost', async () => {
    const { out } = await explain(['sales']);
    expect(out).toMatch(
      /归属 A01：下单前的聊天，会话 2026-10-\d\d [\d:]{8} 至 2026-10-\d\d [\d:]{8}/,
    );
    expect(out).toMatch(/未取 A\d\d 的会话 .*：结束更早/);
    expect(out).toMatch(/未取 A\d\d 的会话 .*：岗位不在 credit_roles 之内/);
    expect(out).toContain('归属 A01：备注');
  });

  test('gives the rows beside the metric in JSON, and they add up to it', async () => {
    const [sales] = (await explainJson('sales')).metrics ?? [];
    expect(sales?.rows?.length).toBe(sales?.row_count);
    const fen = (sales?.rows ?? []).reduce((sum, { adds = 0 }) => sum + Math.round(adds * 100), 0);
    expect(fen).toBe(Math.round((sales?.value ?? 0) * 100));
    const [rate] = (await explainJson('within_3min_rate')).metrics ?? [];
    const within = rate?.rows?.filter(({ numerator }) => numerator === 1).length;
    expect([within, rate?.row_count]).toEqual([rate?.numerator, rate?.denominator]);
  });

  test('lists for a pay line what its formula names, each once', async () => {
    const { evidence } = await explainJson('commission');
    expect(evidence?.map(({ id, rows, row_count }) => [id, rows?.length === row_count])).toEqual([
      ['sales', true],
      ['silent_sales', true],
    ]);
  });

  test('lists a metric that an item names too only once', async () => {
    const { metrics, evidence } = await explainJson('conversion');
    expect(metrics?.map(({ id }) => id)).toEqual(['conversion']);
    expect(evidence?.map(({ id }) => id)).toEqual([]);
  });

  test('of everything lists what is small, counts the rest, and says how to see it', async () => {
    const { out } = await explain([]);
    expect(out).toMatch(/2026-10\/ratings\.csv 第 2 行/);
    expect(out).toMatch(/2026-10\/attendance\.csv 第 2 行/);
    expect(out).toMatch(/2026-10\/events\.csv 第 2 行/);
    expect(lines(out, ORDER)).toBe(0);
    expect(out).toContain(
      '订单：157 行；加上项目或指标名再看，例如 kpi explain A01 --month 2026-10 sales --rows',
    );
    const { evidence } = await explainJson();
    const sales = evidence?.find(({ kind, id }) => kind === 'metric' && id === 'sales');
    expect([sales?.row_count, sales?.rows]).toEqual([157, undefined]);
  });

  test('lists the rows of the colleagues where a line asks about the team', async () => {
    const { out } = await explain(['top_seller']);
    // A01 157, A02 130, A03 129, A04 105 and A05 58 orders: 579, as the team's figures divide by.
    expect(out.match(/销售额（sales） · \S+/g)).toEqual([
      '销售额（sales） · 陈嘉宁（A02）',
      '销售额（sales） · 周思远（A03）',
      '销售额（sales） · 吴晓彤（A04）',
      '销售额（sales） · 郑梓涵（A05）',
    ]);
    expect(lines(out, ORDER)).toBe(579);
  });

  test('lists the numerator and the denominator that a ratio was imported with', async () => {
    const folder = writeShop({
      'kpi.yaml': 'shop: 小店\nplans: {presales: {pay: [base_flat]}}\n',
      'agents.csv': '工号,姓名,岗位\nA01,甲,售前\n',
      '2026-10/metrics.csv':
        '工号,指标,值\nA01,conversion,40%\nA01,inquiry_paid,4\nA01,inquiries,10\n',
    });
    const asked = ['explain', 'A01', 'conversion', '-C', folder, '--month', '2026-10', '--rows'];
    const { out } = await kpi(asked);
    expect(out).toContain(`\
  导入的指标：3 行
    · 2026-10/metrics.csv 第 2 行，数值 0.4
    · 2026-10/metrics.csv 第 3 行，数值 4，计入分子 4
    · 2026-10/metrics.csv 第 4 行，数值 10，计入分母 10
`);
  });

  test('names no buyer and no row without it', async () => {
    const plain = ['explain', 'A01', 'sales', '-C', DEMO, '--month', '2026-10'];
    const { out } = await kpi(plain);
    expect(out).not.toMatch(/orders\.csv|tb_/);
    const { out: json } = await kpi([...plain, '--format', 'json']);
    expect(json).not.toMatch(/"rows"|"evidence"|tb_/);
  });

  test('is told in English too', async () => {
    const { out } = await explain(['conversion', '--lang', 'en']);
    expect(out).toMatch(/chats\.csv line \d+, business day 2026-10-\d\d, .*class after-sales/);
    expect(out).not.toMatch(/\{\w+\}/);
  });
});
