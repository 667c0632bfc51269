import { z } from 'zod';
import type { Reader } from '../../files/reader.js';
import type { Message, Said } from './messages.js';

/** An archive of a userscript for Qianniu: the messages of one customer in each JSON file. */
export const USERSCRIPT_JSON: Reader = {
  name: 'qianniu_userscript',
  title: { zh: '千牛聊天记录_….zip，每位买家一个 JSON', en: 'a ZIP with a JSON file per buyer' },
  kind: 'chats',
  layout: 'chats',
  columns: ['user', 'date', 'time', 'sender', 'text'].map((id) => ({ id, zh: id })),
  // No header is this reader's: its files have none.
  recognises: () => false,
};

const schema = z.object({
  user: z.string().min(1),
  count: z.number().optional(),
  chats: z.array(
    z.object({
      date: z.string().nullish(),
      time: z.string(),
      sender: z.string(),
      text: z.string().nullish(),
    }),
  ),
});

/** What a file of one customer holds. */
interface CustomerLog {
  /** How many messages it says that it has. */
  readonly count: number | undefined;
  /** The number of a message, from 1, stands for its line. */
  readonly messages: readonly Message[];
}

/** The messages in a JSON text; undefined where it is no log of a customer. */
export function customerLog(text: string, file: string | undefined): CustomerLog | undefined {
  const log = schema.safeParse(jsonOf(text));
  if (!log.success) return undefined;
  const { user, count, chats } = log.data;
  const messages = chats.map(({ date, time, sender, text }, at) => ({
    line: at + 1,
    file,
    time: said('time', time.trim().includes(' ') ? time : `${date ?? ''} ${time}`.trim()),
    from: said('sender', sender),
    buyer: said('user', user),
    text: said('text', text ?? ''),
  }));
  return { count, messages };
}

function said(header: string, text: string): Said {
  return { text, header };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
