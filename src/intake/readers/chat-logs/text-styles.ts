import type { Reader } from '../../files/reader.js';

/** Where a message begins in a text: who wrote, and when. */
export interface MessageHead {
  readonly from: string;
  readonly to?: string | undefined;
  /** Undefined where it is that of the message before. */
  readonly day: string | undefined;
  readonly time: string;
  /** Lines before this one that belong to the head. */
  readonly linesAbove: number;
}

/** One way of writing messages without a header. */
export interface ChatStyle {
  readonly reader: Reader;
  /** What a line, with the one above it, says of a message that begins; undefined for any other line. */
  readonly headOf: (line: string, above: string) => MessageHead | undefined;
}

const COLUMNS: Reader['columns'] = [
  { id: 'time', zh: '时间' },
  { id: 'from', zh: '发送人' },
  { id: 'text', zh: '内容' },
];

function textReader({ name, title }: Pick<Reader, 'name' | 'title'>): Reader {
  // No header is this reader's: its texts have none.
  return { name, title, kind: 'chats', layout: 'chats', columns: COLUMNS, recognises: () => false };
}

const DAY = String.raw`(20\d\d[-/.]\d{1,2}[-/.]\d{1,2})`;
const MOMENT = String.raw`${DAY}\s+(\d{1,2}:\d{2}:\d{2})`;
/** A moment, alone or in brackets, and what may stand behind it. */
const STAMP = String.raw`(?:${MOMENT}|[(（]\s*${MOMENT}\s*[)）])\s*[:：]?\s*(?:已读|未读)?`;
const QIANNIU = textReader({
  name: 'qianniu_text',
  title: { zh: '千牛客户端复制的聊天文本', en: 'chats copied from the Qianniu client' },
});

/** A nick has no spaces; what ends like a label (`付款时间：`) is a line of a message. */
function isNick(text: string): boolean {
  return text !== '' && text.length <= 64 && !/\s|[:：，,。;；]$|(?:时间|日期)$/.test(text);
}

const ON_ONE_LINE = new RegExp(String.raw`^\s*(?:(\S+?)\s*-+>\s*)?(\S+?)\s*${STAMP}\s*$`);

/**
 * `昵称 2024-5-1 9:03:05`, also without the space, `昵称 (2024-5-1 9:03:05):`, or `甲 --> 乙 2024-5-1 9:03:05`.
 */
const QIANNIU_ONE_LINE: ChatStyle = {
  reader: QIANNIU,
  headOf: (line) => {
    if (!mayEndInTime(line)) return undefined;
    const [, writer, last = '', ...stamp] = ON_ONE_LINE.exec(line) ?? [];
    const [day = '', time = ''] = stamp.filter((each) => each !== undefined);
    const from = writer ?? last;
    if (!isNick(from) || !isNick(last)) return undefined;
    return { from, to: writer === undefined ? undefined : last, day, time, linesAbove: 0 };
  },
};

const ONLY_TIME = new RegExp(String.raw`^\s*${STAMP}\s*$`);

/** The nick on one line, the time on the next. */
const QIANNIU_TWO_LINES: ChatStyle = {
  reader: QIANNIU,
  headOf: (line, above) => {
    if (!mayEndInTime(line)) return undefined;
    const found = ONLY_TIME.exec(line);
    const from = above.trim();
    if (found === null || !isNick(from)) return undefined;
    const [day = '', time = ''] = found.slice(1).filter((each) => each !== undefined);
    return { from, day, time, linesAbove: 1 };
  },
};

const IN_BRACKETS = new RegExp(
  String.raw`^\s*\[([^\[\]]{1,64})\]\s*(?:${DAY}\s+)?(\d{1,2}:\d{2}(?::\d{2})?)\s*$`,
);

/** `[昵称] 2024-04-14 10:30:00`, or `[昵称] 10:30` on the day of the message before. */
const BRACKETS: ChatStyle = {
  reader: textReader({
    name: 'bracket_text',
    title: { zh: '[昵称] 时间 的聊天文本', en: 'chats as “[nick] time”' },
  }),
  headOf: (line) => {
    if (!mayEndInTime(line)) return undefined;
    const [, from = '', day, time = ''] = IN_BRACKETS.exec(line) ?? [];
    return from.trim() === '' ? undefined : { from: from.trim(), day, time, linesAbove: 0 };
  },
};

/** Every style; of two that find as much in a text, the first reads it. */
export const STYLES: readonly ChatStyle[] = [BRACKETS, QIANNIU_ONE_LINE, QIANNIU_TWO_LINES];

const LONGEST_HEAD = 200;

/** Few lines of messages end like a head: looking at their end is cheaper than at all of them. */
function mayEndInTime(line: string): boolean {
  if (line.length > LONGEST_HEAD) return false;
  return /[\d)）:：读]$/.test(line.slice(-4).trimEnd());
}
