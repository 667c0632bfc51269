/** Where in the shop's files something is. Lines and columns count from 1. */
export interface Place {
  /** Path relative to the shop folder, with `/`. */
  readonly file?: string;
  readonly line?: number;
  /** In a table the header of the column, in a YAML file the character in the line. */
  readonly column?: string | number;
  /** Of a YAML file whose keys are in Chinese: how it calls the keys that may stand there. */
  readonly keyWords?: ReadonlyMap<string, string> | undefined;
}
