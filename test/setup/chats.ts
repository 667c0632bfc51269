import type { ChatLog, DayMessages } from '../../src/intake/facts/chat-log.js';
import type { MonthFacts } from '../../src/intake/facts/month-facts.js';
import type { EngineCell } from '../../src/lib/engine.js';

const DAY = 86_400;

/** A message of a buyer or an agent. */
export interface SpokenMessage {
  /** Seconds since 1970-01-01 of the wall clock. */
  readonly time: number;
  /** Place in the roster. */
  readonly agent: number;
  readonly shop: string;
  readonly buyer: string;
  readonly sender: 'buyer' | 'agent';
  readonly chars: number;
}

/** The messages of a month that was read, chat day by chat day in the order of their first rows. */
export async function spokenIn(
  { chats, engine }: Pick<MonthFacts, 'chats' | 'engine'>,
  dayStartsAt = 0,
): Promise<readonly SpokenMessage[]> {
  const buyers = await engine.query('SELECT shop, nick FROM chat_buyers ORDER BY buyer');
  const found: SpokenMessage[] = [];
  chats.eachDay(({ agent, buyer, day, messages }) => {
    const { shop, nick } = buyers[buyer] ?? {};
    for (let at = 0; at < messages.length; at += 1) {
      found.push({
        time: day * DAY + dayStartsAt + (messages.seconds[at] ?? 0),
        agent,
        shop: String(shop),
        buyer: String(nick),
        sender: messages.byAgent[at] === 1 ? 'agent' : 'buyer',
        chars: messages.chars[at] ?? 0,
      });
    }
  });
  return found;
}

/** A message as a test writes it. */
export interface WrittenMessage extends SpokenMessage {
  /** It matches one of `ad_patterns`. */
  readonly ad: boolean;
}

/** A chat log made of messages, in the slow and obvious way, and the rows of `chat_buyers` that belong to it. */
export function chatLogOf(
  messages: readonly WrittenMessage[],
  dayStartsAt: number,
): { readonly chats: ChatLog; readonly buyers: readonly EngineCell[][] } {
  const buyers = [...new Set(messages.map(({ shop, buyer }) => JSON.stringify([shop, buyer])))];
  const days = new Map<string, WrittenMessage[]>();
  for (const message of messages) {
    const day = Math.floor((message.time - dayStartsAt) / DAY);
    const key = JSON.stringify([message.agent, message.shop, message.buyer, day]);
    days.set(key, [...(days.get(key) ?? []), message]);
  }
  return {
    buyers: buyers.map((buyer, number) => [number, ...(JSON.parse(buyer) as string[])]),
    chats: {
      eachDay(take, only) {
        for (const [number, [key, rows]] of [...days].entries()) {
          const [agent, shop, buyer, day] = JSON.parse(key) as [number, string, string, number];
          if (only !== undefined && only !== agent) continue;
          take({
            number,
            agent,
            buyer: buyers.indexOf(JSON.stringify([shop, buyer])),
            day,
            isAdvertising: rows.some(({ ad, sender }) => ad && sender === 'buyer'),
            messages: dayMessagesOf(rows, day * DAY + dayStartsAt),
          });
        }
      },
    },
  };
}

function dayMessagesOf(rows: readonly WrittenMessage[], begins: number): DayMessages {
  const inOrder = rows.toSorted((one, other) => one.time - other.time);
  return {
    length: rows.length,
    seconds: Int32Array.from(inOrder, ({ time }) => time - begins),
    byAgent: Uint8Array.from(inOrder, ({ sender }) => (sender === 'agent' ? 1 : 0)),
    chars: Int32Array.from(inOrder, ({ chars }) => chars),
  };
}
