// Chat texts without a header: what people copy from a client's window, and what tools write like it.

import type { Reader } from '../../files/reader.js';
import type { Message, Said } from './messages.js';
import { type ChatStyle, STYLES } from './text-styles.js';

/** How a text of messages is written. */
export interface ChatFormat {
  readonly reader: Reader;
  readonly style: ChatStyle;
  /** The line of the first message. */
  readonly firstLine: number;
  /** False where lines of dashes stand between messages, and not between conversations. */
  readonly linesPart: boolean;
}

/** Titles above the first message; more lines than so many and it is no chat text. */
const LINES_SEARCHED = 30;

/** How the beginning of a text is written; undefined where it is no chat text. */
export function chatFormatOf(sample: string): ChatFormat | undefined {
  const lines = sample.split(/\r\n|\n|\r/);
  const found = STYLES.map((style) => ({ style, heads: headLines(lines, style) }));
  const [best] = found.sort((one, other) => other.heads.length - one.heads.length);
  const first = best?.heads[0];
  if (best === undefined || first === undefined) return undefined;
  if (best.heads.length < 2 || first >= LINES_SEARCHED) return undefined;
  const parting = lines.filter((line) => PARTING.test(line)).length;
  const { style } = best;
  return {
    reader: style.reader,
    style,
    firstLine: first + 1,
    linesPart: parting * 2 <= best.heads.length,
  };
}

function headLines(lines: readonly string[], style: ChatStyle): readonly number[] {
  return lines.flatMap((line, at) =>
    style.headOf(line, lines[at - 1] ?? '') === undefined ? [] : [at],
  );
}

/** Who writes in the beginning of a text. */
export function nicksIn(sample: string, { style }: ChatFormat): readonly string[] {
  const lines = sample.split(/\r\n|\n|\r/);
  const heads = lines.map((line, at) => style.headOf(line, lines[at - 1] ?? ''));
  return heads.flatMap((head) =>
    head === undefined ? [] : [head.from, ...(head.to === undefined ? [] : [head.to])],
  );
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
): AsyncGenerator<Message> {
  const { style } = format;
  const days = dayKeeper();
  let open: OpenMessage | undefined;
  let begins = false;
  let above = '';
  let number = 0;
  for await (const lines of batches) {
    for (const written of lines) {
      number += 1;
      const line = number === 1 ? written.replace(/^\ufeff/, '') : written;
      const head = style.headOf(line, above);
      above = line;
      if (head === undefined) {
        open?.lines.push(line);
        continue;
      }
      if (open !== undefined) {
        if (head.linesAbove > 0) open.lines.splice(-head.linesAbove);
        const { message, parts } = finished(open, format);
        yield message;
        begins = parts;
      }
      open = {
        line: number - head.linesAbove,
        from: head.from,
        to: head.to,
        time: days.timeOf(head.day, head.time),
        begins,
        lines: [],
      };
    }
  }
  if (open !== undefined) yield finished(open, format).message;
}

/** A message whose end is yet to come. */
interface OpenMessage {
  readonly line: number;
  readonly from: string;
  readonly to: string | undefined;
  readonly time: string;
  readonly begins: boolean;
  readonly lines: string[];
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
      const clock = time.padStart(time.length + (time.indexOf(':') === 1 ? 1 : 0), '0');
      const goesBack = written === undefined && isBefore(clock, before);
      day = written === undefined ? day : withZeros(written);
      before = goesBack ? before : clock;
      // Without a day that is certain the time cannot be read, and is named.
      return day === undefined || goesBack ? time : `${day} ${clock}`;
    },
  };
}

/** Compares clocks, of which one may have no seconds. */
function isBefore(clock: string, other: string): boolean {
  const length = Math.min(clock.length, other.length);
  return clock.slice(0, length) < other.slice(0, length);
}

function withZeros(day: string): string {
  const [year = '', month = '', date = ''] = day.split(/[-/.]/);
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const PARTING = /^[-=*_~—─＝－]{5,}$/;

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

/** A message with its end, and whether a line of dashes below parts it from another conversation. */
function finished(
  { line, from, to, time, begins, lines }: OpenMessage,
  { linesPart }: ChatFormat,
): { readonly message: Message; readonly parts: boolean } {
  const filled = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at]));
  // A line of dashes may have a title below it.
  const parting = filled.slice(-2).find((at) => PARTING.test(lines[at]?.trim() ?? ''));
  const own = parting === undefined ? lines : lines.slice(0, parting);
  const trimmed = own.map((text) => text.trim());
  const noticed = trimmed.some((text) => isOneOf(NOTICES, text));
  const kept = own.filter((_, at) => {
    const text = trimmed[at] ?? '';
    return !isOneOf(NOTICES, text) && !isOneOf(ADDED, text);
  });
  const text = withoutBlankEnds(kept).join('\n');
  const said = (each: string): Said => ({ text: each, header: '' });
  return {
    message: {
      line,
      time: said(time),
      from: said(from),
      to: to === undefined ? undefined : said(to),
      role: noticed && text === '' ? said('system') : undefined,
      text: said(text),
      begins,
    },
    parts: parting !== undefined && linesPart,
  };
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const isFilled = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(lines.findIndex(isFilled), 0), lines.findLastIndex(isFilled) + 1);
}
