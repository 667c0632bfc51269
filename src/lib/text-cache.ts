/** What earlier runs made of texts, so that it need not be made again. It is never needed. */
export interface TextCache {
  /** What was kept of a text; undefined when there is nothing, or it is not whole. */
  get(text: string): unknown;
  /** Keeps what was made of a text: any data, without functions. Where that fails, nothing is kept. */
  keep(text: string, made: unknown): void;
}
