/** What a command tells the shell. */
export const EXIT = {
  /** Done, possibly with warnings. */
  done: 0,
  /** Problems in config, rulebooks or inputs; nothing was written. */
  problems: 1,
  /** Wrong use of the command line. */
  usage: 2,
  /** The month is closed, or another run holds the lock. */
  refused: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
