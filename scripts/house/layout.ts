/**
 * The rooms of `src/` from the command line down. A room may import those after it, and those named in
 * `not` are the exceptions. docs/architecture.md says what each is for.
 */
export const ROOMS: readonly Room[] = [
  // What other programs call; the command line is another way to the same.
  { name: 'library', not: ['cli'] },
  { name: 'cli' },
  { name: 'run', not: ['output'] },
  // Output is used by what hands it on alone: the library and the command line.
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
  cli: [
    ['.'],
    ['completion'],
    ['shops'],
    ['commands'],
    ['months'],
    ['present'],
    ['flags'],
    ['terminal'],
  ],
  output: [
    ['documents'],
    ['overview'],
    ['explain', 'months', 'files', 'rules', 'payslips', 'forms'],
    ['month'],
    ['problems', 'traces'],
    ['pages'],
    ['formats'],
    ['report'],
  ],
  rulebook: [['examples'], ['plan'], ['books'], ['mechanisms'], ['formula'], ['names'], ['values']],
  metrics: [['evidence'], ['.'], ['talk'], ['measures'], ['rows']],
  intake: [
    ['first'],
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
export const READS_OWN_TEXTS: readonly string[] = [
  'lib/sql-file.ts',
  'lib/version.ts',
  'words/help-page.ts',
];

/**
 * The folders whose files are called after what they are about, which may be what a file elsewhere holds: what is
 * said of it, the command that shows it, the metrics of one kind and how they are counted.
 */
export const NAMED_AFTER_SUBJECTS: readonly string[] = [
  'words/texts',
  'words/problems',
  'words/help',
  'cli/commands',
  'catalogue/metrics',
  'metrics/measures',
];

/** The file of what other programs import: it exports anew what stands elsewhere. */
export const LIBRARY = 'library/index.ts';

/** The export that bin/kpi.js starts, as `path name`. */
export const STARTED = 'cli/main.ts main';

/** The exports that only files beside `src/` use, each as `path name` with the reason. */
export const USED_OUTSIDE: Readonly<Record<string, string>> = {
  'cli/main.ts run': 'tests run the program in their own process',
  'intake/cells/engine-tables.ts prepareCells':
    'tests hold the cells of SQL against those of the code',

  'ledger/sealed-statement.ts ExplainedLine': 'tests make the lines that are sealed',
  'lib/wrap.ts wrapSentence': 'tests state where a sentence may break',
  'metrics/rows/views.ts VIEWS': 'every view has its test',
  'metrics/rows/views.ts ViewName': 'every view has its test',
  'metrics/rows/views.ts inOrder': 'tests make single views and all that they read',
  'rulebook/books/library.ts RulebookText': 'the benchmark reads rulebooks alone',
  'rulebook/books/library.ts ShippedRulebooks': 'tests compile rulebooks that ship nowhere',
  'rulebook/examples/examples.ts ExampleResult': 'tests run the examples of single rulebooks',
  'rulebook/mechanisms/index.ts MECHANISMS': 'the pages of mechanisms are written from it',
  'words/problem-entries.ts problemsBySubject': 'the pages of problems are written from it',
  'words/text.ts textEntries': 'tests read every sentence',
};
