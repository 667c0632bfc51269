import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** The messages of one consult, which the agent answers after five seconds. */
function consult(day: string, time: string, agent: string, buyer: string): readonly string[] {
  return [
    `2026-10-${day} ${time}:00,${agent},${buyer},买家,在吗`,
    `2026-10-${day} ${time}:05,${agent},${buyer},客服,在`,
    `2026-10-${day} ${time}:30,${agent},${buyer},买家,好`,
  ];
}

function paid(id: string, buyer: string, day: string, time: string): string {
  const at = `2026-10-${day} ${time}:00`;
  return `${id},${buyer},${at},${at},50`;
}

/** Three agents sell, a fourth looks after sales; three inquiries are enough to be recommended. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans:',
    '  presales: {scores: [inquiry_indicators], pay: []}',
    '  aftersales: {pay: []}',
    'set:',
    '  inquiry_indicators.hours_named: 2',
    '  inquiry_indicators.agents_named: 1',
    '  inquiry_indicators.enough_inquiries: 3',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,账号',
    'A01,甲,售前,小甲',
    'A02,乙,售前,小乙',
    'A03,丙,售前,小丙',
    'A04,丁,售后,小丁',
  ),
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    // 甲: three inquiries, two of them paid for.
    ...consult('02', '20:10', '小甲', 'b1'),
    ...consult('02', '20:50', '小甲', 'b2'),
    ...consult('03', '09:00', '小甲', 'b3'),
    // 乙: three inquiries, one paid for.
    ...consult('02', '20:59', '小乙', 'b4'),
    ...consult('03', '14:00', '小乙', 'b5'),
    ...consult('04', '14:30', '小乙', 'b6'),
    // 丙: one inquiry, paid for; one is too few.
    ...consult('05', '21:00', '小丙', 'b7'),
    // 丁 is of another team.
    ...consult('05', '08:00', '小丁', 'b8'),
    ...consult('06', '08:10', '小丁', 'b9'),
    ...consult('07', '08:20', '小丁', 'b10'),
    ...consult('08', '08:30', '小丁', 'b11'),
  ),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额',
    paid('1', 'b1', '02', '20:30'),
    paid('2', 'b2', '02', '21:30'),
    paid('3', 'b4', '02', '21:30'),
    paid('4', 'b7', '05', '21:30'),
    paid('5', 'z', '31', '23:30'),
  ),
};

const AT = ['--month', '2026-10'];

async function notices(folder: string, ...more: readonly string[]): Promise<string> {
  const { code, out, err } = await kpi(['notices', '-C', folder, ...AT, ...more]);
  expect(code, err).toBe(0);
  return out;
}

describe('a shop that looks at its inquiries', () => {
  it('is told once per plan which hours are busiest and who should be on then', async () => {
    const out = await notices(writeShop(SHOP));
    // Three consults at 20, two at 14, one each at 9 and 21.
    const hours = '咨询最多的时段：20:00–21:00（3 人次）、14:00–15:00（2 人次）';
    expect(out.split(hours)).toHaveLength(2);
    // 2 of 3, before 1 of 3; 1 of 1 does not count.
    const best = '转化率最高的是甲（66.67%），最忙的时段宜由他们当班';
    expect(out.split(best)).toHaveLength(2);
    expect(out).not.toContain('08:00');
  });

  it('reads the same in English', async () => {
    const out = await notices(writeShop(SHOP), '--lang', 'en');
    expect(out).toContain('20:00–21:00 (3 person-days), 14:00–15:00 (2 person-days)');
    expect(out).toContain('甲 (66.67%)');
  });

  it('is told the hours alone when nobody has enough inquiries', async () => {
    const few = String(SHOP['kpi.yaml']).replace('enough_inquiries: 3', 'enough_inquiries: 4');
    const out = await notices(writeShop({ ...SHOP, 'kpi.yaml': few }));
    expect(out).toContain('咨询最多的时段');
    expect(out).not.toContain('转化率最高的是');
  });

  it('is told nothing of hours without chats; consults that were imported have none', async () => {
    const { '2026-10/chats.csv': _chats, ...rest } = SHOP;
    expect(await notices(writeShop(rest))).not.toContain('咨询最多的时段');
    const imported = csv('工号,指标,值', 'A01,咨询人数,5', 'A02,咨询人数,5', 'A03,咨询人数,5');
    const folder = writeShop({ ...rest, '2026-10/metrics.csv': imported });
    const { out, err } = await kpi(['notices', '-C', folder, '--month', '2026-10']);
    expect(out).not.toContain('咨询最多的时段');
    expect(err).toContain('通知“最忙时段”没有发布');
  });
});
