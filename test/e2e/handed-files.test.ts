import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** Small shops with a file of a form that real ones have; the right values were worked out by hand. */
const HANDED = join(ROOT, 'test/fixtures/handed-files');

function shopOf(handed: string): string {
  const folder = writeShop({});
  cpSync(join(HANDED, handed), folder, { recursive: true });
  return folder;
}

interface Told {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
}

interface InspectedFile {
  readonly header_line: number;
  readonly header_last_line: number;
  readonly columns: readonly { readonly header: string }[];
}

/** What `kpi check` says of the files of the month. */
async function problemsOf(cwd: string): Promise<readonly Told[]> {
  const { out } = await kpi(['check', '--month', '2026-10', '-f', 'json'], { cwd });
  return (JSON.parse(out) as { problems: Told[] }).problems;
}

async function metricsOf(cwd: string) {
  const { code, out } = await kpi(['metrics', '--month', '2026-10', '-f', 'json'], { cwd });
  expect(code).toBe(0);
  const month = JSON.parse(out);
  const [first, second] = month.agents.map((each: { metrics: unknown }) => each.metrics);
  return { shop: month.shop, rows: month.rows, first, second };
}

describe('a month folder', () => {
  it('is read by content, whatever files are called, and what cannot be read is named', async () => {
    const cwd = shopOf('01-file-ignored-without-a-word');
    const unread = ['2026-10/订单4.et', '2026-10/订单5.ods'];
    const problems = await problemsOf(cwd);
    for (const name of unread) expect(problems.map(({ file }) => file)).toContain(name);
    for (const name of unread) rmSync(join(cwd, name));
    // 100.10 + 200.20 + 0.30
    expect((await metricsOf(cwd)).shop).toMatchObject({ shop_sales: 300.6 });
  });
});

describe('orders', () => {
  it.each([
    ['with a carriage return in a cell of a workbook', '02-xlsx-cell-with-carriage-return', null],
    ['of files that were joined with their headers', '11-header-repeated-inside', 'header-again'],
    ['with the Ctrl-Z of DOS at the end', '12-ctrl-z-at-the-end', 'end-padding'],
    ['with the time 0000-00-00 of what was not paid', '13-zero-date', null],
  ])('%s are all read', async (_, handed, note) => {
    const cwd = shopOf(handed);
    const { shop, first } = await metricsOf(cwd);
    expect(shop).toMatchObject({ shop_sales: 300.6 });
    expect(first).toMatchObject({ sales: 100.1 });
    if (note !== null) expect((await problemsOf(cwd)).map(({ code }) => code)).toContain(note);
  });

  it('are not refunded below nothing', async () => {
    const problems = await problemsOf(shopOf('06-negative-refund-raises-net-sales'));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'negative-refund', line: 2 }));
  });

  it('have a flag that stands on one of their lines', async () => {
    const { first } = await metricsOf(shopOf('08-douyin-flag-on-one-sub-order'));
    expect(first).toMatchObject({ sales: 100, items: 2 });
  });

  it('that are done and have no time of payment are told with their sum', async () => {
    const cwd = shopOf('09-completed-order-without-pay-time');
    expect((await metricsOf(cwd)).first).toMatchObject({ sales: 50 });
    const problems = (await problemsOf(cwd)).filter(({ code }) => code === 'no-payment-time');
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, text: expect.stringContaining('99 元') }),
    ]);
  });
});

describe('attendance', () => {
  it('of a workbook with the raw records is that of its summary', async () => {
    const { first, second } = await metricsOf(shopOf('04-dingtalk-raw-record-sheet'));
    expect(first).toMatchObject({ late: 1, workdays: 22 });
    expect(second).toMatchObject({ leave_days: 1, workdays: 21 });
  });

  it('is no list of what happened to whom', async () => {
    const cwd = shopOf('05-header-taken-from-data');
    const { first, second } = await metricsOf(cwd);
    expect([first.late, second.late]).toEqual([null, null]);
    const problems = (await problemsOf(cwd)).filter(({ file }) => file === '2026-10/违纪.csv');
    expect(problems.map(({ code }) => code)).toEqual(['unknown-file']);
  });

  it('with a header in two rows is read, and leave without a unit asked for', async () => {
    const problems = await problemsOf(shopOf('10-attendance-header-in-two-rows'));
    const ofFile = problems.filter(({ file }) => file === '2026-10/attendance.xlsx');
    expect(ofFile.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'unknown-unit 4',
      'leave-counted null',
    ]);
  });

  it('of a header in two rows is shown with both rows, and headings with single blanks', async () => {
    const cwd = shopOf('10-attendance-header-in-two-rows');
    const args = ['inspect', '2026-10/attendance.xlsx'];
    const { out } = await kpi([...args, '-f', 'json'], { cwd });
    const [file] = (JSON.parse(out) as { files: InspectedFile[] }).files;
    expect(file).toMatchObject({ header_line: 1, header_last_line: 2 });
    // The cell holds `   日期  姓名` and a line break.
    expect(file?.columns[2]?.header).toBe('日期 姓名');
    expect((await kpi(args, { cwd })).out).toContain('表头在第 1 到 2 行');
  });
});

describe('a copied chat', () => {
  it('keeps a line that ends in a time in its message', async () => {
    const { first } = await metricsOf(shopOf('07-chat-line-that-ends-in-a-time'));
    // The buyer at 9:03:05 is answered at 9:03:25; at 9:03:40 nobody answers any more: one round of two.
    expect(first).toMatchObject({
      consults: 1,
      receptions: 1,
      effective_receptions: 1,
      reply_rate: 1,
      buyer_messages: 2,
      agent_messages: 1,
      response_time: 20,
      within_3min_rate: 0.5,
    });
  });
});

describe('inspect', () => {
  it('describes one sheet of a workbook after the other', async () => {
    const cwd = shopOf('03-inspect-workbook-with-two-sheets');
    for (const name of ['考勤.xlsx', '订单.xlsx']) {
      const { code, out } = await kpi(['inspect', `2026-10/${name}`, '-f', 'json'], { cwd });
      const { files } = JSON.parse(out) as { files: { file: string; others: string[] }[] };
      // Sheets of one make are described together.
      const sheets = files.flatMap(({ file, others }) => [file, ...others]);
      expect({ code, sheets: sheets.length }).toEqual({ code: 0, sheets: 2 });
    }
  });
});
