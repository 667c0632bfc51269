import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

async function told(hired: string, left: string, files: ShopFiles): Promise<readonly string[]> {
  const run = await kpi(['calc', '--month', '2026-10'], {
    cwd: writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
      'agents.csv': csv(
        '工号,姓名,岗位,账号,入职日期,离职日期',
        'A01,甲,售前,小甲,,',
        `A02,乙,售前,小乙,${hired},${left}`,
      ),
      ...files,
    }),
  });
  return run.err.match(/A02 乙.*不算工资.*/g) ?? [];
}

const ATTENDANCE = { '2026-10/attendance.csv': csv('工号,出勤', 'A01,22', 'A02,21') };
const CHATS = {
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    '2026-10-05 10:00:00,小乙,tb1,买家,在吗',
    '2026-10-05 10:00:20,小乙,tb1,客服,在',
  ),
};

it('who works in the month and is not employed by a slip in the roster is told, with where she is found', async () => {
  expect(await told('', '2026-01-31', { ...ATTENDANCE, ...CHATS })).toEqual([
    'A02 乙 2026-01-31 已经离职，这个月不算工资，而这个月的考勤、聊天里有这个人',
  ]);
  expect(
    await told('2062-10-01', '', { '2026-10/metrics.csv': csv('工号,销售额', 'A02,300') }),
  ).toEqual(['A02 乙 2062-10-01 才入职，这个月不算工资，而这个月的指标里有这个人']);
});

it('a day of work in the month, no work at all, and what comes after the work are not told', async () => {
  expect(await told('', '2026-10-01', ATTENDANCE)).toEqual([]);
  expect(
    await told('', '2026-09-30', {
      '2026-10/attendance.csv': csv('工号,出勤', 'A01,22', 'A02,0'),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-02,A02,投诉'),
      // A buyer may go on writing to somebody who is gone.
      '2026-10/chats.csv': csv(
        '时间,客服,买家,发送方,内容',
        '2026-10-05 10:00:00,小乙,tb1,买家,在吗',
      ),
    }),
  ).toEqual([]);
});
