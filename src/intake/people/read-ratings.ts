import type { Score } from '../../catalogue/rows.js';
import { GRADES, wordId } from '../../catalogue/vocabulary.js';
import { writtenAgent } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { listedTitles } from '../../words/lists.js';
import { title } from '../../words/text.js';
import { parseExact } from '../cells/cells.js';
import { eachRow } from '../cells/each-row.js';
import { knownWord } from '../cells/known-words.js';
import { checkRepeated, keyOf, sameRowBefore } from '../cells/repeated-rows.js';
import type { Row } from '../cells/row.js';
import type { MonthContext } from '../facts/month-context.js';
import type { RatingRow } from '../facts/month-facts.js';
import type { Table } from '../files/table.js';

/** Reads the gradings of one file into `into`. Gives the number of its rows. */
export async function readRatings(
  table: Table,
  context: MonthContext,
  into: RatingRow[],
): Promise<number | undefined> {
  return eachRow(table, context, (row) => {
    const agent = row.agent('agent');
    const item = knownWord(row, 'item', context.knownRatings, context.mayBeKnown);
    const value = scoreOf(row);
    if (agent === undefined || item === undefined || value === undefined) return;
    const place = { file: table.file, line: row.line };
    into.push({ agent: agent.index, item, place, week: row.text('week'), value });
    checkTwice(row, agent, item, table, context);
  });
}

function scoreOf(row: Row): Score | undefined {
  const text = row.text('score', 'required');
  if (text === undefined) return undefined;
  const grade = wordId(GRADES, text);
  if (grade !== undefined) return { kind: 'grade', grade };
  // 90% would be 0.9 of a hundred points: which number is meant is for who gave it to say.
  const number = parseExact(text);
  if (number !== undefined) return { kind: 'number', number };
  const grades = Object.entries(GRADES).map(([id, { zh }]) => ({ zh, en: id }));
  row.report('bad-word', 'score', {
    words: title('words.or-number', { words: listedTitles('names', grades) }),
  });
  return undefined;
}

/**
 * Tells of a grading that is given twice: for one week by one rater, whatever the scores, or, where no week is said, in
 * two rows that are wholly alike.
 */
function checkTwice(
  row: Row,
  agent: Agent,
  item: string,
  table: Table,
  context: MonthContext,
): void {
  if (row.text('week') === undefined) {
    checkRepeated(row, table, context);
    return;
  }
  const other = sameRowBefore(keyOf(row, table, 'score'), table, row.line, context);
  if (other === undefined) return;
  const written = row.text('item') ?? item;
  const params = { agent: writtenAgent(agent), item: written, file: other.file, line: other.line };
  row.report('rating-repeated', 'score', params);
}
