/** Where a row stands. */
export interface EngineRowPlace {
  readonly file: string;
  readonly line: number;
}

/**
 * A row of chats or calls as the engine has it. These are scanned in bulk, without their lines: a row is
 * told by what it says and, among rows that say the same, by its place in their order.
 */
export interface BulkRow {
  /** Undefined for a call that nobody took. */
  readonly agent: number | undefined;
  readonly time: number;
  /** Of messages only. */
  readonly message?: {
    readonly buyer: string;
    /** As in the engine: '' unless shops are told apart. */
    readonly shop: string;
    readonly byBuyer: boolean;
  };
  /** Its place among rows that say the same, from 1, in order of files and rows. */
  readonly nth: number;
}

/** Finds rows in their files by reading these once more; in the order asked, undefined for none. */
export type Locate = (
  kind: 'chats' | 'calls',
  rows: readonly BulkRow[],
) => Promise<readonly (EngineRowPlace | undefined)[]>;
