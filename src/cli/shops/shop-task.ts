import type { FormatName } from '../../output/formats/formats.js';
import type { ReportTable } from '../../output/report/report-table.js';
import type { CommonFlags } from '../flags/flags.js';
import type { ExitCode } from '../present/exit.js';

/** A run of a command for one of several shops, as plain data that another process can be given. */
export interface ShopTask {
  readonly command: string;
  /** `shop` names the folder. */
  readonly flags: CommonFlags;
  readonly format: FormatName;
  /** Whether the table is wanted, in place of a file. */
  readonly asTable: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Columns of the terminal that stderr is. */
  readonly width: number | undefined;
}

/** What came of it. */
export interface ShopOutcome {
  readonly code: ExitCode;
  /** What there was to say on stderr. */
  readonly said: string;
  /** Undefined where none was asked for, or problems forbid it. */
  readonly table?: SentTable;
}

/** A table as plain data: a number as its digits in a list of its own. */
export interface SentTable extends Pick<ReportTable, 'columns' | 'keyColumns'> {
  readonly rows: readonly (readonly SentCell[])[];
}

export type SentCell = string | readonly [digits: string] | null;
