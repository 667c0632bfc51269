import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../src/catalogue/metrics/metrics.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { DEFAULT_SETTINGS } from '../../../src/shop/config-from-yaml.js';
import { compareCodePoints } from './chat-days.js';
import type { ReferenceValue } from './figures.js';
import type { RawMonth } from './raw-month.js';
import { referenceMetrics } from './reference.js';
import { agent, messages, october, order } from './small-month.js';

/** `12`, `7/3` for a quotient, `0/0`, or `missing`. */
function shown(value: ReferenceValue | undefined): string {
  if (value === undefined || value.state === 'missing') return 'missing';
  if (value.numerator !== undefined && value.denominator !== undefined) {
    return `${value.numerator.toFixed()}/${value.denominator.toFixed()}`;
  }
  return value.state === 'known' ? value.value.toFixed() : '?';
}

function figures(
  month: RawMonth,
  who: string,
  ids: readonly string[],
  settings: Partial<MetricSettings> = {},
): Record<string, string> {
  const { agents, shop } = referenceMetrics(month, { ...DEFAULT_SETTINGS, ...settings });
  const values = who === '*' ? shop : agents.get(who);
  return Object.fromEntries(ids.map((id) => [id, shown(values?.get(id))]));
}

describe('reception', () => {
  const month = october(
    messages(`
      05 10:00:00 A < b1 hi
      05 10:00:20 A < b1 there?
      05 10:01:00 A > b1 你好😊
      05 10:02:00 A < b1 price?
      05 10:12:01 A > b1 9 yuan
      05 10:00:30 A < b2 one
      05 10:00:30 A robot b2 robots are nobody
      05 23:00:00 A > b3 hello from us
      06 07:59:59 A < b1 early
      06 08:05:00 A > b1 ok
      06 09:00:00 A < A an agent is no buyer
      06 09:00:00 A < B an agent is no buyer
    `),
    undefined,
  );

  test('counts consults, replies and messages', () => {
    expect(
      figures(month, 'A', [
        'consults',
        'replied',
        'receptions',
        'reply_rate',
        'effective_receptions',
        'buyers',
        'buyer_messages',
        'agent_messages',
        'agent_chars',
        'answer_ratio',
      ]),
    ).toEqual({
      consults: '3',
      replied: '2',
      receptions: '2',
      reply_rate: '2/3',
      effective_receptions: '1',
      buyers: '1',
      buyer_messages: '5',
      agent_messages: '3',
      agent_chars: '11',
      answer_ratio: '3/5',
    });
  });

  test('measures reply gaps from the first of successive buyer messages', () => {
    // Gaps: 60 s, 601 s, none, 301 s.
    expect(
      figures(month, 'A', [
        'response_time',
        'first_response_time',
        'late_rounds',
        'slow_receptions',
        'slow_share',
        'platform_response_time',
        'within_3min_rate',
      ]),
    ).toEqual({
      response_time: '361/2',
      first_response_time: '361/2',
      late_rounds: '2',
      slow_receptions: '2',
      slow_share: '2/2',
      platform_response_time: '1260/3',
      within_3min_rate: '1/3',
    });
  });

  test('finds service days, hours, streaks and the peak', () => {
    // 5 October: 10:01:00 to 23:00:00; 6 October: one message. Both are slow days above 59 s.
    const ids = ['service_days', 'daily_service_hours', 'slow_day_streak', 'peak_sessions'];
    expect(figures(month, 'A', ids)).toEqual({
      service_days: '2',
      daily_service_hours: '46740/7200',
      slow_day_streak: '1',
      peak_sessions: '2',
    });
    expect(figures(month, 'A', ['slow_day_streak'], { slowDayAfter: 59 })).toEqual({
      slow_day_streak: '2',
    });
  });

  test('begins a business day at day_starts_at', () => {
    const night = october(
      [
        ...messages(`
          01 03:59:59 A < b1 still September
          31 23:59:00 A < b1 late
          31 23:59:30 A > b1 yes
        `),
        ...messages('31 00:00:00 A < b1 next month').map((message) => ({
          ...message,
          time: message.time + 86_400 + 14_399,
        })),
      ],
      undefined,
    );
    expect(figures(night, 'A', ['consults', 'late_rounds'], { dayStartsAt: 14_400 })).toEqual({
      consults: '1',
      late_rounds: '1',
    });
    expect(figures(night, 'A', ['consults', 'late_rounds'])).toEqual({
      consults: '2',
      late_rounds: '1',
    });
  });

  test('leaves advertising out unless the agent wrote', () => {
    const ads = october(
      messages(`
        05 10:00:00 A < b1 加微信领券
        05 10:00:00 A < b2 加微信领券
        05 11:00:00 A > b2 不用
      `),
      undefined,
    );
    expect(figures(ads, 'A', ['consults', 'late_rounds'], { adPatterns: ['加微信'] })).toEqual({
      consults: '1',
      late_rounds: '1',
    });
  });

  test('starts a session only after the buyer waited more than session_wait', () => {
    const talk = (second: string): RawMonth =>
      october(
        messages(`
          05 10:00:00 A > b1 hello
          05 12:00:00 A < b1 hi
          05 12:01:${second} A > b1 yes
        `),
        undefined,
      );
    expect(figures(talk('00'), 'A', ['effective_receptions'])).toEqual({
      effective_receptions: '1',
    });
    expect(figures(talk('01'), 'A', ['effective_receptions'])).toEqual({
      effective_receptions: '0',
    });
  });

  test('orders equal times by code points of the file name, then by row', () => {
    expect(compareCodePoints('chats-𝒜.csv', 'chats-～.csv')).toBeGreaterThan(0);
    expect(compareCodePoints('chats-1.csv', 'chats.csv')).toBeLessThan(0);
    expect(compareCodePoints('a', 'ab')).toBeLessThan(0);
    const month = october(undefined, undefined, {
      chats: [
        { name: 'chats-𝒜.csv', rows: messages('05 10:00:00 A > b1 answer') },
        { name: 'chats-～.csv', rows: messages('05 10:00:00 A < b1 question') },
      ],
    });
    expect(figures(month, 'A', ['replied', 'response_time'])).toEqual({
      replied: '1',
      response_time: '0/1',
    });
  });
});

describe('orders', () => {
  /** A session with A from 10:00:00 to 10:00:20 and one with B from 11:00:00 to 11:00:20, on 5 October. */
  const chats = messages(`
    05 10:00:00 A < b1 a
    05 10:00:10 A > b1 b
    05 10:00:20 A < b1 c
    05 11:00:00 B > b1 a
    05 11:00:10 B < b1 b
    05 11:00:20 B > b1 c
  `);
  const credit = (
    created: string,
    paid: string,
    settings: Partial<MetricSettings> = {},
    more = {},
  ): string => {
    const month = october(chats, [order('1', created, paid, more)], {
      agents: [
        agent('A', { accounts: ['shop：mei'] }),
        agent('B', { role: 'aftersales' }),
        agent('7'),
      ],
    });
    const { agents } = referenceMetrics(month, { ...DEFAULT_SETTINGS, ...settings });
    const found = [...agents].filter(([, values]) => shown(values.get('paid_orders')) === '1');
    return found.map(([id]) => id).join() || 'silent';
  };

  test('go to the session that ends last before the event', () => {
    expect(credit('05 10:59:59', '05 12:00:00')).toBe('A');
    expect(credit('05 11:00:00', '05 12:00:00')).toBe('B');
    expect(credit('05 10:30:00', '05 12:00:00', { attribution: 'payment' })).toBe('B');
    expect(credit('05 10:30:00', '05 12:00:00', { attribution: 'order' })).toBe('A');
    expect(credit('05 12:00:00', '05 12:00:00', { creditRoles: ['presales'] })).toBe('A');
  });

  test('count within the window to the second', () => {
    expect(credit('06 11:00:20', '06 11:00:20')).toBe('B');
    expect(credit('06 11:00:21', '06 11:00:21')).toBe('silent');
    expect(credit('05 09:00:00', '05 10:00:00')).toBe('A');
    expect(credit('05 09:00:00', '05 10:00:00', { attribution: 'order' })).toBe('silent');
  });

  test('go after payment to whom the buyer turns, not to who wrote first', () => {
    expect(credit('05 09:00:00', '05 09:00:00')).toBe('A');
    expect(credit('05 09:00:00', '05 09:00:00', { afterPayment: 'off' })).toBe('silent');
    expect(credit('05 09:00:00', '05 09:00:00', { creditRoles: ['aftersales'] })).toBe('silent');
    expect(credit('04 10:00:00', '04 10:00:00')).toBe('A');
    expect(credit('04 09:59:59', '04 09:59:59')).toBe('silent');
  });

  test('follow the memo', () => {
    const by = (memo: string, settings = {}, more = {}): string =>
      credit('05 12:00:00', '05 12:00:00', settings, { memo, ...more });
    expect(by('给A，谢谢')).toBe('B');
    expect(by('谢谢，A')).toBe('A');
    expect(by('A号')).toBe('A');
    expect(by('顺丰 A号客服')).toBe('A');
    expect(by('shop:mei')).toBe('A');
    expect(by('mei')).toBe('B');
    expect(by('7')).toBe('B');
    expect(by('7号')).toBe('7');
    expect(by('7号\u3000A')).toBe('B');
    expect(by('7号 A', { memo: 'only' })).toBe('silent');
    expect(by('A/A号')).toBe('A');
    expect(by('', { memo: 'only' })).toBe('silent');
    expect(by('A', { memo: 'off' })).toBe('B');
    expect(by('A', { memoFlag: ['red'] })).toBe('B');
    expect(by('A', { memoFlag: ['red'] }, { flag: 'red' })).toBe('A');
    expect(by('', {}, { agent: { text: 'A', id: 'A' } })).toBe('A');
    expect(by('A', {}, { buyer: 't**8' })).toBe('A');
    expect(by('', {}, { buyer: '' })).toBe('silent');
  });

  test('add up, with refunds that succeeded', () => {
    const month = october(chats, [
      order('1', '05 10:30:00', '05 10:31:00', { amount: '10.10', quantity: '2', refund: '5' }),
      order('2', '05 10:30:00', '05 10:31:00', { refund: '9', refundStatus: '退款关闭' }),
      order('3', '05 10:30:00', undefined),
      order('4', '05 10:30:00', '05 10:31:00', { status: 'unpaid' }),
      order('5', '05 10:30:00', '05 10:31:00', { status: 'closed', refund: '100' }),
      order('6', '05 12:00:00', '05 12:00:00', { memo: 'A', buyer: 't**8' }),
      order('7', '20 12:00:00', '20 12:00:00'),
    ]);
    expect(
      figures(month, 'A', [
        'paid_orders',
        'items',
        'paid_buyers',
        'sales',
        'received_sales',
        'refunds',
        'refunded_orders',
        'net_sales',
        'avg_order_value',
        'refund_rate',
        'created_orders',
        'unpaid_rate',
      ]),
    ).toEqual({
      paid_orders: '4',
      items: '5',
      paid_buyers: '2',
      sales: '310.1',
      received_sales: '210.1',
      refunds: '105',
      refunded_orders: '2',
      net_sales: '205.1',
      avg_order_value: '310.1/2',
      refund_rate: '2/4',
      created_orders: '6',
      unpaid_rate: '2/6',
    });
    expect(figures(month, '*', ['shop_sales', 'silent_sales', 'shop_avg_order_value'])).toEqual({
      shop_sales: '410.1',
      silent_sales: '100',
      shop_avg_order_value: '410.1/3',
    });
    expect(figures(month, 'A', ['refund_rate'], { refundBasis: 'items' })).toEqual({
      refund_rate: '3/5',
    });
    expect(figures(month, 'A', ['refund_rate'], { refundBasis: 'amount' })).toEqual({
      refund_rate: '105/310.1',
    });
  });

  test('credited to one agent are assists of the other', () => {
    const month = october(chats, [order('1', '05 10:59:00', '05 12:00:00')]);
    expect(figures(month, 'B', ['assist_orders', 'assist_follow_ups'])).toEqual({
      assist_orders: '0',
      assist_follow_ups: '1',
    });
    const byPayment = { attribution: 'payment' } as const;
    expect(figures(month, 'A', ['assist_orders', 'assist_follow_ups'], byPayment)).toEqual({
      assist_orders: '1',
      assist_follow_ups: '0',
    });
  });

  test('make a consult an inquiry, an assist or after-sales', () => {
    const ids = ['inquiries', 'inquiry_paid'];
    const sold = october(chats, [order('1', '05 10:59:00', '05 12:00:00')]);
    expect(figures(sold, 'A', ids)).toEqual({ inquiries: '1', inquiry_paid: '1' });
    expect(figures(sold, 'B', ids)).toEqual({ inquiries: '0', inquiry_paid: '0' });
    expect(figures(sold, '*', ['shop_conversion'])).toEqual({ shop_conversion: '1/1' });
    const silent = october(chats, [order('1', '05 09:00:00', '05 12:00:00')]);
    expect(figures(silent, 'A', ids, { attribution: 'order', afterPayment: 'off' })).toEqual({
      inquiries: '1',
      inquiry_paid: '0',
    });
    const before = october(chats, [order('1', '01 09:00:00', '01 09:00:00')]);
    expect(figures(before, 'A', ids)).toEqual({ inquiries: '0', inquiry_paid: '0' });
    expect(figures(before, 'A', ids, { aftersalesDays: 4 })).toEqual({
      inquiries: '1',
      inquiry_paid: '0',
    });
  });

  test('are matched within a shop when both files have one', () => {
    const month = october(
      chats.map((message) => ({ ...message, shop: 's1' })),
      [order('1', '05 10:30:00', '05 10:31:00', { shop: 's2' })],
      { chatsHaveShop: true },
    );
    expect(figures(month, 'A', ['paid_orders'])).toEqual({ paid_orders: '1' });
    expect(figures({ ...month, ordersHaveShop: true }, 'A', ['paid_orders'])).toEqual({
      paid_orders: '0',
    });
  });

  test('are credited by memo alone without chats; nothing is zero without its file', () => {
    const month = october(undefined, [order('1', '05 10:30:00', '05 10:31:00', { memo: 'A' })]);
    expect(figures(month, 'A', ['paid_orders', 'received_sales', 'consults'])).toEqual({
      paid_orders: '1',
      received_sales: 'missing',
      consults: 'missing',
    });
    expect(figures(october(chats, undefined), 'A', ['paid_orders', 'inquiries'])).toEqual({
      paid_orders: 'missing',
      inquiries: 'missing',
    });
    expect(figures(october([], []), 'A', ['consults', 'sales', 'conversion'])).toEqual({
      consults: '0',
      sales: '0',
      conversion: '0/0',
    });
  });
});

test('has every metric that the catalogue lists for agents and the shop', () => {
  const { agents, shop } = referenceMetrics(october([], []), DEFAULT_SETTINGS);
  const listed = (level: string): string[] =>
    METRICS.filter((metric) => metric.level === level).map(({ id }) => id);
  expect([...(agents.get('A')?.keys() ?? [])].sort()).toEqual(listed('agent').sort());
  expect([...shop.keys()].sort()).toEqual(listed('shop').sort());
});
