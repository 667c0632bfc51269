// Damage of tables, cell by cell and column by column, whatever their format.
import type { Random } from '../../fixtures/generator/random.js';
import { type GridSheet, gridOf, written } from './grid.js';
import type { Law, Operator } from './operator.js';

/** An operator on one of the sheets of a file. False: it cannot be done to it. */
function onSheet(
  name: string,
  law: Law,
  damage: (sheet: GridSheet, random: Random) => boolean,
  weight = 1,
): Operator {
  return {
    name,
    law,
    weight,
    async apply(source, random) {
      const grid = await gridOf(source);
      const sheet = grid && random.pick(grid.sheets);
      if (grid === undefined || sheet === undefined || sheet.rows.length === 0) return undefined;
      return damage(sheet, random) ? written(grid) : undefined;
    },
  };
}

/** The row of the header, from 0: the first row that is full nearly as far as the fullest of the first. */
function headerRow({ rows }: GridSheet): number {
  const filled = rows
    .slice(0, 10)
    .map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  return filled.findIndex((count) => count * 2 > Math.max(...filled));
}

/** Where the data begins: below the header, which may have two rows where cells are merged. */
function dataRow(sheet: GridSheet): number {
  return headerRow(sheet) + (sheet.merges.length > 0 ? 2 : 1);
}

function width({ rows }: GridSheet): number {
  return Math.max(...rows.map(({ length }) => length));
}

/** Puts a column of cells before the one at `at`; `header` is the name in its row. */
function putColumn(sheet: GridSheet, at: number, header: string, cell: (row: number) => string) {
  const name = headerRow(sheet);
  const full = width(sheet);
  for (const [row, cells] of sheet.rows.entries()) {
    if (cells.length === 0) continue;
    while (cells.length < full) cells.push('');
    cells.splice(at, 0, row === name ? header : row > name ? cell(row) : '');
  }
}

/** Columns in which every text is a value; which events count is a rulebook's business, and nobody is paid here. */
const FREE =
  /买家|旺旺|会员|客户|用户|顾客|buyer|备注|留言|memo|note|说明|内容|text|店铺|shop|评价|标题|名称|rater|评分人|商品|事项|id|编号|单号|姓名|部门|职位|考勤组/i;

const EDGES = [
  ...['1e400', '-1e400', '99999999999999999999', '-99999999999999999999', '0.0000000000000000001'],
  ...[
    '-5',
    '-0',
    '+',
    '-',
    '.',
    'e5',
    '0x10',
    'NaN',
    'Infinity',
    '１２３',
    '1,2,3',
    '1.2.3',
    '%',
    '1000%',
  ],
  ...[
    '2026-13-45',
    '2026-02-30 25:61:61',
    '9999-12-31 23:59:59',
    '0000-00-00',
    '0001-01-01',
    '46296',
    '-1',
  ],
  ...[
    '2026-10-01T09:00:00+99:99',
    '10:00',
    '24:00:00',
    '99:99:99',
    '2分99秒',
    '999999999999小时',
    '=1+1',
  ],
  ...[
    '#N/A',
    '#REF!',
    'TRUE',
    '="',
    '=""',
    "'",
    '""',
    '"',
    '{}',
    '{column}',
    '\u0000',
    '\ufeff',
    '合计',
  ],
  ...[
    '汇总',
    '平均',
    '是',
    '否',
    '__proto__',
    'constructor',
    "'; DROP TABLE orders; --",
    '*',
    ';',
    ':',
    '：',
  ],
];

const CELLS_OF_MANY = 30_000;

export const CELL_OPERATORS: readonly Operator[] = [
  onSheet('written-again', 'same', () => true, 0.5),
  onSheet('shuffle-columns', 'same', (sheet, random) => {
    if (sheet.merges.length > 0) return false;
    const order = Array.from({ length: width(sheet) }, (_, at) => ({ at, by: random.unit() }));
    order.sort((one, other) => one.by - other.by);
    const names = sheet.rows[headerRow(sheet)] ?? [];
    // Of a header that is there twice the last is read, and rows of totals begin where they begin.
    if (new Set(names).size < names.length) return false;
    for (const [row, cells] of sheet.rows.entries()) {
      if (row >= headerRow(sheet)) sheet.rows[row] = order.map(({ at }) => cells[at] ?? '');
    }
    return true;
  }),
  onSheet('unknown-column', 'same', (sheet, random) => {
    if (sheet.merges.length > 0) return false;
    putColumn(sheet, random.below(width(sheet) + 1), '某某列', (row) => `x${row}`);
    return true;
  }),
  onSheet('repeat-column', 'same', (sheet, random) => {
    if (sheet.merges.length > 0) return false;
    const at = random.below(width(sheet));
    const header = sheet.rows[headerRow(sheet)]?.[at] ?? '';
    putColumn(sheet, at, header, (row) => sheet.rows[row]?.[at] ?? '');
    return true;
  }),
  onSheet(
    'garble-column',
    'told',
    (sheet, random) => {
      const at = random.below(width(sheet));
      const names = sheet.rows.slice(0, dataRow(sheet)).map((cells) => cells[at] ?? '');
      if (names.some((name) => FREE.test(name))) return false;
      for (const [row, cells] of sheet.rows.entries()) {
        if (row >= dataRow(sheet) && cells.length > 0) cells[at] = `@${row}@`;
      }
      return true;
    },
    3,
  ),
  onSheet('garble-rows', 'told', (sheet) => {
    for (const [row, cells] of sheet.rows.entries()) {
      if (row >= dataRow(sheet)) sheet.rows[row] = cells.map((_, at) => `@${row}.${at}@`);
    }
    return true;
  }),
  onSheet('swap-headers', 'any', (sheet, random) => {
    const names = sheet.rows[headerRow(sheet)] ?? [];
    const [one, other] = [random.below(names.length), random.below(names.length)];
    [names[one], names[other]] = [names[other] ?? '', names[one] ?? ''];
    return true;
  }),
  onSheet('rename-column', 'any', (sheet, random) => {
    const names = sheet.rows[headerRow(sheet)] ?? [];
    names[random.below(names.length)] = random.pick([
      '',
      '某某',
      '金额',
      '时间',
      '客服',
      '数量',
      '状态',
    ]);
    return true;
  }),
  onSheet('delete-column', 'any', (sheet, random) => {
    const at = random.below(width(sheet));
    for (const cells of sheet.rows) cells.splice(at, 1);
    return true;
  }),
  onSheet('shift-row', 'any', (sheet, random) => {
    const cells = random.pick(sheet.rows);
    if (random.chance(0.5)) cells.unshift('');
    else cells.splice(random.below(cells.length + 1), 1);
    return true;
  }),
  onSheet(
    'edge-cells',
    'any',
    (sheet, random) => {
      const first = Math.min(dataRow(sheet), sheet.rows.length - 1);
      for (let left = random.between(1, 6); left > 0; left -= 1) {
        const cells = sheet.rows[random.between(first, sheet.rows.length - 1)] ?? [];
        if (cells.length > 0) cells[random.below(cells.length)] = random.pick(EDGES);
      }
      return true;
    },
    6,
  ),
  onSheet(
    'edge-column',
    'any',
    (sheet, random) => {
      const [at, edge] = [random.below(width(sheet)), random.pick(EDGES)];
      for (const [row, cells] of sheet.rows.entries()) {
        if (row >= dataRow(sheet) && cells.length > at) cells[at] = edge;
      }
      return true;
    },
    3,
  ),
  onSheet('negative-numbers', 'any', (sheet) => {
    for (const [row, cells] of sheet.rows.entries()) {
      if (row < dataRow(sheet)) continue;
      sheet.rows[row] = cells.map((cell) =>
        /^\d{1,6}(?:\.\d+)?%?$/.test(cell) ? `-${cell}` : cell,
      );
    }
    return true;
  }),
  onSheet('titles-above', 'any', (sheet, random) => {
    if (sheet.merges.length > 0) return false;
    for (let left = random.between(1, 40); left > 0; left -= 1) {
      sheet.rows.unshift([random.pick(['报表', '', '导出时间：2026-11-01', ',,,'])]);
    }
    return true;
  }),
  onSheet(
    'huge-cell',
    'any',
    (sheet, random) => {
      const cells = random.pick(sheet.rows);
      cells[random.below(Math.max(cells.length, 1))] = random
        .pick(['a', '1', '在', '"', ' ', '\n'])
        .repeat(10_000_000);
      return true;
    },
    0.15,
  ),
  onSheet(
    'many-columns',
    'any',
    (sheet, random) => {
      const many = random.pick([20_000, 100_000, 1_000_000]);
      const [header, inHeader] = [headerRow(sheet), random.chance(0.7)];
      for (const row of inHeader ? [header, header + 1] : [header + 1]) {
        const cells = sheet.rows[row] ?? [];
        const isHeader = row === header;
        while (cells.length < many) cells.push(isHeader ? `c${cells.length}` : '1');
      }
      return true;
    },
    0.3,
  ),
  onSheet(
    'many-rows',
    'any',
    (sheet, random) => {
      const row = random.pick(sheet.rows);
      for (let left = Math.floor(CELLS_OF_MANY / (row.length + 1)); left > 0; left -= 1)
        sheet.rows.push([...row]);
      return true;
    },
    0.3,
  ),
];
