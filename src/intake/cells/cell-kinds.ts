import type { Vocabulary } from '../../catalogue/vocabulary.js';
import { YES_NO_WORDS } from '../../catalogue/yes-no.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Need } from './record-cells.js';
import type { Row } from './row.js';
import { mapCell, wordSql } from './words-sql.js';

/** What a cell holds, as a row that is read by hand gives it. */
export type CellValue = string | number | boolean | Decimal;

/** SQL of a step towards a cell's value: of the raw column, and of what the step before has made of it. */
type Step = (raw: string, before: string) => string;

/**
 * How the cells of a column are read, by the engine and by hand: both take the same cells, and what they make
 * of them is the same.
 */
export interface CellKind {
  /** The engine's type of the value. */
  readonly type: string;
  /**
   * The engine's reading, NULL for a cell that is missing or cannot be read. Macros repeat their argument, and
   * what is costly is a step of its own.
   */
  readonly steps: readonly Step[];
  /** True for a kind of which a cell that is there can be unreadable: it is NULL, and yet says something. */
  readonly canBeUnread?: true;
  /** SQL that is true for a cell that is wrong in another way. */
  readonly isWrong?: (value: string, raw: string) => string;
  /** The reading by hand, which reports what is wrong. */
  readonly read: (row: Row, column: string, need: Need) => CellValue | undefined;
}

export const unwrapped: Step = (raw) => `plain_cell(${raw})`;

/** A text can be anything but this. */
const hasNul = (_: string, raw: string) => `coalesce(contains(${raw}, chr(0)), false)`;

export const PLAIN_TEXT: CellKind = {
  type: 'VARCHAR',
  steps: [unwrapped],
  isWrong: hasNul,
  read: (row, column, need) => row.text(column, need),
};

/** As it stands. */
export const VERBATIM: CellKind = {
  type: 'VARCHAR',
  steps: [(raw) => raw],
  isWrong: hasNul,
  read: (row, column) => row.verbatim(column),
};

/** As it stands, without what a spreadsheet wraps around it. */
export const WRITTEN_TEXT: CellKind = { ...VERBATIM, steps: [(raw) => `written_text(${raw})`] };

/** A nick or an account: colons in ASCII. */
export const ACCOUNT: CellKind = {
  type: 'VARCHAR',
  steps: [(raw) => `plain_account(${raw})`],
  isWrong: hasNul,
  read: (row, column, need) => row.text(column, need)?.replaceAll('：', ':'),
};

export const ID: CellKind = {
  type: 'VARCHAR',
  steps: [unwrapped],
  isWrong: (value, raw) => `(coalesce(is_damaged_id(${value}), false) OR ${hasNul(value, raw)})`,
  read: (row, column, need) => row.id(column, need),
};

export const NUMBER: CellKind = {
  type: 'DECIMAL(18, 4)',
  steps: [unwrapped, (_, cell) => `narrow(${cell})`, (_, cell) => `narrow_number(${cell})`],
  canBeUnread: true,
  read: (row, column, need) => row.number(column, need),
};

export const AMOUNT: CellKind = {
  ...NUMBER,
  read: (row, column, need) => row.amount(column, need),
};

/** In seconds. */
export const DURATION: CellKind = {
  type: 'DECIMAL(18, 4)',
  steps: [
    unwrapped,
    (_, cell) => `replace(narrow(${cell}), ' ', '')`,
    (_, cell) => `narrow_duration(${cell})`,
  ],
  canBeUnread: true,
  read: (row, column, need) => row.duration(column, need),
};

/** A moment, in seconds since 1970-01-01 00:00 of the shop's wall clock. */
export const TIME: CellKind = {
  type: 'BIGINT',
  steps: [
    (raw) => `cast_time(${raw})`,
    (raw, quick) => `usual_time(${raw}, ${quick})`,
    (raw, usual) => `time_of(${raw}, ${usual})`,
  ],
  canBeUnread: true,
  read: (row, column, need) => row.time(column, need),
};

/** A moment of which the day is enough: as TIME, and noon of a day without a time. */
export const TIME_OR_DAY: CellKind = {
  type: 'BIGINT',
  steps: [...TIME.steps.slice(0, 2), (raw, usual) => `time_or_noon_of(${raw}, ${usual})`],
  canBeUnread: true,
  read: (row, column, need) => row.day(column, need),
};

export const YES_NO: CellKind = {
  type: 'BOOLEAN',
  steps: [(raw) => mapCell(raw, YES_NO_WORDS)],
  canBeUnread: true,
  read: (row, column, need) => row.yesNo(column, need),
};

/** A word of a vocabulary, by its id or a title; in the engine one of an enum, where there is one. */
export function wordIn(words: Vocabulary<string>, enumType?: string): CellKind {
  return {
    type: enumType ?? 'VARCHAR',
    steps: [(raw) => wordSql(raw, words, enumType)],
    canBeUnread: true,
    read: (row, column, need) => row.word(column, words, need),
  };
}
