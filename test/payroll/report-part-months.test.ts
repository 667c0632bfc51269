import { describe, expect, test } from 'vitest';
import { kpi, type Ran } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

interface Month {
  /** Of kpi.yaml, beside shop and plans. */
  readonly config?: string;
  readonly roster: readonly string[];
  /** 工号,应出勤,出勤 */
  readonly attendance: readonly string[];
  readonly book?: string;
}

/** A month of a shop that pays a base of 1300, less for who joins or leaves in it. */
function run({ config = '', roster, attendance, book = 'base_flat' }: Month): Promise<Ran> {
  const cwd = writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      `plans: {presales: {pay: [${book}]}, vip: {pay: [${book}]}}`,
      'set: {base_flat.amount: 1300, full_attendance.amount: 100}',
      config,
    ),
    'agents.csv': csv('工号,姓名,岗位,入职日期,离职日期,应出勤', ...roster),
    '2026-10/attendance.csv': csv(
      '工号,应出勤,出勤,迟到,请假,旷工',
      ...attendance.map((row) => `${row},0,0,0`),
    ),
  });
  return kpi(['calc', '--month', '2026-10', '--ids', '--long'], { cwd });
}

/** What an agent is paid. */
function paid({ out }: Ran, agent: string): string | undefined {
  const row = out.split('\n').find((line) => line.startsWith(`${agent},`));
  return /,base,[^,]*,earning,base,([\d.]+)/.exec(row ?? '')?.[1];
}

const A = 'A,甲,售前,2025-06-01,,';
const B = 'B,乙,售前,2025-06-01,,';
const JOINER = 'D,丁,售前,2026-10-12,,';

describe('who joins in the month, with workdays due that count from the hiring day', () => {
  const month = { roster: [A, B, JOINER], attendance: ['A,26,26', 'B,26,25', 'D,17,17'] };

  test('is paid in full, with a warning that has both readings and what each comes to', async () => {
    const ran = await run(month);
    expect(paid(ran, 'D')).toBe('1300');
    // 1300 × 17 ÷ 26 = 850
    expect(ran.err).toContain(
      'D 不是全月在职，应出勤 17 天，而全月是 26 天。按 17 天算：基本工资 1300（现在这样发）；按 26 天算：基本工资 850\n',
    );
  });

  test('is paid by a whole month where the shop says that only days employed are counted', async () => {
    const ran = await run({ ...month, config: 'metrics: {part_month_due: employed_days}' });
    expect(ran.err).toBe('');
    expect(['A', 'B', 'D'].map((agent) => paid(ran, agent))).toEqual(['1300', '1300', '850']);
  });

  test('is paid by what the file says where the shop says that it counts the whole month', async () => {
    const ran = await run({ ...month, config: 'metrics: {part_month_due: whole_month}' });
    expect(ran.err).toBe('');
    expect(paid(ran, 'D')).toBe('1300');
  });

  test('from a month on, as any setting', async () => {
    const config = 'metrics: {part_month_due: {2026-01: whole_month, 2026-10: employed_days}}';
    expect(paid(await run({ ...month, config }), 'D')).toBe('850');
  });
});

describe('nothing is said', () => {
  test('of workdays due that are those of a whole month already', async () => {
    const ran = await run({ roster: [A, JOINER], attendance: ['A,26,26', 'D,26,17'] });
    expect(ran.err).toBe('');
    expect(paid(ran, 'D')).toBe('850');
  });

  test('of somebody who worked part time all month', async () => {
    const ran = await run({ roster: [A, B], attendance: ['A,26,26', 'B,13,13'] });
    expect(ran.err).toBe('');
  });

  test('where no pay rests on workdays due', async () => {
    const ran = await run({
      roster: [A, JOINER],
      attendance: ['A,26,26', 'D,17,17'],
      book: 'full_attendance',
    });
    expect(ran.err).toBe('');
  });
});

describe('a whole month', () => {
  test('is that of who leaves, too', async () => {
    const leaver = 'D,丁,售前,2025-06-01,2026-10-16,';
    const ran = await run({ roster: [A, leaver], attendance: ['A,26,26', 'D,13,13'] });
    // 1300 × 13 ÷ 26
    expect(ran.err).toContain('按 26 天算：基本工资 650\n');
  });

  test('is that of the calendar where nobody is employed all month', async () => {
    const ran = await run({ roster: [JOINER], attendance: ['D,15,15'] });
    // October 2026 has 22 days from Monday to Friday; 5 of them are off, Saturday the 10th is worked: 18.
    // 1300 × 15 ÷ 18 = 1083.333
    expect(ran.err).toContain('应出勤 15 天，而全月是 18 天。');
    expect(ran.err).toMatch(/按 18 天算：基本工资 1083(\.33)?\n/);
    expect(paid(ran, 'D')).toBe('1300');
    // Six days a week are more than the calendar has: nobody can say that they are too few.
    expect((await run({ roster: [JOINER], attendance: ['D,18,18'] })).err).toBe('');
  });

  test('is that of colleagues of the same role before all others', async () => {
    const vip = ['X,戊,vip,2025-06-01,,', 'Y,己,vip,2025-06-01,,'];
    const ran = await run({
      roster: [A, ...vip, JOINER],
      attendance: ['A,26,26', 'X,22,22', 'Y,22,22', 'D,13,13'],
    });
    expect(ran.err).toContain('而全月是 26 天。');
  });

  test('is not guessed where as many colleagues have one figure as another; the roster may say', async () => {
    const config = 'metrics: {part_month_due: employed_days}';
    const attendance = ['A,26,26', 'B,22,22', 'D,13,13'];
    const unclear = await run({ config, roster: [A, B, JOINER], attendance });
    expect(unclear.code).toBe(1);
    expect(unclear.err).toContain('whole-month-due-unclear');
    const said = await run({ config, roster: [A, B, `${JOINER}26`], attendance });
    expect(said.err).toBe('');
    expect(paid(said, 'D')).toBe('650');
  });
});
