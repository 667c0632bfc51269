// Whose a message is. Exports of single conversations name the writer of a message only; a chat log needs
// the buyer and the agent of each.
import { idsOf, SENDERS, type Sender, wordId } from '../../../catalogue/vocabulary.js';
import type { ProblemCode } from '../../../words/problem-entries.js';
import { parseTime, present } from '../../cells/cells.js';
import type { CsvRecord } from '../../files/csv-records.js';
import type { Accounts, Message, Said } from './messages.js';

/** What decides whose a message is. */
interface ConversationRules {
  readonly accounts: Accounts;
  /** The settings `session_wait` and `day_starts_at`, in seconds. */
  readonly sessionWait: number;
  readonly dayStartsAt: number;
}

/** A message with its moment and business day. */
interface Timed {
  readonly message: Message;
  /** Seconds; NaN of a time that cannot be read. */
  readonly at: number;
  readonly day: number;
}

/** What one buyer and the agents say to each other. */
interface Conversation {
  readonly buyer: Said;
  /** What the buyer has said since an agent wrote: whose it is, the next one who writes decides. */
  readonly waiting: Timed[];
  /** The agent who wrote last. */
  last: { readonly agent: Said; readonly day: number } | undefined;
}

/** Conversations that are open at once are ended when so many messages wait in them: memory has an end. */
const MOST_WAITING = 200_000;

/**
 * Gives each message its buyer and its agent, as records of `MESSAGE_COLUMNS`; those of one buyer keep their
 * order.
 *
 * Where the export does not name the buyer, an agent's message belongs to the conversation in which it stands.
 * One begins where a message of another buyer stands, where the export says so, and where time goes back; what
 * an agent says before the buyer is said to that buyer.
 *
 * A buyer's message belongs to the next agent who answers on the same business day, from the last session of
 * the run on; what the buyer said in sessions before that one, to the agent who wrote last on that day. Where
 * nobody answered on that day: to the agent who wrote last on it, else to the next, else to the last at all.
 */
export async function* converse(
  messages: AsyncIterable<Message>,
  rules: ConversationRules,
): AsyncGenerator<CsvRecord> {
  const state = newState(rules);
  for await (const message of messages) yield* take(state, message);
  yield* endThread(state);
  for (const conversation of state.open.values()) yield* end(conversation, state);
  const { message, rows } = state.greetings;
  if (message !== undefined) yield problemAt(message, 'unclear-greeting', rows);
}

interface State {
  readonly rules: ConversationRules;
  readonly open: Map<string, Conversation>;
  waiting: number;
  /** The conversation in which messages stand that do not name their buyer. */
  current: string | undefined;
  /** What agents have said in it before the buyer did. */
  early: Timed[];
  /** Buyers who have written since a conversation surely began, or the day. */
  readonly seen: Set<string>;
  isMixed: boolean;
  /** The last message that stands in the conversation, with how long after the one before it. */
  last: { readonly message: Message; readonly sender: Sender; readonly gap: number } | undefined;
  at: number;
  day: number;
  /** Words of agents that may be said to the buyer who comes next: the first, and how many. */
  readonly greetings: { message: Message | undefined; rows: number };
}

function newState(rules: ConversationRules): State {
  return {
    rules,
    open: new Map(),
    waiting: 0,
    current: undefined,
    early: [],
    seen: new Set(),
    isMixed: false,
    last: undefined,
    at: Number.NEGATIVE_INFINITY,
    day: Number.NaN,
    greetings: { message: undefined, rows: 0 },
  };
}

function* take(state: State, written: Message): Generator<CsvRecord> {
  const { accounts, dayStartsAt } = state.rules;
  for (const line of written.doubtful ?? []) yield problemAt({ ...written, line }, 'unclear-line');
  const message = withWriter(written, accounts);
  const at = parseTime(present(message.time.text) ?? '') ?? Number.NaN;
  const timed = { message, at, day: Math.floor((at - dayStartsAt) / 86_400) };
  const sender = senderOf(message, accounts);
  if (sender === undefined || sender === 'robot' || sender === 'system') {
    yield recordOf(message, sender, undefined, message.buyer);
    return;
  }
  const buyer = buyerOf(message, sender, accounts);
  if (buyer === undefined && sender === 'buyer') {
    yield recordOf(message, sender);
    return;
  }
  if (message.buyer === undefined) yield* moveOn(state, timed, buyer, sender);
  if (buyer !== undefined) yield* say(state, buyer, timed, sender);
  else if (state.current === undefined) state.early.push(timed);
  else yield* say(state, { text: state.current, header: '' }, timed, sender);
}

/** Columns of either name have words in some exports and accounts in others. */
function withWriter(message: Message, accounts: Accounts): Message {
  const { role, from, buyer, agent } = message;
  if (role === undefined && from !== undefined && senderIn(from) !== undefined) {
    return { ...message, role: from, from: undefined };
  }
  if (role === undefined || from !== undefined || senderIn(role) !== undefined) return message;
  const isAccount = role.text === buyer?.text || role.text === agent?.text;
  if (!isAccount && !accounts.isAgent(role.text)) return message;
  return { ...message, from: role, role: undefined };
}

/** Who writes, by what the export calls them. */
function senderIn({ text }: Said): Sender | undefined {
  return wordId(SENDERS, text) ?? SENDER_SYNONYMS.get(text.trim().toLowerCase());
}

/** Who wrote: as the export says, else by the account; undefined for a word that nobody knows. */
function senderOf({ role, from, buyer, agent }: Message, accounts: Accounts): Sender | undefined {
  if (role !== undefined) return senderIn(role);
  if (from === undefined) return undefined;
  const nick = from.text.trim();
  if (isSystemNick(nick)) return 'system';
  if (nick === buyer?.text.trim()) return 'buyer';
  return nick === agent?.text.trim() || accounts.isAgent(nick) ? 'agent' : 'buyer';
}

/** The buyer as far as the message itself tells. */
function buyerOf(message: Message, sender: Sender, accounts: Accounts): Said | undefined {
  const { buyer, from, to } = message;
  if (buyer !== undefined) return buyer;
  if (sender === 'buyer') return from;
  // What one agent writes to another is in no buyer's conversation; the metrics know such talk.
  return to !== undefined && (sender === 'agent' || !accounts.isAgent(to.text)) ? to : undefined;
}

/** Follows a text from conversation to conversation. */
function* moveOn(
  state: State,
  { message, at, day }: Timed,
  buyer: Said | undefined,
  sender: Sender,
): Generator<CsvRecord> {
  const gap = at - state.at;
  if (message.begins === true || at < state.at) {
    yield* endThread(state);
    state.seen.clear();
  } else if (sender === 'buyer' && buyer !== undefined && buyer.text !== state.current) {
    noteGreeting(state, gap);
  }
  state.last = { message, sender, gap };
  if (day !== state.day) state.seen.clear();
  if (!Number.isNaN(at)) {
    state.at = at;
    state.day = day;
  }
  if (buyer === undefined || buyer.text === state.current) return;
  const next = buyer.text;
  if (message.to === undefined && sender === 'buyer' && state.seen.has(next) && !state.isMixed) {
    state.isMixed = true;
    yield problemAt(message, 'mixed-conversations');
  }
  if (state.current !== undefined) yield* endThread(state);
  state.current = next;
  state.seen.add(next);
  const { early } = state;
  state.early = [];
  for (const each of early) yield* say(state, buyer, each, 'agent');
}

/**
 * What an agent says last before another buyer writes belongs to the conversation above. Where its session had
 * ended, and the other buyer follows sooner than it follows the words above it, it may be said to that one.
 */
function noteGreeting({ last, current, greetings, rules }: State, gap: number): void {
  if (current === undefined || last?.sender !== 'agent') return;
  if (last.gap <= rules.sessionWait || last.gap <= gap) return;
  greetings.message ??= last.message;
  greetings.rows += 1;
}

/** Ends the conversation in which messages stand. */
function* endThread(state: State): Generator<CsvRecord> {
  const { current, early } = state;
  const [first] = early;
  if (first !== undefined)
    yield problemAt(first.message, 'conversation-without-buyer', early.length);
  const conversation = current === undefined ? undefined : state.open.get(current);
  if (conversation !== undefined) {
    state.open.delete(conversation.buyer.text);
    yield* end(conversation, state);
  }
  state.current = undefined;
  state.early = [];
}

/** A message in the conversation of a buyer. */
function* say(state: State, buyer: Said, timed: Timed, sender: Sender): Generator<CsvRecord> {
  const { message, day } = timed;
  const agent = agentOf(message, sender, state.rules.accounts);
  const conversation = state.open.get(buyer.text) ?? { buyer, waiting: [], last: undefined };
  state.open.set(buyer.text, conversation);
  if (agent === undefined && sender === 'buyer') {
    conversation.waiting.push(timed);
    state.waiting += 1;
    if (state.waiting < MOST_WAITING) return;
    for (const each of state.open.values()) yield* end(each, state);
    state.open.clear();
    return;
  }
  const next = agent === undefined ? undefined : { agent, day };
  yield* settle(conversation, next, state);
  yield recordOf(message, sender, agent, buyer);
  conversation.last = next ?? conversation.last;
}

/** The agent as far as the message itself tells. */
function agentOf(
  { agent, from, to }: Message,
  sender: Sender,
  accounts: Accounts,
): Said | undefined {
  if (agent !== undefined && present(agent.text) !== undefined) return agent;
  if (sender === 'agent') return from;
  return to !== undefined && accounts.isAgent(to.text) ? to : undefined;
}

function* end(conversation: Conversation, state: State): Generator<CsvRecord> {
  yield* settle(conversation, undefined, state);
}

/** Gives what a buyer has said to the agent who writes next, or to the one who wrote last. */
function* settle(
  { buyer, waiting, last }: Conversation,
  next: Conversation['last'],
  state: State,
): Generator<CsvRecord> {
  const session = lastSession(waiting, state.rules.sessionWait);
  for (const [index, { message, day }] of waiting.entries()) {
    const isLast = last?.day === day;
    const answers = next?.day === day && (index >= session || !isLast);
    const whose = answers ? next : isLast ? last : (next ?? last);
    yield recordOf(message, 'buyer', whose?.agent, buyer);
  }
  state.waiting -= waiting.length;
  waiting.length = 0;
}

/** Where the last session of a run of a buyer's messages begins: one ends when nothing follows in time. */
function lastSession(waiting: readonly Timed[], sessionWait: number): number {
  return waiting.findLastIndex(({ at }, index) => {
    const before = waiting[index - 1];
    return before === undefined || at - before.at > sessionWait;
  });
}

const SYNONYMS: Readonly<Record<Sender, readonly string[]>> = {
  buyer: ['客户', '顾客', '用户', '消费者', '会员', 'customer', 'user'],
  agent: ['商家', '卖家', '店铺', '人工客服', '主账号', '子账号', 'seller', 'shop'],
  robot: ['智能客服', '机器人客服', 'bot'],
  system: ['系统消息'],
};

/** What the exports call those who write, beside their titles. */
const SENDER_SYNONYMS: ReadonlyMap<string, Sender> = new Map(
  idsOf(SENDERS).flatMap((sender) => SYNONYMS[sender].map((word) => [word, sender] as const)),
);

/** Nicks under which the platform itself writes. */
const SYSTEM_NICKS: ReadonlySet<string> = new Set(['服务助手', '系统消息', '系统']);

/** True for a nick under which the platform writes. */
export function isSystemNick(nick: string): boolean {
  return SYSTEM_NICKS.has(nick);
}

const NOTHING: Said = { text: '', header: '' };

function recordOf(
  { time, text, role, line, file }: Message,
  sender: Sender | undefined,
  agent: Said = NOTHING,
  buyer: Said = NOTHING,
): CsvRecord {
  const who: Said = { text: sender ?? role?.text ?? '', header: role?.header ?? '' };
  const cells = [time, agent, buyer, who, text];
  return {
    cells: cells.map((each) => each.text),
    headers: cells.map(({ header }) => header),
    line,
    ...(file === undefined ? {} : { file }),
  };
}

function problemAt({ line, file }: Message, code: ProblemCode, rows = 1): CsvRecord {
  return {
    cells: [],
    line,
    ...(file === undefined ? {} : { file }),
    problem: { code, params: { rows } },
  };
}
