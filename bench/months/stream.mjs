// The core figures of a month with a streaming CSV parser and maps, as a script would do it.
//
// node stream.mjs SHOP_FOLDER MONTH; prints one CSV row per agent. Definitions: docs/metrics.md.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';

const SESSION_WAIT = 60;
const MIN_MESSAGES = 3;
const MAX_WAIT = 600;
const HOURS_24 = 24 * 3600;
const DAY = 86_400;
const AFTERSALES = 21 * DAY;
const CREDIT_ROLES = ['售前', 'VIP'];
const UNPAID = ['等待买家付款'];
const FIGURES = [
  'consults',
  'replied',
  'receptions',
  'effective_receptions',
  'response_seconds',
  'responses',
  'first_response_seconds',
  'first_responses',
  'paid_orders',
  'sales_fen',
  'inquiries',
  'inquiry_paid',
];

const [shop, month] = process.argv.slice(2);
const [year, monthOfYear] = month.split('-').map(Number);
const firstDay = Date.UTC(year, monthOfYear - 1, 1) / DAY / 1000;
const endDay = Date.UTC(year, monthOfYear, 1) / DAY / 1000;
// Seconds are counted from here, so that they stay small whole numbers.
const EPOCH_DAY = firstDay - 366;

const roster = [];
for await (const row of rowsOf(join(shop, 'agents.csv'))) {
  roster.push({ id: row[0], account: row[7], sells: CREDIT_ROLES.includes(row[2]) });
}
roster.sort((a, b) => (a.id < b.id ? -1 : 1));
const numberOf = new Map();
for (const [number, { account, id }] of roster.entries()) {
  numberOf.set(account, number);
  numberOf.set(id, number);
}
const figures = roster.map(() => Object.fromEntries(FIGURES.map((name) => [name, 0])));

const knownDays = new Map();
const buyers = new Map();
const chatDays = await collectChatDays();
/** Of each buyer: effective sessions of agents who sell. */
const effectiveOf = new Map();
const consults = [];
for (const chatDay of chatDays.values()) countChatDay(chatDay);
chatDays.clear();
const paymentsOf = new Map();
await countOrders();
for (const consult of consults) classify(consult);

const lines = roster.map(({ id }, number) => [id, ...FIGURES.map((name) => figures[number][name])]);
process.stdout.write(
  `${[['agent', ...FIGURES], ...lines].map((line) => line.join(',')).join('\n')}\n`,
);

/** Data rows of a CSV file. */
async function* rowsOf(path) {
  yield* createReadStream(path, { highWaterMark: 1 << 20 }).pipe(parse({ from: 2 }));
}

/** Messages by agent, buyer and day; each is a whole number, its time doubled, odd when the buyer wrote it. */
async function collectChatDays() {
  const found = new Map();
  for await (const [time, account, buyer, sender] of rowsOf(join(shop, month, 'chats.csv'))) {
    if (sender !== 'buyer' && sender !== 'agent') continue;
    const agent = numberOf.get(account);
    if (agent === undefined || numberOf.has(buyer)) continue;
    let number = buyers.get(buyer);
    if (number === undefined) {
      number = buyers.size;
      buyers.set(buyer, number);
    }
    const at = secondsOf(time);
    const day = Math.floor(at / DAY);
    const key = (number * 1024 + agent) * 1024 + day;
    let chatDay = found.get(key);
    if (chatDay === undefined) {
      chatDay = { agent, buyer: number, day: day + EPOCH_DAY, messages: [] };
      found.set(key, chatDay);
    }
    chatDay.messages.push(at * 2 + (sender === 'buyer' ? 1 : 0));
  }
  return found;
}

function countChatDay({ agent, buyer, day, messages }) {
  // Stable: equal times stay in the order of the file.
  messages.sort((a, b) => (a >> 1) - (b >> 1));
  const effective = sessionsIn(messages).filter(isEffective);
  if (roster[agent].sells) {
    for (const { start, end } of effective) addTo(effectiveOf, buyer, { agent, start, end });
  }
  if (day < firstDay || day >= endDay) return;
  const own = figures[agent];
  if (effective.length > 0) own.effective_receptions += 1;
  const question = messages.find((message) => message & 1);
  if (question === undefined) return;
  own.consults += 1;
  if (messages.some((message) => !(message & 1))) own.receptions += 1;
  consults.push({ agent, buyer, firstQuestion: question >> 1 });
  const gaps = gapsIn(messages);
  if (gaps.length > 0) own.replied += 1;
  for (const [place, gap] of gaps.entries()) {
    if (gap > MAX_WAIT) continue;
    own.response_seconds += gap;
    own.responses += 1;
    if (place > 0) continue;
    own.first_response_seconds += gap;
    own.first_responses += 1;
  }
}

function addTo(lists, key, value) {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function sessionsIn(messages) {
  const sessions = [];
  let session;
  let previous = 0;
  for (const message of messages) {
    const time = message >> 1;
    if (session === undefined || (previous & 1 && time - (previous >> 1) > SESSION_WAIT)) {
      session = { start: time, end: time, buyers: 0, agents: 0 };
      sessions.push(session);
    }
    session.end = time;
    if (message & 1) session.buyers += 1;
    else session.agents += 1;
    previous = message;
  }
  return sessions;
}

function isEffective({ buyers, agents }) {
  return buyers > 0 && agents > 0 && buyers + agents >= MIN_MESSAGES;
}

/** From the first message of each run of the buyer's to the answer. */
function gapsIn(messages) {
  const gaps = [];
  let question;
  for (const message of messages) {
    const time = message >> 1;
    if (message & 1) question ??= time;
    else if (question !== undefined) {
      gaps.push(time - question);
      question = undefined;
    }
  }
  return gaps;
}

async function countOrders() {
  const path = join(shop, month, 'orders.csv');
  for await (const [id, nick, created, paidAt, amount, , status, , , memo] of rowsOf(path)) {
    if (/补单|刷单/.test(memo) || id.startsWith('BF')) continue;
    if (paidAt === '' || UNPAID.includes(status)) continue;
    const buyer = nick.includes('*') ? undefined : buyers.get(nick);
    if (buyer === undefined) continue;
    const paid = secondsOf(paidAt);
    const candidates = effectiveOf.get(buyer) ?? [];
    const agent = winner(candidates, secondsOf(created)) ?? winner(candidates, paid);
    addTo(paymentsOf, buyer, { paid, agent });
    const day = Math.floor(paid / DAY) + EPOCH_DAY;
    if (agent === undefined || day < firstDay || day >= endDay) continue;
    figures[agent].paid_orders += 1;
    figures[agent].sales_fen += Math.round(Number(amount) * 100);
  }
}

/** "The latest min(end, e); then the latest start; then the smallest agent id." */
function winner(candidates, event) {
  let best;
  for (const { agent, start, end } of candidates) {
    if (start > event || end < event - HOURS_24) continue;
    const reach = Math.min(end, event);
    const order =
      best === undefined ? 1 : reach - best.reach || start - best.start || best.agent - agent;
    if (order > 0) best = { agent, start, reach };
  }
  return best?.agent;
}

function classify({ agent, buyer, firstQuestion }) {
  let success = false;
  let excused = false;
  for (const payment of paymentsOf.get(buyer) ?? []) {
    const since = payment.paid - firstQuestion;
    if (since < -AFTERSALES || since > HOURS_24) continue;
    if (since < 0) excused = true;
    else if (payment.agent === agent) success = true;
    else if (payment.agent !== undefined) excused = true;
  }
  if (success || !excused) figures[agent].inquiries += 1;
  if (success) figures[agent].inquiry_paid += 1;
}

/** Seconds of `2026-10-01 09:00:00` since the epoch above. */
function secondsOf(text) {
  const days = daysOf(text.slice(0, 10)) - EPOCH_DAY;
  const two = (at) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  return days * DAY + two(11) * 3600 + two(14) * 60 + two(17);
}

function daysOf(date) {
  let days = knownDays.get(date);
  if (days === undefined) {
    days = Date.parse(date) / DAY / 1000;
    knownDays.set(date, days);
  }
  return days;
}
