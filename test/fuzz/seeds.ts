/**
 * Cases that are read anew in every run of the tests: their names, how each ends, and the problems that are
 * told of it. Those that once broke a law are among them.
 */
export const SEEDS: readonly (readonly [name: string, outcome: string, ...codes: string[]])[] = [
  ['page-wide feige-history.xls 2005569', 'refused', 'too-wide'],
  ['page-tables feige-history.xls 2003511', 'same'],
  ['truncate wecom-monthly.xlsx 1', 'refused', 'damaged-workbook'],
  ['quote-in-last-line pdd-orders.csv 1', 'refused', 'open-quote'],
  ['false-sum dingtalk-daily.xlsx 1', 'refused', 'damaged-workbook'],
  ['archive-in-archive 千牛聊天记录_2026-10-31.zip 1', 'refused', 'nested-archive'],
  ['entity-bomb 拼多多-客服数据.xlsx 1', 'refused', 'damaged-workbook'],
  ['deep-nesting 千牛聊天记录_2026-10-31.zip 2', 'warned', 'not-a-table'],
  ['lines-end-in-cr taobao-orders-2017.csv 1', 'same'],
  ['as-utf-16be 快手-客服数据.csv 1', 'same'],
  ['shuffle-columns 抖店-飞鸽客服数据.xlsx 1', 'same'],
  ['garble-rows attendance.csv 1', 'refused', 'bad-days', 'bad-number', 'unknown-agent'],
  ['random-bytes bracket-chat.txt 1', 'warned', 'not-a-table'],
  ['empty calls.csv 1', 'refused', 'blank-input'],
  ['many-columns orders.csv 1', 'refused', 'too-wide'],
];
