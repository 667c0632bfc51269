import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/lib/month.js';
import { withAcknowledged } from '../../src/shop/acknowledged.js';
import { collectProblems, problemOf } from '../../src/words/problem.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Two accounts of nobody, in two files. */
function shopWith(...acknowledge: readonly string[]): ShopFiles {
  const chats = (account: string) =>
    csv(
      '时间,客服,买家,发送方,内容',
      `2026-10-02 10:00:10,${account},b1,买家,在吗`,
      `2026-10-02 10:00:20,${account},b1,客服,在的`,
    );
  return {
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {售前: {scores: [], pay: [base_flat]}}',
      ...(acknowledge.length === 0 ? [] : ['acknowledge:', ...acknowledge]),
    ),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲甲,售前,小甲'),
    '2026-10/chats.csv': chats('离职的雪'),
    '2026-10/chats2.csv': chats('别家的霜'),
  };
}

const OF_BOTH = '  - {code: unknown-account, month: 2026-10, reason: 两个都已离职}';
const OF_ONE = '  - {code: unknown-account, file: chats.csv, month: 2026-10, reason: 九月离职}';

interface Found {
  readonly level: string;
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
}

async function checked(files: ShopFiles, ...more: readonly string[]) {
  const shop = writeShop(files);
  const run = await kpi(['check', '--month', '2026-10', '-C', shop, '--format', 'json', ...more]);
  const { problems } = JSON.parse(run.out) as { problems: readonly Found[] };
  return { code: run.code, problems };
}

describe('an acknowledgement of an agent', () => {
  it('covers what names the agent, alone or among others', () => {
    const conflict = (line: number, ...ids: readonly string[]) => {
      const names = ids.join('、');
      const params = { order: '1', agents: { zh: names, en: names, ids } };
      return problemOf('memo-conflict', { file: '2026-10/orders.csv', line }, { params });
    };
    const problems = [conflict(2, 'A01', 'A02'), conflict(3, 'A02', 'A03')];
    const month = '2026-10' as Month;
    const own = { code: 'memo-conflict', month, file: undefined, agent: 'A01', reason: '已谈' };
    const place = { file: 'kpi.yaml', line: 4 };
    const left = withAcknowledged(problems, [{ ...own, place }], month, collectProblems());
    expect(left.map(({ code, line }) => [code, line])).toEqual([
      ['memo-conflict', 3],
      ['acknowledged', 4],
    ]);
  });
});

describe('acknowledge in kpi.yaml', () => {
  it('takes warnings out, and says once at the end why', async () => {
    const before = await checked(shopWith(), '--strict');
    expect(before.code).toBe(1);
    expect(before.problems.filter(({ code }) => code === 'unknown-account')).toHaveLength(2);
    const after = await checked(shopWith(OF_BOTH), '--strict');
    expect(after.code).toBe(0);
    const [told, ...others] = after.problems.filter(({ code }) => code === 'acknowledged');
    expect(others).toEqual([]);
    expect(told).toMatchObject({ level: 'info', file: 'kpi.yaml', line: 4 });
    expect(told?.text).toBe('已确认 2 条 unknown-account：两个都已离职');
    expect(after.problems.filter(({ level }) => level === 'warning')).toEqual([]);
  });

  it('may be of a note: a plan that nobody is in yet', async () => {
    const note = '  - {code: plan-without-agents, month: 2026-10, reason: 以后再招}';
    const shop = shopWith(note);
    const config = String(shop['kpi.yaml']).replace('plans: {', 'plans: {VIP: vip, ');
    const { problems } = await checked({ ...shop, 'kpi.yaml': config });
    expect(problems.map(({ code }) => code)).not.toContain('plan-without-agents');
    const told = problems.find(({ code }) => code === 'acknowledged');
    expect(told?.text).toBe('已确认 1 条 plan-without-agents：以后再招');
  });

  it('may be of one file alone: what else there is still counts', async () => {
    const { code, problems } = await checked(shopWith(OF_ONE), '--strict');
    expect(code).toBe(1);
    const left = problems.filter((each) => each.code === 'unknown-account');
    expect(left.map(({ file }) => file)).toEqual(['2026-10/chats2.csv']);
  });

  it('says of what no longer occurs, and nothing of another month', async () => {
    const gone = '  - {code: masked-buyers, month: 2026-10, reason: 平台不给昵称}';
    const later = '  - {code: masked-buyers, month: 2026-11, reason: 平台不给昵称}';
    const { problems } = await checked(shopWith(OF_BOTH, gone, later));
    const told = problems.filter(({ code }) => code === 'acknowledged-gone');
    expect(told.map(({ line, text }) => [line, text])).toEqual([
      [5, '2026-10 没有这里确认的 masked-buyers 了（平台不给昵称）'],
    ]);
  });

  it('cannot be of an error, or of what is no code; a month and a reason are needed', async () => {
    const { code, problems } = await checked(
      shopWith(
        '  - {code: missing-cell, month: 2026-10, reason: x}',
        '  - {code: unknown-acount, month: 十月, reason: x}',
        '  - {code: unknown-account}',
      ),
    );
    expect(code).toBe(1);
    const lines = problems.filter(({ level }) => level === 'error').map(({ line }) => line);
    expect([...new Set(lines)].sort()).toEqual([4, 5, 6]);
  });

  it('holds for calc and close with --strict as well', async () => {
    const shop = writeShop(shopWith(OF_BOTH));
    const run = await kpi(['calc', '--month', '2026-10', '-C', shop, '--strict']);
    expect(run.code).toBe(0);
    expect(run.err).toContain('已确认 2 条');
    expect((await kpi(['close', '--month', '2026-10', '-C', shop, '--strict'])).code).toBe(0);
    expect((await kpi(['verify', '-C', shop])).code).toBe(0);
  });
});
