import { describe, expect, test } from 'vitest';
import { type Measured, measure, type TestChat, type TestMonth, type TestOrder } from './month.js';

/** An effective session of three messages. */
function session(agent: string, buyer: string, starts: string, ends = starts): TestChat {
  return { agent, buyer, messages: [`b ${starts}`, `a ${starts}`, `a ${ends}`] };
}

const byMemo = (created: string, more: Partial<TestOrder> = {}): TestOrder => ({
  buyer: 'tom',
  created,
  paid: created,
  memo: 'A01',
  ...more,
});

function figures(month: Measured, agent: string, ids: string) {
  return Object.fromEntries(ids.split(' ').map((id) => [id, month.of(agent, id)]));
}

describe('paid orders', () => {
  test('amounts are summed exactly, a missing quantity is 1', async () => {
    const month = await measure({
      orders: [
        byMemo('10-02 10:00:00', { amount: '0.1', quantity: 2 }),
        byMemo('10-02 11:00:00', { amount: '0.2' }),
      ],
    });
    expect(
      figures(month, 'A01', 'paid_orders items sales avg_order_value items_per_buyer'),
    ).toEqual({
      paid_orders: '2',
      items: '3',
      sales: '0.3',
      avg_order_value: '0.3',
      items_per_buyer: '3',
    });
  });

  test('an order belongs to the month in which it was paid, by business day', async () => {
    const month = await measure({
      settings: { dayStartsAt: 4 * 3600 },
      orders: [
        byMemo('09-30 10:00:00', { paid: '10-01 03:59:59', amount: '1' }),
        byMemo('09-30 10:00:00', { paid: '10-01 04:00:00', amount: '10' }),
        byMemo('10-31 10:00:00', { paid: '11-01 03:59:59', amount: '100' }),
        byMemo('10-31 10:00:00', { paid: '11-01 04:00:00', amount: '1000' }),
      ],
    });
    expect(month.of('A01', 'sales')).toBe('110');
    expect(month.shop('shop_sales')).toBe('110');
  });

  test('buyers count once a day; an order without a buyer is a buyer of its own', async () => {
    const { buyer: _none, ...masked } = byMemo('10-02 12:00:00');
    const month = await measure({
      orders: [
        byMemo('10-02 10:00:00'),
        byMemo('10-02 11:00:00'),
        byMemo('10-03 11:00:00'),
        byMemo('10-02 11:00:00', { buyer: 'ann' }),
        masked,
        masked,
      ],
    });
    expect(month.of('A01', 'paid_buyers')).toBe('5');
    expect(month.shop('shop_avg_order_value')).toBe('120');
  });

  test('the refund rate is of orders, items or amounts', async () => {
    const orders = [
      byMemo('10-02 10:00:00', { amount: '100', quantity: 3, refund: 40 }),
      byMemo('10-02 11:00:00', { amount: '300', quantity: 1 }),
    ];
    const rate = async (refundBasis: 'orders' | 'items' | 'amount') => {
      const month = await measure({ orders, settings: { refundBasis } });
      expect(month.of('A01', 'refund_rate')).toBe(month.shop('shop_refund_rate'));
      return month.of('A01', 'refund_rate');
    };
    expect(await rate('orders')).toBe('0.5');
    expect(await rate('items')).toBe('0.75');
    expect(await rate('amount')).toBe('0.1');
    const month = await measure({ orders });
    expect(figures(month, 'A01', 'refunds refunded_orders net_sales')).toEqual({
      refunds: '40',
      refunded_orders: '1',
      net_sales: '360',
    });
  });

  test('an agent without orders has 0, and undefined ratios', async () => {
    const month = await measure({ orders: [] });
    expect(figures(month, 'A02', 'sales net_sales refund_rate avg_order_value')).toEqual({
      sales: '0',
      net_sales: '0',
      refund_rate: '0 / 0',
      avg_order_value: '0 / 0',
    });
    expect(month.shop('silent_sales')).toBe('0');
  });

  test('of the silent sales those that were completed and not refunded; unknown without a status', async () => {
    const orders = [
      { created: '10-02 10:00:00', paid: '10-02 10:00:00', amount: '100', completed: true },
      { created: '10-02 11:00:00', paid: '10-02 11:00:00', amount: '30', completed: false },
      {
        created: '10-02 12:00:00',
        paid: '10-02 12:00:00',
        amount: '7',
        completed: true,
        refund: 1,
      },
      // A refunded order does not count, whatever its status is or would be.
      { created: '10-02 13:00:00', paid: '10-02 13:00:00', amount: '5', refund: 5 },
      { ...byMemo('10-02 14:00:00', { amount: '900' }) },
    ];
    const month = await measure({ orders });
    expect(month.shop('silent_sales')).toBe('142');
    expect(month.shop('completed_silent_sales')).toBe('100');
    const open = { created: '10-03 10:00:00', paid: '10-03 10:00:00', amount: '1' };
    const unclear = await measure({ orders: [...orders, open] });
    expect(unclear.shop('silent_sales')).toBe('143');
    expect(unclear.shop('completed_silent_sales')).toBe('no-cell');
  });

  test('received sales need a session of the credited agent, whatever its role', async () => {
    const month = await measure({
      settings: { creditRoles: ['presales'] },
      agents: [{ id: 'A01', role: 'vip' }, { id: 'A02' }],
      chats: [
        session('A01', 'before', '10-02 09:00:00'),
        session('A01', 'paying', '10-02 10:30:00'),
        session('A01', 'after', '10-02 13:00:00'),
        session('A02', 'other', '10-02 09:00:00'),
      ],
      orders: ['before', 'paying', 'after', 'other', 'nobody'].map((buyer, n) =>
        byMemo('10-02 10:00:00', { buyer, paid: '10-02 11:00:00', amount: String(10 ** n) }),
      ),
    });
    expect(month.of('A01', 'sales')).toBe('11111');
    expect(month.of('A01', 'received_sales')).toBe('111');
  });

  test('received sales follow the attribution', async () => {
    const received = async (settings: TestMonth['settings']) => {
      const month = await measure({
        ...(settings === undefined ? {} : { settings }),
        chats: [
          session('A01', 'created', '10-02 09:00:00'),
          session('A01', 'paid', '10-04 09:00:00'),
          session('A01', 'after', '10-04 11:00:00'),
        ],
        orders: ['created', 'paid', 'after'].map((buyer, n) =>
          byMemo('10-02 10:00:00', { buyer, paid: '10-04 10:00:00', amount: String(10 ** n) }),
        ),
      });
      return month.of('A01', 'received_sales');
    };
    expect(await received({ attribution: 'order' })).toBe('101');
    expect(await received({ attribution: 'payment' })).toBe('110');
    expect(await received({ attribution: 'order_first', afterPayment: 'off' })).toBe('11');
  });
});

describe('created orders', () => {
  test('they are credited by memo or by the time of creation, paid or not', async () => {
    const chats = [
      session('A01', 'tom', '10-02 09:00:00'),
      session('A02', 'tom', '10-04 09:00:00'),
    ];
    const month = await measure({
      chats,
      settings: { attribution: 'payment' },
      orders: [
        { buyer: 'tom', created: '10-02 10:00:00', paid: '10-04 10:00:00' },
        { buyer: 'tom', created: '10-02 10:00:00' },
        { buyer: 'tom', created: '10-01 10:00:00', paid: '10-04 10:00:00' },
        byMemo('10-20 10:00:00', { memo: 'A02' }),
      ],
    });
    const ids = 'created_orders unpaid_orders unpaid_rate paid_orders';
    expect(figures(month, 'A01', ids)).toEqual({
      created_orders: '2',
      unpaid_orders: '1',
      unpaid_rate: '0.5',
      paid_orders: '0',
    });
    expect(figures(month, 'A02', ids)).toEqual({
      created_orders: '1',
      unpaid_orders: '0',
      unpaid_rate: '0',
      paid_orders: '3',
    });
  });

  test('rule 3 does not credit created orders, and other months do not count', async () => {
    const month = await measure({
      chats: [session('A01', 'tom', '10-02 11:00:00'), session('A01', 'ann', '09-30 11:00:00')],
      orders: [
        { buyer: 'tom', created: '10-02 10:00:00', paid: '10-02 10:00:00' },
        { buyer: 'ann', created: '09-30 12:00:00', paid: '10-02 10:00:00' },
      ],
    });
    expect(month.of('A01', 'paid_orders')).toBe('2');
    expect(month.of('A01', 'created_orders')).toBe('0');
  });
});

describe('inquiries', () => {
  /** One consult of A01 at 10-10 12:00:00 and what surrounds it. */
  const inquiry = async (month: TestMonth) => {
    const asked = { agent: 'A01', buyer: 'tom', messages: ['b 10-10 12:00:00'] };
    const measured = await measure({ ...month, chats: [asked, ...(month.chats ?? [])] });
    return `${measured.of('A01', 'inquiry_paid')} of ${measured.of('A01', 'inquiries')}`;
  };
  const paid = (when: string, more: Partial<TestOrder> = {}): TestOrder => ({
    buyer: 'tom',
    created: when,
    paid: when,
    ...more,
  });

  test('no payment: an inquiry without success', async () => {
    expect(await inquiry({ orders: [] })).toBe('0 of 1');
    expect(await inquiry({ orders: [paid('10-10 13:00:00', { buyer: 'ann' })] })).toBe('0 of 1');
  });

  test('a payment credited to this agent from the first question to inquiry_window after it', async () => {
    const own = (when: string) => inquiry({ orders: [paid(when, { memo: 'A01' })] });
    expect(await own('10-10 12:00:00')).toBe('1 of 1');
    expect(await own('10-11 12:00:00')).toBe('1 of 1');
    expect(await own('10-11 12:00:01')).toBe('0 of 1');
  });

  test('a payment credited to another agent is an assist, not an inquiry', async () => {
    expect(await inquiry({ orders: [paid('10-10 13:00:00', { memo: 'A02' })] })).toBe('0 of 0');
    const both = [paid('10-10 13:00:00', { memo: 'A02' }), paid('10-10 14:00:00', { memo: 'A01' })];
    expect(await inquiry({ orders: both })).toBe('1 of 1');
  });

  test('a silent payment leaves an inquiry without success', async () => {
    expect(await inquiry({ orders: [paid('10-10 13:00:00')] })).toBe('0 of 1');
  });

  test('who paid within aftersales_days before asks about that order', async () => {
    const askedAfter = (when: string, more: TestOrder[] = []) =>
      inquiry({ orders: [paid(when), ...more] });
    expect(await askedAfter('10-10 11:59:59')).toBe('0 of 0');
    expect(await askedAfter('09-19 12:00:00')).toBe('0 of 0');
    expect(await askedAfter('09-19 11:59:59')).toBe('0 of 1');
    // A silent payment afterwards does not change that; one credited to the agent does.
    expect(await askedAfter('10-01 12:00:00', [paid('10-10 13:00:00')])).toBe('0 of 0');
    expect(await askedAfter('10-01 12:00:00', [paid('10-10 13:00:00', { memo: 'A01' })])).toBe(
      '1 of 1',
    );
  });

  test('a payment in the next month makes success of an inquiry at the end of this one', async () => {
    const month = await measure({
      chats: [{ agent: 'A01', buyer: 'tom', messages: ['b 10-31 20:00:00'] }],
      orders: [paid('11-01 10:00:00', { memo: 'A01' })],
    });
    expect(month.of('A01', 'conversion')).toBe('1');
    expect(month.of('A01', 'sales')).toBe('0');
  });

  test('the shop’s conversion divides the sums', async () => {
    const ask = (agent: string, buyer: string) => ({
      agent,
      buyer,
      messages: ['b 10-10 12:00:00'],
    });
    const month = await measure({
      chats: [ask('A01', 'tom'), ask('A02', 'ann'), ask('A02', 'eve'), ask('A02', 'sue')],
      orders: [paid('10-10 13:00:00', { memo: 'A01' })],
    });
    expect(month.of('A01', 'conversion')).toBe('1');
    expect(month.of('A02', 'conversion')).toBe('0');
    expect(month.shop('shop_conversion')).toBe('0.25');
  });

  test('they are provisional while the orders end before the first day of the next month', async () => {
    const provisional = async (last: string) => {
      const month = await measure({
        chats: [{ agent: 'A01', buyer: 'tom', messages: ['b 10-10 12:00:00'] }],
        orders: [paid(last)],
      });
      const value = month.value('A01', 'conversion');
      return value.state !== 'missing' && value.provisional === true;
    };
    expect(await provisional('10-31 23:59:59')).toBe(true);
    expect(await provisional('11-01 08:00:00')).toBe(false);
  });
});

describe('assists', () => {
  test('an assisted order is another agent’s, and this agent’s session reached it', async () => {
    const chats = [
      session('A01', 'tom', '10-02 09:00:00'),
      session('A02', 'tom', '10-04 09:00:00'),
    ];
    const orders = [
      { buyer: 'tom', created: '10-02 10:00:00', paid: '10-04 10:00:00', memo: 'A03' },
      { buyer: 'tom', created: '10-04 10:00:00', paid: '10-04 10:00:00' },
    ];
    const agents = [{ id: 'A01' }, { id: 'A02' }, { id: 'A03' }];
    const assists = async (attribution: 'order' | 'payment') => {
      const month = await measure({ agents, chats, orders, settings: { attribution } });
      return [month.of('A01', 'assist_orders'), month.of('A02', 'assist_orders')];
    };
    expect(await assists('order')).toEqual(['1', '0']);
    expect(await assists('payment')).toEqual(['0', '1']);
  });

  test('a silent order has nobody to assist', async () => {
    const month = await measure({
      settings: { creditRoles: ['vip'] },
      chats: [session('A01', 'tom', '10-02 09:00:00')],
      orders: [{ buyer: 'tom', created: '10-02 10:00:00', paid: '10-02 10:00:00' }],
    });
    expect(month.shop('silent_sales')).toBe('100');
    expect(month.of('A01', 'assist_orders')).toBe('0');
  });

  test('follow-ups are distinct buyers, of orders of others or silent ones, after the order', async () => {
    const month = await measure({
      settings: { afterPayment: 'off' },
      chats: [
        session('A01', 'tom', '10-02 11:00:00'),
        session('A01', 'tom', '10-02 15:00:00'),
        session('A01', 'ann', '10-02 11:00:00'),
        session('A01', 'own', '10-02 11:00:00'),
        session('A01', 'at-once', '10-02 10:00:00'),
        session('A01', 'late', '10-03 10:00:01'),
      ],
      orders: [
        byMemo('10-02 10:00:00', { buyer: 'tom', memo: 'A02' }),
        byMemo('10-02 10:00:00', { buyer: 'ann', memo: '' }),
        byMemo('10-02 10:00:00', { buyer: 'own', memo: 'A01' }),
        byMemo('10-02 10:00:00', { buyer: 'at-once', memo: 'A02' }),
        byMemo('10-02 10:00:00', { buyer: 'late', memo: 'A02' }),
      ],
    });
    expect(month.of('A01', 'assist_follow_ups')).toBe('2');
  });
});

describe('what is missing', () => {
  test('without chats, orders are credited by memo alone, with a warning', async () => {
    const month = await measure({
      orders: [byMemo('10-02 10:00:00'), byMemo('10-02 10:00:00', { memo: '' })],
    });
    expect(month.of('A01', 'sales')).toBe('100');
    expect(month.shop('silent_sales')).toBe('100');
    expect(figures(month, 'A01', 'consults received_sales conversion assist_orders')).toEqual({
      consults: 'no-file chats',
      received_sales: 'no-file chats',
      conversion: 'no-file chats',
      assist_orders: 'no-file chats',
    });
    expect(month.problems.map(({ code }) => code)).toEqual(['credit-by-memo-only']);
  });

  test('without chats and without memos nobody knows whose the orders are', async () => {
    const month = await measure({ orders: [byMemo('10-02 10:00:00')], settings: { memo: 'off' } });
    expect(month.of('A01', 'sales')).toBe('no-file chats');
    expect(month.shop('silent_sales')).toBe('no-file chats');
    expect(month.shop('shop_sales')).toBe('100');
  });

  test('without orders, order metrics are missing', async () => {
    const month = await measure({ chats: [session('A01', 'tom', '10-02 09:00:00')] });
    expect(figures(month, 'A01', 'sales conversion receptions')).toEqual({
      sales: 'no-file orders',
      conversion: 'no-file orders',
      receptions: '1',
    });
    expect(month.shop('silent_sales')).toBe('no-file orders');
    expect(month.problems).toEqual([]);
  });

  test('files that begin too late for what looks back are named', async () => {
    const lookback = async (chatTime: string, orderTime: string) => {
      const month = await measure({
        chats: [session('A01', 'tom', chatTime)],
        orders: [byMemo(orderTime)],
      });
      return month.problems.map(({ code, file, params }) => `${code} ${file} ${params.due}`);
    };
    expect(await lookback('09-30 20:00:00', '09-10 20:00:00')).toEqual([]);
    expect(await lookback('10-01 00:00:00', '09-11 00:00:00')).toEqual([
      'short-lookback orders.csv 2026-09-10',
      'short-lookback chats.csv 2026-09-30',
    ]);
  });
});
