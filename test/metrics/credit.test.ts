import { describe, expect, test } from 'vitest';
import {
  type Measured,
  measure,
  type TestAgent,
  type TestChat,
  type TestMonth,
  type TestOrder,
} from './month.js';

/** An effective session: three messages, the buyer's first, between two times of one day. */
function session(agent: string, buyer: string, starts: string, ends: string): TestChat {
  return { agent, buyer, messages: [`b ${starts}`, `a ${starts}`, `a ${ends}`] };
}

/** Whom each order is credited to, by the amounts: order n is worth 10^n yuan. */
async function creditOf(month: TestMonth): Promise<string[]> {
  const orders = (month.orders ?? []).map((order, n) => ({ ...order, amount: String(10 ** n) }));
  const measured = await measure({ ...month, orders });
  return orders.map((_, n) => ownerOf(measured, month, n));
}

function ownerOf(measured: Measured, month: TestMonth, n: number): string {
  const digit = (figure: string) => figure.padStart(n + 1, '0').at(-1 - n);
  const agents = month.agents ?? [{ id: 'A01' }, { id: 'A02' }];
  const owners = agents.filter(({ id }) => digit(measured.of(id, 'sales')) === '1');
  if (digit(measured.shop('silent_sales')) === '1') owners.push({ id: 'silent' });
  return owners.map(({ id }) => id).join('+');
}

const tom = (created: string, paid = created): TestOrder => ({ buyer: 'tom', created, paid });

describe('by chat', () => {
  test('a session that is open at the time of the order takes it', async () => {
    const chats = [session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00')];
    expect(await creditOf({ chats, orders: [tom('10-02 09:10:00')] })).toEqual(['A01']);
  });

  test('both ends of the window belong to it', async () => {
    const chats = [session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00')];
    const orders = [
      tom('10-02 08:59:59'),
      tom('10-02 09:00:00'),
      tom('10-03 09:30:00'),
      tom('10-03 09:30:01'),
    ];
    const settings = { afterPayment: 'off' } as const;
    expect(await creditOf({ chats, orders, settings })).toEqual(['silent', 'A01', 'A01', 'silent']);
  });

  test('a session that is not effective takes nothing', async () => {
    const chats = [
      { agent: 'A01', buyer: 'tom', messages: ['b 10-02 09:00:00', 'a 10-02 09:00:10'] },
    ];
    expect(await creditOf({ chats, orders: [tom('10-02 09:10:00')] })).toEqual(['silent']);
  });

  test('the latest end before the order wins', async () => {
    const chats = [
      session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00'),
      session('A02', 'tom', '10-02 09:10:00', '10-02 09:20:00'),
    ];
    expect(await creditOf({ chats, orders: [tom('10-02 10:00:00')] })).toEqual(['A01']);
  });

  test('of two that are open at the order, the one that started later wins', async () => {
    const chats = [
      session('A01', 'tom', '10-02 09:00:00', '10-02 11:00:00'),
      session('A02', 'tom', '10-02 09:10:00', '10-02 10:01:00'),
    ];
    expect(await creditOf({ chats, orders: [tom('10-02 10:00:00')] })).toEqual(['A02']);
  });

  test('else the smallest agent id wins, not the first of the roster', async () => {
    const agents = [{ id: 'A02' }, { id: 'A01' }];
    const chats = [
      session('A02', 'tom', '10-02 09:00:00', '10-02 09:30:00'),
      session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00'),
    ];
    expect(await creditOf({ agents, chats, orders: [tom('10-02 10:00:00')] })).toEqual(['A01']);
  });

  test('by order, by payment, or by order first', async () => {
    const chats = [
      session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00'),
      session('A02', 'tom', '10-04 09:00:00', '10-04 09:30:00'),
    ];
    // Created after A01's chat, paid after A02's; created out of reach, paid after A02's.
    const orders = [
      tom('10-02 10:00:00', '10-04 10:00:00'),
      tom('10-03 18:00:00', '10-04 10:00:00'),
    ];
    const by = (attribution: 'order' | 'payment' | 'order_first') =>
      creditOf({ chats, orders, settings: { attribution } });
    expect(await by('order')).toEqual(['A01', 'silent']);
    expect(await by('payment')).toEqual(['A02', 'A02']);
    expect(await by('order_first')).toEqual(['A01', 'A02']);
  });

  test('a session of the month before still takes an order of this month', async () => {
    const chats = [session('A01', 'tom', '09-30 23:00:00', '09-30 23:30:00')];
    expect(await creditOf({ chats, orders: [tom('10-01 09:00:00')] })).toEqual(['A01']);
  });

  test('buyers match within a shop, and exactly', async () => {
    const chats = [
      { ...session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00'), shop: 'north' },
      { ...session('A02', 'Tom', '10-02 09:00:00', '10-02 09:30:00'), shop: 'south' },
    ];
    const orders = [
      { ...tom('10-02 10:00:00'), shop: 'north' },
      { ...tom('10-02 10:00:00'), shop: 'south' },
    ];
    expect(await creditOf({ chats, orders })).toEqual(['A01', 'silent']);
  });

  test('credit_roles: only selling roles take orders by chat', async () => {
    const agents = [
      { id: 'A01', role: 'presales' },
      { id: 'A02', role: 'aftersales' },
    ];
    const chats = [
      session('A01', 'tom', '10-02 09:00:00', '10-02 09:30:00'),
      session('A02', 'tom', '10-02 09:40:00', '10-02 09:50:00'),
      session('A02', 'ann', '10-02 09:40:00', '10-02 09:50:00'),
    ];
    const orders = [
      tom('10-02 10:00:00'),
      { ...tom('10-02 10:00:00'), buyer: 'ann' },
      { ...tom('10-02 10:00:00'), memo: 'A02' },
    ];
    const settings = { creditRoles: ['presales'] };
    expect(await creditOf({ agents, chats, orders, settings })).toEqual(['A01', 'silent', 'A02']);
  });
});

describe('after payment', () => {
  const paid = tom('10-02 10:00:00', '10-02 10:05:00');

  test('a buyer who turns to an agent within the window gives the order to that agent', async () => {
    const at = (starts: string) =>
      creditOf({
        chats: [session('A01', 'tom', starts, starts)],
        orders: [paid],
        settings: { attribution: 'order' },
      });
    expect(await at('10-02 10:05:00')).toEqual(['silent']);
    expect(await at('10-02 10:05:01')).toEqual(['A01']);
    expect(await at('10-03 10:05:00')).toEqual(['A01']);
    expect(await at('10-03 10:05:01')).toEqual(['silent']);
  });

  test('when the agent wrote first, not; and never when it is off', async () => {
    const wrote = {
      agent: 'A01',
      buyer: 'tom',
      messages: ['a 10-02 11:00:00', 'b 10-02 11:00:01', 'a 10-02 11:00:02'],
    };
    expect(await creditOf({ chats: [wrote], orders: [paid] })).toEqual(['silent']);
    const chats = [session('A01', 'tom', '10-02 11:00:00', '10-02 11:00:10')];
    const settings = { afterPayment: 'off' } as const;
    expect(await creditOf({ chats, orders: [paid], settings })).toEqual(['silent']);
  });

  test('the earliest start wins, then the smallest agent id', async () => {
    const chats = [
      session('A01', 'tom', '10-02 12:00:00', '10-02 12:00:10'),
      session('A02', 'tom', '10-02 11:00:00', '10-02 11:00:10'),
      session('A02', 'ann', '10-02 11:00:00', '10-02 11:00:10'),
      session('A01', 'ann', '10-02 11:00:00', '10-02 11:50:10'),
    ];
    const orders = [paid, { ...paid, buyer: 'ann' }];
    expect(await creditOf({ chats, orders })).toEqual(['A02', 'A01']);
  });
});

describe('by memo', () => {
  const agents: TestAgent[] = [
    { id: 'A01', accounts: ['shop:amy', 'bee'] },
    { id: '7', accounts: ['shop:seven'] },
    { id: '12' },
  ];
  const chats = [session('12', 'tom', '10-02 09:00:00', '10-02 09:30:00')];
  const by = (
    memos: readonly (string | Partial<TestOrder>)[],
    settings: TestMonth['settings'] = {},
  ) =>
    creditOf({
      agents,
      chats,
      settings,
      orders: memos.map((memo) => ({
        ...tom('10-02 10:00:00'),
        ...(typeof memo === 'string' ? { memo } : memo),
      })),
    });

  test('a token that is an id, N号, N号客服 or a whole account decides before the chat', async () => {
    const memos = ['A01', 'A01号', 'A01号客服', 'shop:amy', 'bee', '7号', '7号客服', 'shop:seven'];
    expect(await by(memos)).toEqual(['A01', 'A01', 'A01', 'A01', 'A01', '7', '7', '7']);
  });

  test('an id of digits alone is no sign, nor is part of an account or of a token', async () => {
    const memos = ['7', 'amy', 'A011', 'xA01', '17号', '7号客服部', 'a01', 'bee.'];
    expect(await by(memos)).toEqual(memos.map(() => '12'));
  });

  test('tokens stand between white space and the marks of the definition', async () => {
    const memos = [...' \t\n　\u00a0,，;；、。/|()（）[]【】'].map(
      (mark) => `发货${mark}A01${mark}快`,
    );
    expect(await creditInTwos(memos)).toEqual(memos.map(() => 'A01'));
    const others = [...'.-_+:：'].map((mark) => `发货${mark}A01`);
    expect(await creditInTwos(others)).toEqual(others.map(() => '12'));
  });

  /** Few at a time, so that the digits of a sum can tell the orders apart. */
  async function creditInTwos(memos: readonly string[]): Promise<string[]> {
    const owners: string[] = [];
    for (let n = 0; n < memos.length; n += 10) owners.push(...(await by(memos.slice(n, n + 10))));
    return owners;
  }

  test('both colons are the same', async () => {
    expect(await by(['shop：amy'])).toEqual(['A01']);
  });

  test('the same agent named twice is one agent, two agents are a conflict for the chat to decide', async () => {
    const month = {
      agents,
      chats,
      orders: [
        { ...tom('10-02 10:00:00'), memo: 'A01 bee' },
        { ...tom('10-02 10:00:00'), id: 'X9', memo: 'A01 7号' },
      ],
    };
    expect(await creditOf(month)).toEqual(['A01', '12']);
    const { problems } = await measure(month);
    expect(problems.filter(({ code }) => code === 'memo-conflict')).toEqual([
      {
        level: 'warning',
        code: 'memo-conflict',
        file: 'orders.csv',
        line: 3,
        params: { order: 'X9', agents: { ids: ['A01', '7'], zh: 'A01、7', en: 'A01, 7' } },
      },
    ]);
  });

  test('the agent column decides like a memo', async () => {
    expect(
      await by([{ agent: '7' }, { agent: '7', memo: '7号' }, { agent: '7', memo: 'A01' }]),
    ).toEqual(['7', '7', '12']);
  });

  test('only: chats decide nothing; off: memos decide nothing', async () => {
    expect(await by(['A01', ''], { memo: 'only' })).toEqual(['A01', 'silent']);
    expect(await by(['A01', { agent: '7' }], { memo: 'off' })).toEqual(['12', '12']);
  });

  test('memo_flag: a memo counts under these flags only', async () => {
    const orders = [
      { memo: 'A01', flag: 'red' },
      { memo: 'A01', flag: 'blue' },
      { memo: 'A01', flag: 'none' },
      { memo: 'A01 7号', flag: 'none' },
    ];
    expect(await by(orders, { memoFlag: ['red'] })).toEqual(['A01', '12', '12', '12']);
    expect(await by(orders.slice(0, 3), { memoFlag: ['red', 'none'] })).toEqual([
      'A01',
      '12',
      'A01',
    ]);
  });

  test('an order without a buyer is credited by memo only', async () => {
    const { buyer: _none, ...order } = tom('10-02 10:00:00');
    expect(await creditOf({ agents, chats, orders: [order, { ...order, memo: 'A01' }] })).toEqual([
      'silent',
      'A01',
    ]);
  });

  test('a former agent keeps the orders of the memo: they are not silent', async () => {
    const month = await measure({
      agents: [{ id: 'A01' }, { id: 'A09', former: true }],
      orders: [{ ...tom('10-02 10:00:00'), memo: 'A09' }],
    });
    expect(month.shop('silent_sales')).toBe('0');
    expect([...month.metrics.agents.keys()]).toEqual(['A01']);
  });
});
