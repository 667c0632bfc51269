/**
 * The rooms of `src/` from the command line down. A room may import those after it, and those named in
 * `not` are the exceptions. docs/architecture.md says what each is for.
 */
export const ROOMS: readonly Room[] = [
  { name: 'cli' },
  { name: 'run', not: ['output'] },
  // Output is used by the command line alone.
  { name: 'output' },
  { name: 'ledger' },
  { name: 'payroll' },
  { name: 'policy' },
  { name: 'rulebook', not: ['metrics', 'intake', 'shop'] },
  { name: 'metrics' },
  { name: 'intake' },
  { name: 'shop' },
  { name: 'catalogue' },
  { name: 'words' },
  { name: 'lib' },
];

/** A room and what it may not import although it comes later. */
export interface Room {
  readonly name: string;
  readonly not?: readonly string[];
}

/**
 * The sub-rooms of a room, in the order in which they may import each other: a later one is never above an
 * earlier one. Those between the same brackets do not know each other. `.` stands for the files that lie
 * in the room itself.
 */
export const SUB_ROOMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  cli: [['.'], ['commands'], ['months'], ['present'], ['flags'], ['terminal']],
  output: [
    ['explain', 'months', 'files', 'rules'],
    ['month'],
    ['problems', 'traces'],
    ['formats'],
    ['report'],
  ],
  rulebook: [['examples'], ['plan'], ['books'], ['mechanisms'], ['formula'], ['names'], ['values']],
  metrics: [['evidence'], ['.'], ['measures'], ['rows']],
  intake: [
    ['month'],
    ['chats', 'orders', 'calls', 'people', 'reports'],
    ['readers'],
    ['cells'],
    ['files'],
    ['facts'],
  ],
  catalogue: [['metrics'], ['.']],
  words: [['yaml'], ['.'], ['problems'], ['texts']],
  lib: [['yaml'], ['.']],
};

/** The rooms whose code may read files and the clock. */
export const MAY_READ = ['cli', 'ledger', 'intake', 'shop'];

/** The files elsewhere that read what belongs to the program: its SQL and its help texts, no input of anybody. */
export const READS_OWN_TEXTS: readonly string[] = ['lib/sql-file.ts', 'words/help.ts'];
