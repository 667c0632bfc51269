// Chat texts without a header: what people copy from a client's window, and what tools write like it.

import type { Reader } from '../../files/reader.js';
import {
  clockOf,
  isBefore,
  type KnownWriter,
  type MessageBlock,
  messageBlocks,
  withZeros,
} from './message-blocks.js';
import type { Message, Said } from './messages.js';
import { blocksOf, isParting, partingAt } from './text-blocks.js';
import { type ChatStyle, STYLES } from './text-styles.js';

/** How a text of messages is written. */
interface ChatFormat {
  readonly reader: Reader;
  readonly style: ChatStyle;
  /** The line of the first message. */
  readonly firstLine: number;
  /** False where lines of dashes stand between messages, and not between conversations. */
  readonly linesPart: boolean;
}

/** Titles above the first message; more lines than so many and it is no chat text. */
const LINES_SEARCHED = 30;

/**
 * How the beginning of a text is written; undefined where it is no chat text. Of several ways the one in which most
 * of those who are known write, else most of all.
 */
export function chatFormatOf(sample: string, isKnown: KnownWriter): ChatFormat | undefined {
  const lines = sample.split(/\r\n|\n|\r/);
  const found = STYLES.map((style) => {
    const heads = headsIn(lines, style);
    return { style, heads, known: heads.filter(({ head }) => isKnown(head.from)).length };
  });
  const [best] = found.sort(
    (one, other) => other.known - one.known || other.heads.length - one.heads.length,
  );
  const [first] = best?.heads ?? [];
  if (best === undefined || first === undefined) return undefined;
  if (best.heads.length < 2 || first.at >= LINES_SEARCHED) return undefined;
  const parting = lines.filter(isParting).length;
  const { style } = best;
  return {
    reader: style.reader,
    style,
    firstLine: first.at + 1,
    linesPart: parting * 2 <= best.heads.length,
  };
}

function headsIn(lines: readonly string[], style: ChatStyle) {
  return lines.flatMap((line, at) => {
    const head = style.headOf(line, lines[at - 1] ?? '');
    return head === undefined ? [] : [{ head, at }];
  });
}

/** Who writes in the beginning of a text. */
export function nicksIn(sample: string, { style }: ChatFormat): readonly string[] {
  const heads = headsIn(sample.split(/\r\n|\n|\r/), style);
  return heads.flatMap(({ head: { from, to } }) => (to === undefined ? [from] : [from, to]));
}

/** The lines of a text that comes in pieces, without what ends them. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let carry = '';
  for await (const piece of pieces) {
    const text = carry + piece;
    // A CR at the end may be half of a line's end.
    const cut = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1;
    carry = text.slice(cut);
    const lines = text.slice(0, cut).split(/\r\n|\n|\r/);
    lines.pop();
    if (lines.length > 0) yield lines;
  }
  yield carry.split(/\r\n|\n|\r/);
}

/** The messages of a text; what stands above the first is left out. */
export async function* chatMessages(
  batches: AsyncIterable<readonly string[]>,
  format: ChatFormat,
  isKnown: KnownWriter,
): AsyncGenerator<Message> {
  const days = dayKeeper();
  let begins = false;
  for await (const block of messageBlocks(blocksOf(batches, format.style), isKnown)) {
    const { day, time } = block.head;
    yield messageOf(block, days.timeOf(day, time), begins);
    begins = format.linesPart && partingAt(block.lines) !== undefined;
  }
}

/**
 * Writes days and times with all their digits, and carries the day on to messages that have a time only, as
 * long as time does not go back.
 */
function dayKeeper() {
  let day: string | undefined;
  let before = '';
  return {
    timeOf(written: string | undefined, time: string): string {
      const clock = clockOf(time);
      const goesBack = written === undefined && isBefore(clock, before);
      day = written === undefined ? day : withZeros(written);
      before = goesBack ? before : clock;
      // Without a day that is certain the time cannot be read, and is named.
      return day === undefined || goesBack ? time : `${day} ${clock}`;
    },
  };
}

/** Lines that a client adds to a message. */
const ADDED = [
  /^(?:已读|未读|发送中|商品详情页|商品推荐)$/,
  /^https?:\/\/\S+$/i,
  /^[¥￥]\s*[\d.,]*(?:\s*元)?$/,
];
/** Lines in which the client itself speaks. */
const NOTICES = [/^当前用户来自/, /^由 \S.* 转交给 \S/, /^原因：【.*】$/, /^\S.*撤回了一条消息$/];

function isOneOf(patterns: readonly RegExp[], line: string): boolean {
  return patterns.some((pattern) => pattern.test(line));
}

function messageOf(
  { head, line, lines, doubtful }: MessageBlock,
  time: string,
  begins: boolean,
): Message {
  const own = lines.slice(0, partingAt(lines));
  const trimmed = own.map((text) => text.trim());
  const noticed = trimmed.some((text) => isOneOf(NOTICES, text));
  const kept = own.filter((_, at) => {
    const text = trimmed[at] ?? '';
    return !isOneOf(NOTICES, text) && !isOneOf(ADDED, text);
  });
  const text = withoutBlankEnds(kept).join('\n');
  const said = (each: string): Said => ({ text: each, header: '' });
  return {
    line,
    time: said(time),
    from: said(head.from),
    to: head.to === undefined ? undefined : said(head.to),
    role: noticed && text === '' ? said('system') : undefined,
    text: said(text),
    begins,
    doubtful,
  };
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const isFilled = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(lines.findIndex(isFilled), 0), lines.findLastIndex(isFilled) + 1);
}
