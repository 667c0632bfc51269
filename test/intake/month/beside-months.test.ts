import { expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../../setup/shop.js';

const COMPLAINTS = csv('日期,工号,类型', '2026-10-05,A01,投诉');
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  '2026-10/attendance.csv': csv('工号,出勤', 'A01,22'),
};

async function told(files: ShopFiles): Promise<readonly string[]> {
  const run = await kpi(['check', '--month', '2026-10', '--format', 'json'], {
    cwd: writeShop({ ...SHOP, ...files }),
  });
  const { problems } = JSON.parse(run.out) as { problems: { code: string; file: string }[] };
  return problems.map(({ code, file }) => `${code} ${file}`);
}

it.each([
  '投诉.csv',
  '10月的.csv',
  '没有扩展名',
])('an export in the shop folder itself is named, whatever it is called: %s', async (file) => {
  expect(await told({ [file]: COMPLAINTS })).toEqual([`file-beside-month ${file}`]);
});

it('one that nobody can read is told by its name', async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  expect(await told({ '订单.xls': old })).toEqual(['file-beside-month 订单.xls']);
});

it.each([
  '2026年10月',
  '10月',
  '10月份',
  '202610',
  '2026-10月',
  '2026.10',
  '2026-10 新',
  '２０２６-１０',
])('a folder beside 2026-10 that means the same month is named: %s', async (folder) => {
  expect(await told({ [`${folder}/投诉.csv`]: COMPLAINTS })).toEqual([
    `folder-beside-month ${folder}`,
  ]);
});

it('what is no month of its own, and no export, is not told', async () => {
  expect(
    await told({
      '2026-09/投诉.csv': csv('日期,工号,类型', '2026-09-05,A01,投诉'),
      '2026年9月/投诉.csv': COMPLAINTS,
      '模板/投诉.csv': COMPLAINTS,
      '说明.txt': '十月的数据在 2026-10 里',
      '工资表.csv': csv('工号,姓名,岗位,应发工资', 'A01,甲,售前,800'),
    }),
  ).toEqual([]);
});

it('what kpi itself has written into the shop folder is not told', async () => {
  const cwd = writeShop(SHOP);
  for (const command of ['calc', 'metrics']) {
    for (const ending of ['csv', 'xlsx']) {
      const made = await kpi([command, '--month', '2026-10', '-o', `${command}.${ending}`], {
        cwd,
      });
      expect(made.code, made.err).toBe(0);
    }
  }
  const run = await kpi(['check', '--month', '2026-10'], { cwd });
  expect(run.out).not.toContain('beside');
});
