import { type Vocabulary, wordId } from '../../catalogue/vocabulary.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Day } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import {
  accountKey,
  type Days,
  dayAlone,
  likelyAgents,
  type Resolution,
  type Roster,
  writtenAgent,
  writtenAgents,
  writtenHolders,
} from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { listedTitles } from '../../words/lists.js';
import {
  type CellProblem,
  type ProblemArgument,
  type Problems,
  problemOf,
} from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import type { CsvRecord } from '../files/csv.js';
import { headerName, type Table, width } from '../files/table.js';
import { isSummary } from '../files/total-rows.js';
import { unwrap } from '../files/unwrap.js';
import {
  isDamagedId,
  parseDate,
  parseDuration,
  parseNumber,
  parseRatio,
  parseTime,
  parseYesNo,
  present,
} from './cells.js';

/** Whether an empty cell is a problem. */
export type Need = 'required' | 'optional';

/**
 * One row of a file, read by canonical column. A cell that is missing gives undefined, and a problem
 * when it is required; a cell that cannot be read gives undefined and a problem.
 */
export interface Row {
  readonly line: number;
  /** True while no cell of the row has had a problem. */
  sound(): boolean;
  /** The agent whom the row has been found to be about. */
  about(): Agent | undefined;
  /** The cell as it stands: for texts that are taken verbatim, never for ids or figures. */
  verbatim(column: string): string;
  text(column: string, need?: Need): string | undefined;
  id(column: string, need?: Need): string | undefined;
  number(column: string, need?: Need): Decimal | undefined;
  /** A number that is not negative: how often, how long. */
  count(column: string, need?: Need): Decimal | undefined;
  amount(column: string, need?: Need): Decimal | undefined;
  ratio(column: string, need?: Need): Decimal | undefined;
  duration(column: string, need?: Need): Decimal | undefined;
  time(column: string, need?: Need): number | undefined;
  day(column: string, need?: Need): Day | undefined;
  yesNo(column: string, need?: Need): boolean | undefined;
  word<Id extends string>(column: string, words: Vocabulary<Id>, need?: Need): Id | undefined;
  /** An agent, who must be named; `day`: that of the row. */
  agent(column: string, day?: Day): Agent | undefined;
  /** Whom a name means that stands in the column. It is told of one that lacks noughts, or has too many. */
  resolve(name: string, column: string, days: Days | undefined): Resolution;
  /** Reports a problem about a cell; `cell` is quoted in it. */
  report<Code extends ProblemCode>(
    code: Code,
    column: string,
    ...params: ProblemArgument<Code, 'column' | 'cell'>
  ): void;
}

/** What the cells of a table are read against. */
interface RowContext {
  readonly table: Table;
  readonly roster: Roster;
  readonly problems: Problems;
  /** Seconds after midnight at which a business day begins. */
  readonly dayStartsAt: number;
  /** Whose an account is in a row that does not say its day: the agent who had it in these. */
  readonly days?: Days;
}

const SHOWN_CHARACTERS = 40;

/** A cell as messages show it. */
export function shownCell(cell: string): string {
  const characters = [...cell.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= SHOWN_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}

/** The words of a vocabulary in both languages, for a message. */
function wordsOf(words: Vocabulary<string>) {
  return listedTitles(
    'names',
    Object.entries(words).map(([id, { zh }]) => ({ zh, en: id })),
  );
}

/** Reads records of a table as rows. Rows of the wrong width are reported here, once per row. */
export function rowReader(context: RowContext): (record: CsvRecord) => Row {
  const hasWidth = widthCheck(context.table, context.problems);
  const noughts = noughtsCheck(context);
  return (record) => rowOf(context, record, hasWidth(record), noughts);
}

/** Tells, once of each name, that an agent is meant whose id differs from it in noughts alone. */
function noughtsCheck({ roster, problems }: RowContext) {
  const seen = new Set<string>();
  return (name: string, place: Place): void => {
    const key = accountKey(name);
    const agent = roster.withoutNoughts.get(key);
    if (agent === undefined || seen.has(key)) return;
    seen.add(key);
    const params = { written: key, agent: writtenAgent(agent) };
    problems.report('id-without-noughts', place, { params, cell: key });
  };
}

/** Whether a record has as many cells as the header, and else reports it, once. */
export function widthCheck(table: Table, problems: Problems): (record: CsvRecord) => boolean {
  const [least, most] = [width(table), table.match.header.written.length];
  return (record) => {
    const place = placeOf(record, table);
    if (record.problem !== undefined) {
      const { code, params } = record.problem;
      problems.add(problemOf(code, place, { params }));
      return false;
    }
    const found = record.cells.length;
    const isLong = record.cells.slice(most).some((cell) => cell.trim() !== '');
    const isShort = found < least && !mayBeShort(record, table);
    if (!isShort && !isLong) return true;
    const code = isShort ? 'short-row' : 'long-row';
    problems.report(code, place, { params: { found, expected: most } });
    return false;
  };
}

function mayBeShort(record: CsvRecord, { match }: Table): boolean {
  return match.reader.shortRows === true || isSummary(record, match);
}

/** Where a record of a table stands. */
export function placeOf({ file, line }: CsvRecord, table: Table) {
  return { file: file ?? table.file, line };
}

function rowOf(
  context: RowContext,
  record: CsvRecord,
  hasWidth: boolean,
  noughts: (name: string, place: Place) => void,
): Row {
  const { table, roster, problems, dayStartsAt } = context;
  let sound = hasWidth;
  let about: Agent | undefined;

  const raw = (column: string): string => {
    const at = table.match.positions.get(column);
    return at === undefined ? '' : (record.cells[at] ?? '');
  };
  const filledIn = (cell: string): string | undefined => {
    const found = present(cell);
    const isMissing = found !== undefined && table.match.reader.missing?.includes(found);
    return isMissing === true ? undefined : found;
  };
  const headerOfCell = (column: string): string => {
    const at = table.match.positions.get(column);
    const written = at === undefined ? undefined : record.headers?.[at];
    return written || headerName(table, column);
  };
  const report: Row['report'] = (code, column, ...[params]) => {
    sound = false;
    const cell = shownCell(raw(column));
    const place = { ...placeOf(record, table), column: headerOfCell(column) };
    const filled = { column: place.column, cell, ...params };
    problems.add(problemOf(code, place, { cell, params: filled }));
  };
  const text = (column: string, need: Need = 'optional'): string | undefined => {
    const at = table.match.positions.get(column);
    const fault = at === undefined ? undefined : record.faults?.[at];
    if (fault !== undefined) {
      report(fault, column);
      return undefined;
    }
    const found = filledIn(raw(column));
    if (found !== undefined || need === 'optional') return found;
    report(unwrap(raw(column)) === '' ? 'missing-cell' : 'no-value', column);
    return undefined;
  };
  const parsed =
    <T>(code: CellProblem, parse: (text: string) => T | undefined) =>
    (column: string, need: Need = 'optional'): T | undefined => {
      const found = text(column, need);
      const value = found === undefined ? undefined : parse(found);
      if (found !== undefined && value === undefined) report(code, column);
      return value;
    };
  const id = (column: string, need: Need = 'optional'): string | undefined => {
    const found = text(column, need);
    if (found === undefined || !isDamagedId(found)) return found;
    report('damaged-id', column);
    return undefined;
  };

  const resolve: Row['resolve'] = (name, column, days) => {
    noughts(name, { ...placeOf(record, table), column: headerOfCell(column) });
    return roster.resolve(name, days);
  };

  return {
    line: record.line,
    sound: () => sound,
    about: () => about,
    verbatim: raw,
    text,
    id,
    number: parsed('bad-number', parseNumber),
    count: parsed('bad-number', (cell) => {
      const value = parseNumber(cell);
      return value?.lt(0) ? undefined : value;
    }),
    amount: parsed('bad-amount', parseNumber),
    ratio: parsed('bad-number', parseRatio),
    duration: parsed('bad-number', parseDuration),
    time: parsed('bad-date', parseTime),
    day: parsed('bad-date', (cell) => parseDate(cell, dayStartsAt)),
    yesNo(column, need = 'optional') {
      const found = text(column, need);
      const value = found === undefined ? undefined : parseYesNo(found);
      if (found !== undefined && value === undefined) {
        report('bad-word', column, { words: { zh: '是、否', en: 'yes, no' } });
      }
      return value;
    },
    word(column, words, need = 'optional') {
      // Asked before the missing tokens: `none` is a word of some columns.
      const known = wordId(words, raw(column));
      if (known !== undefined) return known;
      const found = text(column, need);
      const value = found === undefined ? undefined : wordId(words, found);
      if (found !== undefined && value === undefined) {
        report('bad-word', column, { words: wordsOf(words) });
      }
      return value;
    },
    agent(column, day) {
      const found = id(column, 'required');
      if (found === undefined) return undefined;
      const days = day === undefined ? context.days : dayAlone(day);
      const resolution = resolve(found, column, days);
      if ('agent' in resolution) {
        about = resolution.agent;
        return about;
      }
      const params = { agent: shownCell(found) };
      if (resolution.problem === 'ambiguous') {
        report('ambiguous-agent', column, { ...params, agents: writtenAgents(resolution.agents) });
      } else if (!roster.isComplete) {
        // It may be somebody whose row of the roster could not be read.
        sound = false;
      } else if (resolution.holders !== undefined) {
        const holders = writtenHolders(resolution.holders);
        report('unknown-agent-then', column, { ...params, holders });
      } else report('unknown-agent', column, { ...params, known: likelyAgents(found, roster) });
      return undefined;
    },
    resolve,
    report,
  };
}
