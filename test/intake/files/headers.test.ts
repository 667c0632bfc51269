import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeaders } from '../../../src/intake/files/find-header.js';
import { READERS } from '../../../src/intake/readers/index.js';
import { FIRST_SEED, runs } from '../../setup/runs.js';
import { csv } from '../../setup/shop.js';
import { book, bookOf, textRows } from '../../workbook-file.js';
import { brief, readOctober } from '../world.js';

const ROSTER =
  '工号,姓名,岗位,账号,应出勤\nA01,小美,售前,示例旗舰店:小美,22\nA02,小丽,售前,示例旗舰店:小丽,22\n';

describe('the header', () => {
  it('is not a row of the raw records beside the summary of a month', async () => {
    const titles = [
      '月度汇总 统计日期：2026-10-01 至 2026-10-31',
      '报表生成时间：2026-11-01 09:00',
    ];
    const world = await readOctober({
      'agents.csv': ROSTER,
      '2026-10/公司_考勤报表_20261001-20261031.xlsx': bookOf({
        月度汇总: [
          ...titles,
          '姓名,考勤组,部门,工号,职位,UserId,出勤天数,迟到次数,迟到时长(分钟),早退次数,旷工天数,事假(天)',
          ',,,,,,,,,,,',
          '小美,客服组,客服部,A01,客服,01,22,1,5,,,',
          '小丽,客服组,客服部,A02,客服,02,21,,,,,1',
        ].join('\n'),
        原始记录: [
          ...titles,
          '姓名,考勤组,部门,工号,职位,UserId,考勤日期,考勤时间,打卡时间,打卡结果,打卡地址',
          '小美,客服组,客服部,A01,客服,001,26-10-09 星期五,09:00,2026-10-09 09:05,迟到,公司',
          '小丽,客服组,客服部,A02,客服,002,26-10-09 星期五,09:00,2026-10-09 08:55,正常,公司',
        ].join('\n'),
      }),
    });
    expect(world.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(
      await world.query('SELECT agent, workdays, late, leave_days FROM attendance_months'),
    ).toEqual([
      { agent: 0, workdays: '22.0000', late: '1.0000', leave_days: '0.0000' },
      { agent: 1, workdays: '21.0000', late: '0.0000', leave_days: '1.0000' },
    ]);
  });

  it.each([
    ['two rows', '2026-10-09,小美,客服,迟到\n2026-10-10,小丽,客服,请假\n'],
    ['one row', '2026-10-09,小美,客服,迟到\n'],
  ])('is not a row of a list of what happened to whom, with %s', async (_, rows) => {
    const world = await readOctober({
      '2026-10/违纪.csv': `日期,姓名,岗位,情况\n${rows}`,
      '2026-10/10月登记.xlsx': bookOf({
        登记: `谁,做什么,怎么了\n${rows.replace(/^[\d-]+,/gm, '')}`,
      }),
    });
    expect(brief(world.problems)).toEqual([
      'unknown-file | 2026-10/10月登记.xlsx',
      'unknown-file | 2026-10/违纪.csv',
    ]);
  });

  it('is not the first row of a list that has no header', () => {
    const [found] = findHeaders('小美,客服,迟到\n小丽,客服,请假\n', READERS);
    expect(found?.recognised ?? false).toBe(false);
  });

  const columnNames = [
    ...new Set(READERS.flatMap(({ columns }) => columns.map(({ zh }) => zh))),
  ].filter((name) => !/[,"]/.test(name));
  const word = fc.constantFrom(...columnNames);
  const column = fc.oneof(
    { weight: 3, arbitrary: fc.constant(word) },
    fc.constant(fc.integer({ min: 1, max: 31 }).map((day) => `2026-10-${day}`)),
    fc.constant(fc.integer({ min: 0, max: 5000 }).map(String)),
  );
  const list = fc
    .array(column, { minLength: 3, maxLength: 9 })
    .chain((cells) => fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 40 }));

  it('is never a row of a list, whatever names of columns stand in it', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const names = rows[0]?.map((_, at) => `栏${'甲乙丙丁戊己庚辛壬'[at]}`) ?? [];
        const text = [names, ...rows].map((cells) => cells.join(',')).join('\n');
        const sure = findHeaders(`${text}\n`, READERS).filter((each) => each.recognised);
        expect(sure.map(({ line, match }) => [line, match.reader.name])).toEqual([]);
      }),
      { numRuns: runs(1000), seed: FIRST_SEED },
    );
  });

  const exports = new URL('../../../fixtures/exports/', import.meta.url);
  const texts = readdirSync(exports)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => readFileSync(new URL(name, exports)))
    .map((bytes) => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes));
  const title = fc.oneof(
    word,
    fc.tuple(word, fc.string({ unit: 'grapheme' })).map(([name, text]) => {
      return `${name}：${text.replaceAll(/[\s,;|"]/g, '')},导出时间：2026-11-01 09:00`;
    }),
  );

  it('is found below any titles, and is the same header', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(title, { minLength: 1, maxLength: 4 }),
        (text, titles) => {
          const [plain] = findHeaders(text, READERS);
          const above = titles.map((each) => `${each}\n`).join('');
          const [below] = findHeaders(`${above}${text.replace('\ufeff', '')}`, READERS);
          expect(below?.match.reader.name).toBe(plain?.match.reader.name);
          expect(below?.match.positions).toEqual(plain?.match.positions);
          expect(below?.line).toBe((plain?.line ?? 0) + titles.length);
        },
      ),
      { numRuns: runs(300), seed: FIRST_SEED },
    );
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder('utf-8').decode(bytes).includes('\ufffd');
}

describe('a header in two rows', () => {
  const days = Array.from({ length: 31 }, (_, at) => String(at + 1));
  const week = days.map((_, at) => '四五六日一二三'[at % 7] ?? '');
  const ticks = days.map(() => '√');

  it('is one where cells are merged down; leave without a unit is asked for by name', async () => {
    const rows = [
      ['人员信息', '', '', ...days, '应出勤', '事假/未出勤', '病假', '实际出勤'],
      ['序号', '工号', '   日期  姓名', ...week, '', '', '', ''],
      ['1', 'A01', '小美', ...ticks, '26', '0', '0', '26'],
      ['2', 'A02', '小丽', ...ticks, '26', '1', '0', '25'],
    ];
    const merges = ['A1:C1', 'AI1:AI2', 'AJ1:AJ2', 'AK1:AK2', 'AL1:AL2'];
    const behind = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const world = await readOctober({
      'agents.csv': ROSTER,
      '2026-10/attendance.xlsx': book({ sheets: { Sheet1: textRows(rows) }, behind }),
    });
    expect(brief(world.problems)).toEqual([
      'leave-counted | 2026-10/attendance.xlsx',
      'unknown-unit | 2026-10/attendance.xlsx:4 | 事假/未出勤 | 1',
    ]);
    expect(
      await world.query('SELECT agent, workdays_due, workdays, leave_days FROM attendance_months'),
    ).toEqual([
      { agent: 0, workdays_due: '26.0000', workdays: '26.0000', leave_days: '0.0000' },
      { agent: 1, workdays_due: '26.0000', workdays: '25.0000', leave_days: null },
    ]);
  });

  it('of a canonical file is one where cells are merged down', async () => {
    const rows = [
      ['人员', '', '十月', '', '迟到'],
      ['序号', '工号', '应出勤', '出勤', ''],
      ['1', 'A01', '22', '22', '3'],
      ['2', 'A02', '22', '21', '0'],
    ];
    const behind = '<mergeCells><mergeCell ref="E1:E2"/></mergeCells>';
    const world = await readOctober({
      '2026-10/考勤.xlsx': book({ sheets: { 十月: textRows(rows) }, behind }),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query('SELECT agent, workdays, late FROM attendance_months')).toEqual([
      { agent: 0, workdays: '22.0000', late: '3.0000' },
      { agent: 1, workdays: '21.0000', late: '0.0000' },
    ]);
  });

  const attendance = 'SELECT agent, workdays, late, leave_days FROM attendance_months';
  it.each([
    ['工号,姓名,出勤情况,,请假', ',,出勤,迟到,天数', ['A01,张三,22,3,0', 'A02,李四,21,0,1']],
    [
      '人员,,十月,,请假天数,迟到',
      '序号,工号,应出勤,出勤,,',
      ['1,A01,22,22,0,3', '2,A02,22,21,1,0'],
    ],
    ['工号,月份,出勤,,请假天数', ',,出勤,迟到,', ['A01,10,22,3,0', 'A02,10,21,0,1']],
  ])('is one in a text where groups stand above columns: %s / %s', async (upper, lower, rows) => {
    const world = await readOctober({ '2026-10/attendance.csv': csv(upper, lower, ...rows) });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query(attendance)).toEqual([
      { agent: 0, workdays: '22.0000', late: '3.0000', leave_days: '0.0000' },
      { agent: 1, workdays: '21.0000', late: '0.0000', leave_days: '1.0000' },
    ]);
  });

  it('is one in a text of orders as well', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': csv(
        '订单,,买家,时间,,金额',
        '订单编号,状态,,创建时间,付款时间,实付金额',
        '1001,交易成功,b,2026-10-02 10:00:00,2026-10-02 10:01:00,80.50',
      ),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(
      await world.query('SELECT order_id, CAST(amount AS VARCHAR) AS amount FROM orders'),
    ).toEqual([{ order_id: '1001', amount: '80.5000' }]);
  });

  it('is told with both rows where a column has two names', async () => {
    const world = await readOctober({
      '2026-10/投诉.csv': '日期,客服,,说明\n,工号,类型,属实\n2026-10-09,A01,投诉,是\n',
    });
    expect(brief(world.problems)).toEqual(['header-in-two-rows | 2026-10/投诉.csv:1']);
    expect(world.problems[0]?.params).toEqual({
      upper: 1,
      lower: 2,
      above: '日期',
      below: '工号',
    });
  });

  it('is told with both rows where nothing shows that the upper one belongs to the lower', async () => {
    const world = await readOctober({
      '2026-10/attendance.csv': '全名,迟到,,\n,,工号,出勤\n张三,3,A01,22\n李四,0,A02,21\n',
    });
    expect(brief(world.problems)).toEqual(['header-in-two-rows | 2026-10/attendance.csv:1']);
  });
});
