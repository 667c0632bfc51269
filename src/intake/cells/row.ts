import { nameables, type Vocabulary, wordId } from '../../catalogue/vocabulary.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import type { Decimal } from '../../lib/decimal.js';
import { type Day, likelyMonth, type Month } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import {
  accountKey,
  type Days,
  dayAlone,
  isNobodys,
  likelyAgents,
  type Resolution,
  type Roster,
  writtenAgent,
  writtenAgents,
  writtenHolders,
} from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { nearestWords } from '../../words/known-names.js';
import type { CellProblem, Problems } from '../../words/problem.js';
import type { CsvRecord } from '../files/csv-records.js';
import type { Table } from '../files/table.js';
import { faultOfCount, faultOfDuration } from './cell-faults.js';
import {
  isDamagedId,
  parseDate,
  parseDuration,
  parseNumber,
  parseRatio,
  parseTime,
} from './cells.js';
import { type Need, type RecordCells, recordCells } from './record-cells.js';
import { widthCheck } from './row-width.js';
import { shownCell } from './shown-cell.js';

/**
 * One row of a file, read by canonical column. A cell that is missing gives undefined, and a problem
 * when it is required; a cell that cannot be read gives undefined and a problem.
 */
export interface Row extends RecordCells, ValueCells, WordCells, AgentCells {
  id(column: string, need?: Need): string | undefined;
}

/** Cells that hold a number, an amount, a time or a day. */
interface ValueCells {
  number(column: string, need?: Need): Decimal | undefined;
  /** A number that is not negative: how often, how long. */
  count(column: string, need?: Need): Decimal | undefined;
  amount(column: string, need?: Need): Decimal | undefined;
  ratio(column: string, need?: Need): Decimal | undefined;
  duration(column: string, need?: Need): Decimal | undefined;
  time(column: string, need?: Need): number | undefined;
  day(column: string, need?: Need): Day | undefined;
  month(column: string, need?: Need): Month | undefined;
}

/** Cells that hold one of a few words. */
interface WordCells {
  yesNo(column: string, need?: Need): boolean | undefined;
  word<Id extends string>(column: string, words: Vocabulary<Id>, need?: Need): Id | undefined;
}

/** Cells that say who somebody is. */
interface AgentCells {
  /** The agent whom the row has been found to be about. */
  about(): Agent | undefined;
  /** An agent, who must be named; `day`: that of the row. */
  agent(column: string, day?: Day): Agent | undefined;
  /** Whom a name means that stands in the column. It is told of one that lacks zeros before it, or has too many. */
  resolve(name: string, column: string, days: Days | undefined): Resolution;
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

/** Reads records of a table as rows. Rows of the wrong width are reported here, once per row. */
export function rowReader(context: RowContext): (record: CsvRecord) => Row {
  const { table, problems, dayStartsAt } = context;
  const hasWidth = widthCheck(table, problems);
  const checkLeadingZeros = leadingZerosCheck(context);
  return (record) => {
    const cells = recordCells(record, table, problems, hasWidth(record));
    const id = (column: string, need?: Need) => idIn(cells, column, need);
    return {
      ...cells,
      id,
      ...valueCells(cells, dayStartsAt),
      ...wordCells(cells),
      ...agentCells(cells, context, checkLeadingZeros),
    };
  };
}

/** Tells, once of each name, that an agent is meant whose id differs from it in the zeros before it alone. */
function leadingZerosCheck({ roster, problems }: RowContext) {
  const seen = new Set<string>();
  return (name: string, place: Place): void => {
    const key = accountKey(name);
    const agent = roster.withoutLeadingZeros.get(key);
    if (agent === undefined || seen.has(key)) return;
    seen.add(key);
    const params = { written: key, agent: writtenAgent(agent) };
    problems.report('id-without-noughts', place, { params, cell: key });
  };
}

function idIn(cells: RecordCells, column: string, need?: Need): string | undefined {
  const found = cells.text(column, need);
  if (found === undefined || !isDamagedId(found)) return found;
  cells.report('damaged-id', column);
  return undefined;
}

function valueCells(cells: RecordCells, dayStartsAt: number): ValueCells {
  const parsed =
    <T>(faultOf: (text: string) => CellProblem, parse: (text: string) => T | undefined) =>
    (column: string, need?: Need): T | undefined => {
      const found = cells.text(column, need);
      const value = found === undefined ? undefined : parse(found);
      if (found !== undefined && value === undefined) cells.report(faultOf(found), column);
      return value;
    };
  return {
    number: parsed(() => 'bad-number', parseNumber),
    count: parsed(faultOfCount, (cell) => {
      const value = parseNumber(cell);
      return value?.lt(0) ? undefined : value;
    }),
    amount: parsed(() => 'bad-amount', parseNumber),
    ratio: parsed(() => 'bad-number', parseRatio),
    duration: parsed(faultOfDuration, parseDuration),
    time: parsed(() => 'bad-date', parseTime),
    day: parsed(
      () => 'bad-date',
      (cell) => parseDate(cell, dayStartsAt),
    ),
    month: parsed(() => 'no-month', likelyMonth),
  };
}

function wordCells(cells: RecordCells): WordCells {
  return {
    yesNo(column, need) {
      const found = cells.text(column, need);
      const value = found === undefined ? undefined : parseYesNo(found);
      if (found !== undefined && value === undefined) {
        cells.report('bad-word', column, { words: { zh: '是、否', en: 'yes, no' } });
      }
      return value;
    },
    word(column, words, need) {
      // Asked before the missing tokens: `none` is a word of some columns.
      const known = wordId(words, cells.verbatim(column));
      if (known !== undefined) return known;
      const found = cells.text(column, need);
      const value = found === undefined ? undefined : wordId(words, found);
      if (found !== undefined && value === undefined) {
        cells.report('bad-word', column, { words: nearestWords(found, nameables(words)) });
      }
      return value;
    },
  };
}

function agentCells(
  cells: RecordCells,
  { roster, days }: RowContext,
  checkLeadingZeros: (name: string, place: Place) => void,
): AgentCells {
  let about: Agent | undefined;
  const resolve: AgentCells['resolve'] = (name, column, within) => {
    checkLeadingZeros(name, cells.placeOf(column));
    return roster.resolve(name, within);
  };
  return {
    about: () => about,
    resolve,
    agent(column, day) {
      const name = idIn(cells, column, 'required');
      if (name === undefined) return undefined;
      const resolution = resolve(name, column, day === undefined ? days : dayAlone(day));
      if (!('agent' in resolution)) {
        reportNobody(name, column, resolution, roster, cells);
        return undefined;
      }
      about = resolution.agent;
      return about;
    },
  };
}

/** Reports a name that is no one agent's. */
function reportNobody(
  name: string,
  column: string,
  resolution: Exclude<Resolution, { readonly agent: Agent }>,
  roster: Roster,
  cells: RecordCells,
): void {
  const agent = shownCell(name);
  if (resolution.problem === 'ambiguous') {
    const agents = writtenAgents(resolution.agents);
    cells.report('ambiguous-agent', column, { agent, agents });
  } else if (!isNobodys(name, roster)) {
    // It may be somebody whose row of the roster could not be read.
    cells.invalidate();
  } else if (resolution.holders !== undefined) {
    const holders = writtenHolders(resolution.holders);
    cells.report('unknown-agent-then', column, { agent, holders });
  } else {
    cells.report('unknown-agent', column, { agent, known: likelyAgents(name, roster) });
  }
}
