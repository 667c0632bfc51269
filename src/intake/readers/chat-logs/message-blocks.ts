// Which blocks of a text are messages. People paste lines that end in a date and time: such a line begins a message
// only where something speaks for it.
import type { TextBlock } from './text-blocks.js';
import type { MessageHead } from './text-styles.js';

/** A block that is a message, with the lines of those below it that are none. */
export interface MessageBlock extends TextBlock {
  /** Lines that might as well begin a message of another buyer: nothing speaks for it, and nothing against it. */
  readonly doubtful: readonly number[];
}

/** Whom messages are known to be from: agents, and the platform itself. */
export type KnownWriter = (nick: string) => boolean;

/** So many blocks wait for one that is surely a message: memory has an end. */
const MOST_WAITING = 1000;

/**
 * The blocks that are messages. Surely one is a block whose writer is known, or is the buyer of the chat, or that
 * stands below a line of dashes. Any other is a message of another buyer if its time fits between those of the
 * sure ones around it and it has a text, or the same buyer writes elsewhere, or the chat has no buyer yet; else it
 * belongs to the one above.
 */
export async function* messageBlocks(
  blocks: AsyncIterable<TextBlock>,
  isKnown: KnownWriter,
): AsyncGenerator<MessageBlock> {
  const state: State = {
    isKnown,
    open: undefined,
    buyer: undefined,
    buyers: new Set(),
    waiting: [],
  };
  for await (const block of blocks) {
    if (isSure(block, state)) {
      yield* settle(state, block);
      yield* accept(state, block);
    } else {
      state.waiting.push(block);
      if (state.waiting.length >= MOST_WAITING) yield* settle(state, undefined);
    }
  }
  yield* settle(state, undefined);
  if (state.open !== undefined) yield state.open;
}

interface Open extends MessageBlock {
  readonly at: string | undefined;
  readonly doubtful: number[];
}

interface State {
  readonly isKnown: KnownWriter;
  /** The message that is being read. */
  open: Open | undefined;
  /** The buyer of the chat, and all that there have been. */
  buyer: string | undefined;
  readonly buyers: Set<string>;
  /** Blocks that the next sure one decides. */
  waiting: TextBlock[];
}

function isSure({ head, isParted }: TextBlock, { isKnown, open, buyer }: State): boolean {
  if (open === undefined || isParted) return true;
  const isOfChat = (nick: string | undefined) =>
    nick !== undefined && (nick === buyer || isKnown(nick));
  return isOfChat(head.from) || isOfChat(head.to);
}

function* accept(state: State, block: TextBlock): Generator<MessageBlock> {
  const { open, isKnown, buyers } = state;
  if (open !== undefined) yield open;
  const { from } = block.head;
  if (block.isParted) state.buyer = undefined;
  if (!isKnown(from)) {
    state.buyer = from;
    buyers.add(from);
  }
  state.open = { ...block, at: momentOf(block.head, open?.at), doubtful: [] };
}

/** Decides what the blocks are that wait; `next` is the sure one below them. */
function* settle(state: State, next: TextBlock | undefined): Generator<MessageBlock> {
  const { waiting } = state;
  state.waiting = [];
  for (const block of waiting) {
    const { open } = state;
    if (open === undefined) return;
    const isFirst = state.buyer === undefined;
    const place = placeOf(block, open, next, isFirst);
    const isElsewhere = (nick: string) =>
      state.buyers.has(nick) ||
      waiting.some((other) => other !== block && other.head.from === nick);
    if (place === 'fits' && (isFirst || hasText(block) || isElsewhere(block.head.from))) {
      yield* accept(state, block);
    } else {
      open.lines.push(...block.written, ...block.lines);
      if (place === 'fits') open.doubtful.push(block.line);
    }
  }
}

/** Whether the time of a block fits between the message above it and the sure one below. */
function placeOf(
  { head }: TextBlock,
  { at: before }: Open,
  next: TextBlock | undefined,
  isFirst: boolean,
): 'fits' | 'text' {
  const at = momentOf(head, before);
  if (at === undefined || before === undefined) return 'fits';
  // Below a line of dashes any time may stand.
  const after = next === undefined || next.isParted ? undefined : momentOf(next.head, before);
  if (after !== undefined && isBefore(after, before)) {
    // Time has gone back: here, or later.
    return isBefore(at, before) && isBefore(after, at) ? 'text' : 'fits';
  }
  // What is automatic has the time of its message in it; a buyer may answer a greeting as quickly.
  if (isBefore(at, before) || !(isFirst || isBefore(before, at))) return 'text';
  return after !== undefined && isBefore(after, at) ? 'text' : 'fits';
}

function hasText({ lines }: TextBlock): boolean {
  return lines.some((line) => line.trim() !== '');
}

/** The moment of a head, to be compared with others; its day may be that of the message before. */
function momentOf({ day, time }: MessageHead, before: string | undefined): string | undefined {
  const date = day === undefined ? before?.slice(0, 10) : withZeros(day);
  return date === undefined ? undefined : `${date} ${clockOf(time)}`;
}

/** Compares moments, of which one may have no seconds. */
export function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** A clock with all of its digits. */
export function clockOf(time: string): string {
  return time.indexOf(':') === 1 ? `0${time}` : time;
}

/** A day with all of its digits. */
export function withZeros(day: string): string {
  const [year = '', month = '', date = ''] = day.split(/[-/.]/);
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
