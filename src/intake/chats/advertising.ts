import type { Engine } from '../../lib/engine.js';
import { anyPattern } from '../cells/words-sql.js';
import { textAt } from '../files/byte-records.js';

/**
 * Which chat days have a message of the buyer's that matches one of `ad_patterns`, of those that no agent answers: only
 * there it matters, so that of nearly all messages nothing is asked.
 */
export interface Advertising {
  /** A message of the buyer's. */
  see(chatDay: number, bytes: Uint8Array, start: number, end: number): void;
  /** The agent has written on a chat day. */
  answer(chatDay: number): void;
  has(chatDay: number): boolean;
  /** Looks at the messages that wait, when they are many; to be asked now and then. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Characters of texts that wait to be looked at. */
const MOST_WAITING = 4_000_000;

interface WaitingText {
  readonly chatDay: number;
  readonly text: string;
}

/** The engine runs the patterns: its RE2 cannot be held up by any that a user writes. */
export function advertisingBy(patterns: readonly string[], engine: Engine): Advertising {
  const answered = new Set<number>();
  const found = new Set<number>();
  let waiting: WaitingText[] = [];
  let characters = 0;
  const settle = async (most: number): Promise<void> => {
    if (characters <= most) return;
    waiting = waiting.filter(({ chatDay }) => !answered.has(chatDay) && !found.has(chatDay));
    characters = waiting.reduce((sum, { text }) => sum + text.length, 0);
    if (characters <= most / 2) return;
    for (const chatDay of await matching(waiting, patterns, engine)) found.add(chatDay);
    waiting = [];
    characters = 0;
  };
  return {
    see(chatDay, bytes, start, end) {
      if (patterns.length === 0 || answered.has(chatDay) || found.has(chatDay)) return;
      const text = textAt(bytes, start, end);
      waiting.push({ chatDay, text });
      characters += text.length + 1;
    },
    answer(chatDay) {
      if (patterns.length > 0) answered.add(chatDay);
    },
    has: (chatDay) => found.has(chatDay),
    settle: () => settle(MOST_WAITING),
    close: () => settle(0),
  };
}

async function matching(
  texts: readonly WaitingText[],
  patterns: readonly string[],
  engine: Engine,
): Promise<readonly number[]> {
  await engine.run('CREATE OR REPLACE TEMP TABLE waiting_texts (chat_day INTEGER, text VARCHAR)');
  const appender = await engine.appender('waiting_texts', ['INTEGER', 'VARCHAR']);
  appender.append([
    Int32Array.from(texts, ({ chatDay }) => chatDay),
    texts.map(({ text }) => text),
  ]);
  appender.close();
  const rows = await engine.query(
    `SELECT DISTINCT chat_day FROM waiting_texts WHERE ${anyPattern('text', patterns)}`,
  );
  await engine.run('DROP TABLE waiting_texts');
  return rows.map(({ chat_day: chatDay }) => Number(chatDay));
}
