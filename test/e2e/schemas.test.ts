import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands/list.js';
import { SCHEMA_NAMES } from '../../src/cli/commands/schema.js';
import { configFromYaml } from '../../src/shop/config-from-yaml.js';
import { collectProblems } from '../../src/words/problem.js';
import { readYaml } from '../../src/words/yaml/read-yaml.js';
import { closedShop } from '../setup/closed.js';
import { DEMO, kpi, ROOT } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';
import { SHOP } from './months-shop.js';

const STARTER = join(ROOT, 'fixtures/starter');
const SEALED = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;

/** A shop of which months are closed; of one of them an order came in later. */
async function shopOfMonths(): Promise<string> {
  const folder = await closedShop(SHOP, ...SEALED);
  appendFileSync(
    join(folder, '2026-03/orders.csv'),
    'late,b9,2026-03-02 10:00:00,2026-03-02 10:05:00,70,小甲\n',
  );
  return folder;
}

const OCTOBER = ['--month', '2026-10'];

/** What gives each document: shops that differ in what they have. */
const RUNS: readonly (readonly [name: string, shop: string, ...args: readonly string[]])[] = [
  ['salary', DEMO, 'calc', ...OCTOBER],
  ['salary', STARTER, 'calc', ...OCTOBER],
  ['salary', 'months', 'calc', '--month', '2026-02'],
  ['salary', 'months', 'calc', '--month', '2026-05'],
  ['changes', DEMO, 'calc', ...OCTOBER, '--compare', '--set', 'base_flat.amount=3000'],
  ['metrics', DEMO, 'metrics', ...OCTOBER],
  ['metrics', STARTER, 'metrics', ...OCTOBER],
  ['explanation', DEMO, 'explain', 'A01', ...OCTOBER],
  ['explanation', DEMO, 'explain', 'A01', 'sales', ...OCTOBER, '--rows'],
  ['explanation', DEMO, 'explain', 'A01', 'conversion', ...OCTOBER, '--rows'],
  ['explanation', DEMO, 'explain', 'A08', ...OCTOBER, '--rows'],
  ['explanation', STARTER, 'explain', 'A04', 'income_tax', ...OCTOBER],
  ['notices', DEMO, 'notices', ...OCTOBER],
  ['notices', STARTER, 'notices', ...OCTOBER],
  ['problems', DEMO, 'check', ...OCTOBER],
  ['problems', 'broken', 'check'],
  ['inspection', DEMO, 'inspect', '2026-10/orders.csv', '2026-10/ratings.csv'],
  ['inspection', STARTER, 'inspect', '说明.md'],
  ['verification', 'months', 'verify'],
  ['corrections', 'months', 'correct', '--month', '2026-03', '--in', '2026-05', '--dry-run'],
  ['backtest', 'months', 'backtest', '--months', '2026-01..2026-04', '--set', 'back.each=2'],
  ['diff', 'months', 'diff', '2026-01', '2026-02'],
  ['history', 'months', 'history'],
  ['review', 'months', 'review', '--period', '2026-Q1'],
  ['review', 'months', 'review', '--period', '2026-Q2'],
  ['rules-list', DEMO, 'rules', 'list'],
  ['rules-show', DEMO, 'rules', 'show', 'rank_bonus'],
  ['rules-test', DEMO, 'rules', 'test', 'rank_bonus'],
  ['rules-test', 'broken', 'rules', 'test', 'wrong'],
];

const BROKEN = {
  'kpi.yaml': 'shop: 小店\nplans: {presales: {pay: [wrong, none]}}\n',
  'agents.csv': '工号,姓名,岗位\nA01,甲,售前\n',
  'rules/wrong.yaml':
    'id: wrong\nkind: pay\nlines: [{id: a, kind: earning, category: bonus, formula: 1}]\nexamples: [{given: {}, expect: {a: 2}}]\n',
};

async function folderOf(shop: string): Promise<string> {
  if (shop === 'months') return shopOfMonths();
  return shop === 'broken' ? writeShop(BROKEN) : shop;
}

type Part = { readonly [key: string]: unknown };

/** A schema under which a record has no member that the schema does not name. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([key, each]) => [key, closed(each)]));
  const isRecord = (part as Part).type === 'object' && 'properties' in part;
  return isRecord && !('additionalProperties' in part)
    ? { ...inner, additionalProperties: false }
    : inner;
}

async function schemaOf(name: string): Promise<Part> {
  const { out } = await kpi(['schema', name]);
  return JSON.parse(out) as Part;
}

function compiled(schema: unknown) {
  return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema as Part);
}

describe('the schema of a document', () => {
  test.each(
    wholeOr(8, RUNS),
  )('%s is kept by kpi -C %s %s %s %s %s', async (name, shop, ...args) => {
    const holds = compiled(closed(await schemaOf(name)));
    const cwd = await folderOf(shop);
    const { out, err } = await kpi([...args, '--format', 'json'], { cwd });
    expect(out, err).not.toBe('');
    expect(holds(JSON.parse(out)), JSON.stringify(holds.errors, undefined, 1)).toBe(true);
  });

  it('is there for every command that gives JSON, and each is tried', () => {
    const all = COMMANDS.flatMap((each) =>
      'commands' in each
        ? each.commands.map((inner) => ({ ...inner, name: `${each.name} ${inner.name}` }))
        : [each],
    );
    const giving = all.filter(({ options = [] }) =>
      options.some(({ formats = [] }) => formats.includes('json')),
    );
    const tried = (name: string) =>
      RUNS.some(([, , ...args]) => `${args.join(' ')} `.startsWith(`${name} `));
    const untried = giving.map(({ name }) => name).filter((name) => !tried(name));
    expect(untried).toEqual(['rules schema', 'schema']);
    const names = new Set(RUNS.map(([name]) => name));
    expect(SCHEMA_NAMES.filter((name) => !names.has(name))).toEqual(['config', 'rulebook']);
  });

  it('says in its help what there is', async () => {
    for (const lang of ['zh', 'en']) {
      const { out } = await kpi(['schema', '--help', '--lang', lang]);
      expect(SCHEMA_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(out))).toEqual([]);
    }
  });

  it('refuses a name that there is not, and says what was meant', async () => {
    const run = await kpi(['schema', 'salery', '--lang', 'en']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('salary');
  });
});

describe('the schema of kpi.yaml', () => {
  const copy = 'fixtures/starter/kpi.schema.json';

  it('is the one beside the file that init writes, whose first line names it', async () => {
    const { out } = await kpi(['schema', 'config']);
    const hint = `write it anew: kpi schema config -o ${copy}`;
    expect(readFileSync(join(ROOT, copy), 'utf8') === out, hint).toBe(true);
    expect(readFileSync(join(STARTER, 'kpi.yaml'), 'utf8').split('\n', 1)).toEqual([
      '# yaml-language-server: $schema=./kpi.schema.json',
    ]);
  });

  it('is no input of the shop', async () => {
    const folder = join(writeShop({}), 'own');
    cpSync(STARTER, folder, { recursive: true });
    const { out } = await kpi(['check', '-C', folder, ...OCTOBER, '--format', 'csv']);
    expect(out).not.toContain('kpi.schema.json');
  });

  it('takes the files of kpi.yaml that ship', async () => {
    const takes = compiled(await schemaOf('config'));
    for (const folder of readdirSync(join(ROOT, 'fixtures'))) {
      const file = join(ROOT, 'fixtures', folder, 'kpi.yaml');
      if (!['demo', 'starter'].includes(folder)) continue;
      expect(takes(parse(readFileSync(file, 'utf8'))), JSON.stringify(takes.errors)).toBe(true);
    }
  });

  const TAKEN = [
    'lang: en',
    'plans: {presales: classic, vip: {pay: [base_flat]}}',
    'targets: {team_sales: 500000, conversion: {2026-01: 60%, 2026-07: 0.65}}',
    'set: {a.b: 1.1%, c.d: {2026-01: 3}}',
    'metrics: {day_starts_at: "04:00", session_wait: 60s, min_messages: 3, memo: off, memo_flag: any}',
    'metrics: {window: {2026-01: 24h, 2026-07: 2d}, aftersales_days: 21, credit_roles: presales}',
    'metrics: {memo_flag: [red, 蓝], platform_hours: 08:00-23:00, ad_patterns: [欢迎, 1]}',
    'exclude: {ids: [^BF, 123], memos: 补单}',
    'exclude:',
    'shifts: {晚班: {hours: 20:00-02:00, days_off: 4, night: yes}}',
    'levels: [初级, {id: senior, title: {zh: 高级, en: Senior}}]',
    'limits: {loss_share: 20%, minimum_wage: 2490}',
    'statutory: {place: 杭州, fund_rate: 5%, annual_bonus: joined, after_tax: [loss, 罚款]}',
    'sources: {orders: {files: "o*.csv", columns: {order_id: 单号}, encoding: GBK}}',
    'custom_metrics: [{id: nps, title: 净推荐, unit: 分}]',
    'acknowledge: [{code: memo-conflict, month: 2026-10, reason: 已核对}]',
    'history: {assume: none}',
    'define: {主店: {metric: sales, where: {shop: [主店, 分店], amount: ">= 500"}}}',
  ];

  const REFUSED = [
    'shops: 2',
    'define: {主店: {metric: sales, where: {店铺: 主店}}}',
    'lang: fr',
    'metrics: {windows: 24h}',
    'metrics: {window: 24}',
    'metrics: {window: {1月: 24h}}',
    'metrics: {attribution: paid}',
    'statutory: {fund_rate: 5%}',
    'sources: {orders: {columns: {order_id: 单号}}}',
    'custom_metrics: [{id: NPS, title: a, unit: b}]',
    'levels: []',
    'acknowledge: [{code: memo-conflict, month: 2026年10月, reason: 已核对}]',
  ];

  /** Whether the program finds nothing wrong with kpi.yaml by itself. */
  function readerTakes(text: string): boolean {
    const problems = collectProblems();
    configFromYaml(readYaml(text, 'kpi.yaml', problems), problems);
    return problems.all.length === 0;
  }

  test.each(TAKEN)('takes %s, as the program does', async (line) => {
    const takes = compiled(await schemaOf('config'));
    const text = `shop: 小店\n${line}\n`;
    expect(readerTakes(text)).toBe(true);
    expect(takes(parse(text)), JSON.stringify(takes.errors)).toBe(true);
  });

  test.each(REFUSED)('refuses %s, as the program does', async (line) => {
    const takes = compiled(await schemaOf('config'));
    const text = `shop: 小店\n${line}\n`;
    expect([readerTakes(text), takes(parse(text))]).toEqual([false, false]);
  });

  it('says in both languages what each section and setting is', async () => {
    const { properties } = (await schemaOf('config')) as { readonly properties: Part };
    const silent = Object.entries(properties).filter(
      ([, part]) => !JSON.stringify(part).includes(' / '),
    );
    expect(silent).toEqual([]);
  });
});
