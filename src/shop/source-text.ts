/** A text file, with its path relative to the shop folder. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}
