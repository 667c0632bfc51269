import { parseMonth } from '../../../src/lib/month.js';
import type { RawAgent, RawMessage, RawMonth, RawOrder } from './raw-month.js';

/** Seconds of `05 10:00:00`, a day and time of October 2026. */
export function at(text: string): number {
  return Date.parse(`2026-10-${text.replace(' ', 'T')}Z`) / 1000;
}

/** `05 10:00:00 A01 b1 buyer text`, one message per line; `<` is a buyer's and `>` an agent's message. */
export function messages(text: string): RawMessage[] {
  return linesOf(text).map((line) => {
    const [day = '', time = '', agent = '', sender = '', buyer = '', ...words] = line.split(' ');
    return {
      time: at(`${day} ${time}`),
      agent: { text: agent, id: agent },
      buyer,
      sender: sender === '<' ? 'buyer' : sender === '>' ? 'agent' : 'robot',
      text: words.join(' '),
      shop: '',
    };
  });
}

/** An order of buyer b1 for 100 yuan, created and paid at the given times of October 2026. */
export function order(
  id: string,
  created: string,
  paid: string | undefined,
  more: Partial<RawOrder> = {},
): RawOrder {
  return {
    id,
    buyer: 'b1',
    created: at(created),
    paid: paid === undefined ? undefined : at(paid),
    shipped: undefined,
    amount: '100',
    quantity: undefined,
    status: '',
    refund: undefined,
    refundStatus: '',
    memo: '',
    flag: undefined,
    agent: undefined,
    shop: '',
    ...more,
  };
}

export function agent(id: string, more: Partial<RawAgent> = {}): RawAgent {
  return {
    id,
    name: `name of ${id}`,
    role: 'presales',
    accounts: [],
    workdaysDue: undefined,
    hiredOn: undefined,
    leftOn: undefined,
    ...more,
  };
}

/** October 2026 with agents A and B, the given chats and orders, and nothing else. */
export function october(
  chats: readonly RawMessage[] | undefined,
  orders: readonly RawOrder[] | undefined,
  more: Partial<RawMonth> = {},
): RawMonth {
  const month = parseMonth('2026-10');
  if (month === undefined) throw new Error('no month');
  return {
    month,
    agents: [agent('A'), agent('B')],
    chats: chats === undefined ? undefined : [{ name: 'chats.csv', rows: chats }],
    orders: orders === undefined ? undefined : [{ name: 'orders.csv', rows: orders }],
    attendanceMonths: undefined,
    attendanceEvents: undefined,
    complaints: undefined,
    reviews: undefined,
    ratings: undefined,
    calls: undefined,
    imported: undefined,
    chatsHaveShop: false,
    ordersHaveShop: false,
    complaintsHaveVerified: false,
    exclude: { ids: [], memos: [] },
    ...more,
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
