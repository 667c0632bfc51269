import type { CsvRecord } from './csv-records.js';
import type { HeaderMatch } from './reader.js';
import { unwrap } from './unwrap.js';

/** What the first cell, or the cell that names whom a row is about, says in a row of totals. */
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

/** The places of the cells that tell a row of totals: the first, and those that name whom a row is about. */
export function summaryPlaces(match: HeaderMatch): readonly number[] {
  return [...new Set([0, ...keyPlaces(match)])];
}

/** True for a row of totals or averages: it repeats what the other rows say, and is nobody's. */
export function isSummary(record: CsvRecord, match: HeaderMatch): boolean {
  return summaryPlaces(match).some((at) => {
    const text = unwrap(record.cells[at] ?? '').replace(/[:：]$/, '');
    return words.has(text) || REMARK.test(text);
  });
}
