/** How far a run has come, for whoever waits for it. */
export interface Progress {
  /**
   * `checking`: a file's bytes are hashed; `converting`: it is written anew in UTF-8; `reading`: its rows are
   * taken in; `counting`: the metrics.
   */
  readonly step: 'checking' | 'converting' | 'reading' | 'counting';
  /** The file that the step goes through, relative to the shop folder. */
  readonly file?: string;
  /** The share of the file that is done, 0 to 1. */
  readonly share?: number;
  /** Rows so far, about. */
  readonly rows?: number;
}

/** Is told now and then how far a run has come. */
export type Watch = (progress: Progress) => void;
