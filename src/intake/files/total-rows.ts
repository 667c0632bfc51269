import type { CsvRecord } from './csv-records.js';
import type { HeaderMatch } from './reader.js';
import { unwrap } from './unwrap.js';

/** What the first cell, the one that numbers a row, or the one that names whom it is about, says in a row of totals. */
export const SUMMARY_WORDS: readonly string[] = [
  '汇总',
  '汇总值',
  '均值',
  '平均',
  '平均值',
  '总计',
  '合计',
  '总和',
  '小计',
  '店铺汇总值',
  '店铺平均值',
  '全店汇总值',
  '全店平均值',
  '同行同层优秀',
  '同行同层均值',
];

/** Lines that finance exports add: `#支出合计`, `#导出时间：…`. */
const REMARK = /^#\p{Script=Han}/u;

const words = new Set(SUMMARY_WORDS);

/** The columns that tell whom or what a row is about. */
const KEYS = ['order_id', 'agent', 'agent_id', 'name', 'row_number'];

/** The places of the cells that tell whom or what a row is about. */
export function keyPlaces({ positions }: HeaderMatch): readonly number[] {
  return KEYS.map((id) => positions.get(id)).filter((at) => at !== undefined);
}

/** Names of columns that number the rows of a file and say nothing of what happened. */
const SERIAL: ReadonlySet<string> = new Set(['序号', '行号', 'no', 'no.', '#']);

/** Whether a column of this normalised name numbers the rows of its file. */
export function numbersRows(name: string): boolean {
  return SERIAL.has(name);
}

/** The places of the cells that tell a row of totals: the first, what numbers the rows, and whom a row is about. */
export function summaryPlaces(match: HeaderMatch): readonly number[] {
  const serial = match.header.names.flatMap((name, at) => (numbersRows(name) ? [at] : []));
  return [...new Set([0, ...serial, ...keyPlaces(match)])];
}

/** True for a row of totals or averages: it repeats what the other rows say, and is nobody's. */
export function isSummary(record: CsvRecord, match: HeaderMatch): boolean {
  return summaryPlaces(match).some((at) => {
    const text = unwrap(record.cells[at] ?? '').replace(/[:：]$/, '');
    return words.has(text) || REMARK.test(text);
  });
}

/** Who made a table, who checked it, when it was printed: what stands below the rows of a register on paper. */
const REMARK_BELOW =
  /^(?:制表|填表|编制|统计|审核|复核|核对|审批|批准|经办|签字|签名|打印|导出)(?:人|员|时间|日期)?\s*(?:[:：]|$)/;

/** True for a row that says nothing but who made or checked the table, or when: its first cell begins so. */
export function isRemarkBelow({ cells }: CsvRecord): boolean {
  const written = cells.map(unwrap).filter((cell) => cell !== '');
  const said = written.filter((cell) => REMARK_BELOW.test(cell));
  // Beside each there is at most the name, or the day, that belongs to it.
  return REMARK_BELOW.test(written[0] ?? '') && written.length <= said.length * 2;
}
