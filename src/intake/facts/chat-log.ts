/**
 * The messages of one chat day in their order: "in order of time; equal times in order of file name, then row".
 * The arrays are longer than the day and hold others afterwards.
 */
export interface DayMessages {
  readonly length: number;
  /** Seconds since the business day began. */
  readonly seconds: Int32Array;
  /** 1 where the agent wrote, 0 where the buyer did. */
  readonly byAgent: Uint8Array;
  /** Unicode code points of the text. */
  readonly chars: Int32Array;
}

/** "One agent, one buyer, one business day." */
export interface ChatDay {
  /** From 0, in order of the first messages. */
  readonly number: number;
  /** Place in the roster. */
  readonly agent: number;
  /** As in the engine's table `chat_buyers`. */
  readonly buyer: number;
  /** The business day, counted from 1970-01-01. */
  readonly day: number;
  /** Whether a message of the buyer's matches one of `ad_patterns`; known of days without answer alone. */
  readonly isAdvertising: boolean;
  readonly messages: DayMessages;
}

/**
 * What buyers and agents wrote to each other in the files of a month, rows outside the month among it. Team talk, and
 * what robots, the platform and unknown accounts wrote, is not in it.
 */
export interface ChatLog {
  /** Gives each chat day, of one agent or of all; what it is given holds until the next. */
  eachDay(take: (day: ChatDay) => void, agent?: number): void;
}

/** A month without chats. */
export const NO_CHATS: ChatLog = { eachDay: () => undefined };
