import type { Flag, Sender } from '../../../src/catalogue/vocabulary.js';
import { parseMonth } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { type Random, randomFrom } from './random.js';
import { agentCell, knownAgentCell, randomAgents, swapColons } from './random-agents.js';
import { randomStaff } from './random-staff.js';
import { randomTimes, type Times } from './random-times.js';
import type { RawAgent, RawFile, RawMessage, RawMonth, RawOrder } from './raw-month.js';

/** A month that no shop would have: everything collides, and every threshold is met to the second. */
export interface RandomMonth {
  readonly seed: number;
  readonly month: RawMonth;
  readonly settings: MetricSettings;
}

const DAY = 86_400;
const HOUR = 3_600;

export function randomMonth(seed: number): RandomMonth {
  const random = randomFrom(seed);
  const settings = randomSettings(random);
  const month = parseMonth(random.pick(['2026-10', '2026-10', '2028-02', '2026-12']));
  if (month === undefined) throw new Error('no month');
  const times = randomTimes(random, month, settings);
  const agents = randomAgents(random, times);
  const size = random.pick(SIZES);
  const shops = random.pick([[''], ['一店', '二店'], ['一店', '二店', '']]);
  const talks = randomTalks(random, { agents, times, size, shops, settings });
  const scenes = randomScenes(random, { agents, times, size, shops, settings });
  const rows = [...talks, ...scenes].flat();
  const chats = random.chance(50) ? random.shuffle(rows) : rows;
  const orders = randomOrders(random, { agents, times, size, shops, talks, scenes });
  return {
    seed,
    settings,
    month: {
      month,
      agents,
      chats: random.chance(4)
        ? undefined
        : inFiles(random, CHAT_FILES, chats, (message) => times.isWithin(message.time), true),
      orders: random.chance(4)
        ? undefined
        : inFiles(
            random,
            ORDER_FILES,
            orders,
            (order) => isOrderWithin(order, times.isWithin),
            false,
          ),
      chatsHaveShop: random.chance(60),
      ordersHaveShop: random.chance(60),
      exclude: {
        ids: random.chance(30) ? ['^F', '9$'] : [],
        memos: random.chance(30) ? ['刷单|补单'] : [],
      },
      ...randomStaff(random, agents, times),
    },
  };
}

function randomSettings(random: Random): MetricSettings {
  return {
    dayStartsAt: random.pick([0, 0, 4 * HOUR, 4 * HOUR, 30 * 60]),
    sessionWait: random.pick([60, 60, 60, 30, 600, 1, 0]),
    minMessages: random.pick([3, 3, 3, 3, 2, 1, 4]),
    maxWait: random.pick([600, 600, 300, 60]),
    slowAfter: random.pick([200, 200, 60, 600, 900]),
    slowTimes: random.pick([1, 1, 2, 3]),
    attribution: random.pick(['order', 'payment', 'order_first']),
    window: random.pick([DAY, DAY, HOUR, 2 * DAY, 10 * 60]),
    afterPayment: random.pick(['buyer_first', 'buyer_first', 'buyer_first', 'off']),
    memo: random.chance(70) ? 'prefer' : random.pick(['off', 'off', 'only']),
    memoFlag: random.pick<MetricSettings['memoFlag']>([
      undefined,
      undefined,
      ['red'],
      ['red', 'blue'],
      ['none'],
    ]),
    inquiryWindow: random.pick([DAY, DAY, HOUR, 3 * DAY]),
    aftersalesDays: random.pick([21, 21, 1, 7, 0]),
    slowDayAfter: random.pick([60, 60, 30, 200]),
    confirmDays: random.pick([30, 30, 7, 1, 0]),
    creditRoles: random.pick([[], [], [], [], ['presales'], ['presales', 'vip'], ['aftersales']]),
    refundBasis: random.pick(['orders', 'items', 'amount']),
    adPatterns: random.pick([[], ['加微信'], ['加微信|代运营', '[0-9]{6,}'], ['^推广']]),
    workdayLength: 8 * 3600,
    partMonthDue: undefined,
    platformHours: random.pick([
      { from: 8 * HOUR, to: 23 * HOUR },
      { from: 8 * HOUR, to: 23 * HOUR },
      { from: 9 * HOUR + 1_800, to: 18 * HOUR },
      { from: 0, to: 24 * HOUR },
    ]),
  };
}

/** How many conversations and orders a month has. */
interface Size {
  readonly conversations: readonly [number, number];
  readonly orders: readonly [number, number];
  readonly scenes: readonly [number, number];
  /** Whether a conversation is one message only. */
  readonly single: boolean;
}

const DENSE: Size = { conversations: [8, 40], orders: [8, 40], scenes: [0, 6], single: false };
const LOOSE: Size = { conversations: [0, 9], orders: [8, 40], scenes: [4, 12], single: false };
const SIZES: readonly Size[] = [
  DENSE,
  DENSE,
  DENSE,
  DENSE,
  LOOSE,
  LOOSE,
  LOOSE,
  LOOSE,
  { conversations: [0, 3], orders: [0, 3], scenes: [0, 0], single: false },
  { conversations: [2, 6], orders: [2, 6], scenes: [0, 2], single: false },
  { conversations: [0, 0], orders: [0, 0], scenes: [0, 0], single: false },
  { conversations: [1, 1], orders: [1, 1], scenes: [0, 0], single: true },
];

// ---------------------------------------------------------------------------------------- chats

interface ChatsOf {
  readonly agents: readonly RawAgent[];
  readonly times: Times;
  readonly size: Size;
  readonly shops: readonly string[];
  readonly settings: MetricSettings;
}

const BUYERS = ['b1', 'b1', 'b1', 'B1', '买家二', '买家二', 'tb:三', 'tb：三', 'a,b "c"'];

const TEXTS = [
  '在吗',
  '亲，您好😊',
  '',
  ' ',
  '𠮷野家',
  'a, "b"',
  '第一行\n第二行',
  "'引号",
  '="1"',
  'NULL',
  '-',
  '制表\t',
  '加微信领券',
  '不是推广',
];

const ADS = ['加微信领券', '推广 123456', '不是推广', '您好'];

type Talk = readonly RawMessage[];

function randomTalks(random: Random, of: ChatsOf): Talk[] {
  const talks: Talk[] = [];
  const buyers = random.shuffle(BUYERS).slice(0, random.pick([1, 2, 3, 4, 9]));
  const conversations = random.whole(...of.size.conversations);
  for (let number = 0; number < conversations; number += 1) {
    const talk = randomConversation(random, of, buyers, talks.flat());
    talks.push(talk);
    // The same rows again: rows are never collapsed.
    if (random.chance(8)) talks.push(talk.slice(0, 2));
    // The same again with another agent: ties to the second.
    if (random.chance(15)) {
      const other = agentCell(random, of.agents);
      talks.push(talk.map((message) => ({ ...message, agent: other })));
    }
  }
  return talks;
}

/** Scenes, each as one list of the messages of its buyer. */
function randomScenes(random: Random, of: ChatsOf): Talk[] {
  const scenes: Talk[] = [];
  const length = random.whole(...of.size.scenes);
  for (let number = 0; number < length; number += 1) {
    scenes.push(randomScene(random, of, number).flat());
  }
  return scenes;
}

/** A conversation of its own, or one tied to an earlier message of the same buyer. */
function randomConversation(
  random: Random,
  of: ChatsOf,
  buyers: readonly string[],
  earlier: readonly RawMessage[],
): RawMessage[] {
  const { agents, times, shops } = of;
  const agent = agentCell(random, agents);
  const tie = earlier.length > 0 && random.chance(40) ? random.pick(earlier) : undefined;
  const buyer = tie?.buyer ?? randomChatBuyer(random, agents, buyers);
  const shop = tie?.shop ?? random.pick(shops);
  const messages: RawMessage[] = [];
  const advertises = random.chance(8);
  let time = tie === undefined ? times.some(random) : times.near(random, tie.time);
  const length = of.size.single ? 1 : random.pick([1, 3, 4, 4, 5, 5, 6, 9]);
  for (let number = 0; number < length; number += 1) {
    const sender = advertises ? 'buyer' : random.pick(ANY_SENDER);
    const text = advertises ? random.pick(ADS) : random.pick(TEXTS);
    messages.push({ time, agent, buyer, shop, sender, text });
    times.add(time);
    time += randomGap(random, of.settings, sender);
  }
  return messages;
}

/** One effective session, and nothing else. */
function simpleTalk(
  random: Random,
  of: ChatsOf,
  { time: start, agent, buyer, shop }: Pick<RawMessage, 'time' | 'agent' | 'buyer' | 'shop'>,
): Talk {
  const messages: RawMessage[] = [];
  let time = start;
  for (const sender of random.pick(SIMPLE_TALKS)) {
    messages.push({ time, agent, buyer, shop, sender, text: random.pick(TEXTS) });
    time += Math.min(random.pick([0, 1, 10, DAY]), of.settings.sessionWait);
  }
  return messages;
}

/** A buyer of their own and a few sessions: what an order near them depends on is theirs alone. */
function randomScene(random: Random, of: ChatsOf, number: number): Talk[] {
  const buyer = `独${number}`;
  const shop = random.pick(of.shops);
  const base = of.times.some(random);
  const talks: Talk[] = [];
  const agents = random.shuffle(of.agents).slice(0, random.pick([1, 2, 2, 3]));
  for (const chosen of agents) {
    const near = base + random.pick([0, 0, 0, 5, 30]);
    const time = random.chance(80) ? near : of.times.nearByWindow(random, base);
    const agent = random.chance(90) ? knownAgentCell(random, chosen) : agentCell(random, agents);
    talks.push(simpleTalk(random, of, { time, agent, buyer, shop }));
  }
  return talks;
}

const SIMPLE_TALKS: readonly (readonly Sender[])[] = [
  ['buyer', 'agent', 'buyer'],
  ['buyer', 'agent', 'buyer'],
  ['buyer', 'agent', 'buyer', 'agent', 'agent'],
  ['agent', 'buyer', 'agent'],
];

const ANY_SENDER: readonly Sender[] = [
  ...(['buyer', 'buyer', 'buyer', 'buyer', 'agent', 'agent', 'agent', 'agent'] as const),
  ...(['robot', 'system'] as const),
];

function randomChatBuyer(
  random: Random,
  agents: readonly RawAgent[],
  buyers: readonly string[],
): string {
  if (random.chance(4)) {
    const agent = random.pick(agents);
    return random.pick([agent.id, ...agent.accounts, ...agent.accounts.map(swapColons)]);
  }
  if (random.chance(5)) return random.pick(['t**8', 't**8', '张三']);
  return random.pick(buyers);
}

/** Mostly within the session, where the buyer waits; else at a threshold. */
function randomGap(random: Random, settings: MetricSettings, sender: Sender): number {
  const thresholds = [
    settings.sessionWait,
    settings.sessionWait,
    settings.maxWait,
    settings.slowAfter,
    settings.slowDayAfter,
    60,
    180,
    200,
    600,
  ];
  if (random.chance(sender === 'buyer' ? 60 : 30)) return random.pick([0, 0, 1, 5, 20, 59]);
  if (random.chance(7)) return random.pick([HOUR, 5 * HOUR, settings.window]);
  return random.pick(thresholds) + random.pick([-1, 0, 0, 1, 1]);
}

// --------------------------------------------------------------------------------------- orders

interface OrdersOf {
  readonly agents: readonly RawAgent[];
  readonly times: Times;
  readonly size: Size;
  readonly shops: readonly string[];
  readonly talks: readonly Talk[];
  readonly scenes: readonly Talk[];
}

const FLAGS: readonly (Flag | undefined)[] = ['red', 'red', 'blue', 'none', 'yellow', undefined];

function randomOrders(random: Random, of: OrdersOf): RawOrder[] {
  const orders: RawOrder[] = [];
  const total = random.whole(...of.size.orders);
  const hasAgents = random.chance(30);
  const hasStatuses = random.chance(40);
  for (let number = 0; number < total; number += 1) {
    const order = randomOrder(random, of, number);
    const withAgent = hasAgents && random.chance(30);
    const status = hasStatuses && order.status === '' ? random.pick(STATUSES) : order.status;
    orders.push({
      ...order,
      status,
      agent: withAgent ? agentCell(random, of.agents) : undefined,
    });
    if (random.chance(3)) orders.push(orders[orders.length - 1] ?? order);
  }
  return random.chance(50) ? random.shuffle(orders) : orders;
}

function randomOrder(random: Random, of: OrdersOf, number: number): RawOrder {
  const { times, shops } = of;
  const talk = randomTie(random, of);
  const tie = talk?.[0];
  const hides = random.chance(8);
  const { created, paid } = randomOrderTimes(random, times, talk);
  return {
    id: `${random.pick(['T', 'T', 'T', 'F', '41600000000000'])}${String(number).padStart(4, '0')}`,
    buyer: hides ? random.pick(['', 't**8', 't**8', '买***']) : (tie?.buyer ?? random.pick(BUYERS)),
    created,
    paid,
    shipped: random.chance(80)
      ? random.pick([created, paid ?? created, created + DAY, times.some(random)])
      : undefined,
    amount: random.pick(['0', '12.34', '99', '0.01', '1000.5', '59.90', '123456789.99']),
    quantity: random.pick([undefined, '1', '1', '2', '3', '10']),
    status: randomStatus(random, paid),
    refund: random.pick([undefined, undefined, undefined, '0', '5', '12.34', '0.01']),
    refundStatus: random.pick(['', '', 'success', '退款成功', '退款关闭', '退款中']),
    memo: randomMemo(random, of.agents),
    flag: random.pick(FLAGS),
    agent: undefined,
    shop: tie !== undefined && random.chance(90) ? tie.shop : random.pick(shops),
  };
}

/** A conversation or scene that an order has to do with. */
function randomTie(random: Random, { talks, scenes }: OrdersOf): Talk | undefined {
  if (scenes.length > 0 && random.chance(70)) return random.pick(scenes);
  return talks.length > 0 && random.chance(75) ? random.pick(talks) : undefined;
}

/** When an order is created and paid: tied to the ends of a conversation, by one of the two times. */
function randomOrderTimes(
  random: Random,
  times: Times,
  talk: Talk | undefined,
): { created: number; paid: number | undefined } {
  const end =
    talk === undefined
      ? undefined
      : random.pick([talk.at(0), talk.at(0), talk.at(-1), random.pick(talk)]);
  const event = end === undefined ? times.some(random) : times.nearByWindow(random, end.time);
  if (end !== undefined && random.chance(20)) {
    const before = end.time - random.pick([0, 1, 30, 40, 600]);
    return { created: before - random.pick([0, 0, 5, DAY]), paid: before };
  }
  if (random.chance(40)) {
    return { created: event - random.pick([0, 0, 1, 60, HOUR, 2 * DAY, 9 * DAY]), paid: event };
  }
  return { created: event, paid: random.chance(80) ? randomPaid(random, times, event) : undefined };
}

/** At once, after a while, or when somebody writes: never before the order. */
function randomPaid(random: Random, times: Times, created: number): number {
  const paid = random.chance(60)
    ? created + random.pick([0, 0, 1, 30, 60, HOUR, DAY, 3 * DAY])
    : times.some(random);
  return Math.max(created, paid);
}

const STATUSES = [
  '交易成功',
  '交易成功',
  '已完成',
  '已收货',
  'completed',
  '交易关闭',
  '买家已付款',
  '已发货',
  '卖家已发货，等待买家确认',
  'shipped',
];

function randomStatus(random: Random, paid: number | undefined): string {
  if (random.chance(75)) return '';
  if (paid === undefined) return random.pick(['等待买家付款', '交易关闭', '待支付', '已取消']);
  return random.pick([
    '交易成功',
    '交易关闭',
    '已取消',
    'closed',
    '等待买家付款',
    '待支付',
    'unpaid',
    '买家已付款',
  ]);
}

const SEPARATORS = [
  ...[' ', ',', '，', ';', '；', '、', '。', '/', '|', '(', ')', '（', '）', '[', ']', '【', '】'],
  ...['\t', '\n', '\u3000', '\u3000', '\u3000', '  ', '/', '】'],
];

/** Nobody, one agent, two agents, one agent twice, and words that only look like an agent. */
function randomMemo(random: Random, agents: readonly RawAgent[]): string {
  if (random.chance(75)) return '';
  const tokens: string[] = [];
  const length = random.pick([1, 1, 1, 2, 2, 3]);
  for (let number = 0; number < length; number += 1) tokens.push(randomToken(random, agents));
  let memo = random.chance(20) ? random.pick(SEPARATORS) : '';
  for (const [place, token] of tokens.entries()) {
    if (place > 0) memo += random.pick(SEPARATORS);
    memo += token;
  }
  return random.chance(20) ? memo + random.pick(SEPARATORS) : memo;
}

function randomToken(random: Random, agents: readonly RawAgent[]): string {
  const agent = random.pick(agents);
  const names = [agent.id, `${agent.id}号`, `${agent.id}号客服`];
  for (const account of agent.accounts) names.push(account, swapColons(account));
  if (random.chance(65)) return random.pick(names);
  return random.pick([
    '发顺丰',
    '谢谢',
    '补单',
    '刷单',
    agent.name,
    `${agent.id}谢谢`,
    `${agent.id}号客`,
    `客服${agent.id}`,
    agent.id.toLowerCase(),
    '88号',
    '小美',
    '7',
    '10-7',
  ]);
}

/** Whether both times of an order lie in the month. */
export function isOrderWithin(order: RawOrder, isWithin: (time: number) => boolean): boolean {
  return isWithin(order.created) && (order.paid === undefined || isWithin(order.paid));
}

// ---------------------------------------------------------------------------------------- files

const CHAT_FILES = [
  ...['chats.csv', 'chats-1.csv', 'chats-10.csv', 'chats-2.csv', 'chats-～.csv', 'chats-𝒜.csv'],
  '聊天记录.csv',
];
const ORDER_FILES = ['orders.csv', 'orders-1.csv', 'orders-2.csv'];

/**
 * Deals rows out to one or more files. A file whose rows are all of other months would be refused: its
 * rows go to a file that has one of this month, or are dropped when there is none.
 */
function inFiles<Row>(
  random: Random,
  names: readonly string[],
  rows: readonly Row[],
  isWithin: (row: Row) => boolean,
  distinctContents: boolean,
): RawFile<Row>[] {
  const chosen = random.shuffle(names).slice(0, random.pick([1, 1, 2, 2, 3]));
  const files = chosen.map((name) => ({ name, rows: [] as Row[] }));
  for (const row of rows) random.pick(files).rows.push(row);
  const first = files[0];
  const home = files.find((file) => file.rows.some(isWithin));
  for (const file of files) {
    if (file.rows.some(isWithin)) continue;
    if (home !== undefined) home.rows.push(...file.rows);
    file.rows = [];
  }
  const seen: string[] = [];
  const kept = files.filter((file) => {
    const content = JSON.stringify(file.rows);
    if (distinctContents && seen.includes(content)) return false;
    seen.push(content);
    return true;
  });
  return kept.length > 0 || first === undefined ? kept : [first];
}
