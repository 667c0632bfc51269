import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const message = (time: string, agent: string, sender: string, text: string) =>
  `${time},${agent},tb1,${sender},${text}`;

/** A folder as a clerk has it on the first day. */
const EXPORTS: ShopFiles = {
  '聊天.csv': csv(
    '时间,客服,买家,发送方,内容',
    message('2026-10-02 09:00:00', '旗舰店:小雨', '买家', '在吗'),
    message('2026-10-02 09:00:05', '旗舰店:小雨', '客服', '在的亲'),
    message('2026-10-20 09:00:00', '旗舰店:小雨', '客服', '可以退换货的'),
    message('2026-10-03 09:00:00', '专卖店:小雨', '客服', '有货'),
    message('2026-10-04 09:00:00', '旗舰店:王五', '客服', '这个有货'),
    message('2026-10-04 09:00:01', '旗舰店:店小蜜', '机器人', '您好'),
    message('2026-10-05 09:00:00', '旗舰店', '客服', '稍等'),
    message('2026-11-01 00:00:01', '旗舰店:小雨', '客服', '晚安'),
  ),
  '考勤/飞书.csv': csv(
    '考勤统计月报,,,,,,,,,,,,,,',
    '统计时间：2026-10-01 至 2026-10-31,,,,,,,,,,,,,,',
    '姓名,工号,部门,应出勤天数,实际出勤天数,迟到次数,迟到时长(分钟),严重迟到次数,早退次数,上班缺卡次数,下班缺卡次数,旷工天数,事假(小时),年假(天),调休假(天)',
    '林小雨,A01,客服部,22,22,0,0,0,0,0,0,0,0,0,0',
    '王五,B7,客服部,22,21,0,0,0,0,0,0,0,0,0,0',
    '赵仓库,C1,仓库,22,22,0,0,0,0,0,0,0,0,0,0',
  ),
  '自定义报表_客服月报_付款判定_2026-10-01至2026-10-31.csv': csv('旺旺,咨询人数', '旗舰店:王五,3'),
  '备忘.txt': '记得报销\n',
  '._聊天.csv': 'x',
};

function draft(files: ShopFiles = EXPORTS, language = 'zh') {
  const folder = writeShop(files, '导出');
  const shop = join(folder, '../店');
  const again = () => kpi(['init', '--from', folder, shop, '--lang', language]);
  return { folder, shop, again };
}

const textOf = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');

describe('kpi init --from', () => {
  it('drafts the roster, accounts of one person together, with the evidence', async () => {
    const { shop, again } = draft();
    const run = await again();
    expect(run).toMatchObject({ code: 0, out: '' });
    const rows = textOf(shop, 'agents.csv').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(rows).toEqual([
      '工号,姓名,岗位,账号,说明',
      // The first account wrote 3 messages, one of them with 退; the other one wrote 1.
      'A01,林小雨,,旗舰店:小雨;专卖店:小雨,' +
        '旗舰店:小雨：3 条消息，2026-10-02 至 2026-11-01，其中售后用语 33%，' +
        '专卖店:小雨：1 条消息，2026-10-03 至 2026-10-03，其中售后用语 0%',
      'B7,王五,,旗舰店:王五,旗舰店:王五：1 条消息，2026-10-04 至 2026-10-04，其中售后用语 0%',
    ]);
    expect(run.err).toContain('机器人，不进花名册：旗舰店:店小蜜');
    expect(run.err).toContain('主账号，不进花名册：旗舰店');
    expect(run.err).toContain('没有账号对得上的 1 人，不进花名册：赵仓库');
  });

  it('gives no id by which a file names somebody else, whatever the file is', async () => {
    const { shop, again } = draft({
      '聊天.csv': csv(
        '时间,客服,买家,发送方,内容',
        message('2026-10-02 09:00:05', '旗舰店:小雨', '客服', '在的亲'),
      ),
      // Whose these are cannot be seen: the program's own attendance has ids alone.
      'attendance.csv': csv('工号,应出勤,出勤', 'A01,22,22'),
      'ratings.csv': csv('agent,item,score', 'A02,chat_review,93'),
    });
    await again();
    expect(textOf(shop, 'agents.csv')).toContain('\nA03,小雨,');
  });

  it('copies files into the folder of the month that most of their rows say, and moves none', async () => {
    const { folder, shop, again } = draft();
    const { err } = await again();
    expect(textOf(shop, '2026-10/聊天.csv')).toBe(EXPORTS['聊天.csv']);
    expect(textOf(shop, '2026-10/考勤/飞书.csv')).toBe(EXPORTS['考勤/飞书.csv']);
    expect(existsSync(join(folder, '聊天.csv'))).toBe(true);
    expect(existsSync(join(shop, '2026-10/备忘.txt'))).toBe(false);
    expect(err).toContain('备忘.txt');
  });

  it('drafts kpi.yaml with the name of the shop and the rule that a report names', async () => {
    const { shop, again } = draft();
    await again();
    const config = textOf(shop, 'kpi.yaml');
    expect(config).toContain('shop: "旗舰店"');
    expect(config).toContain('  attribution: payment');
  });

  it('leaves to decide what only people know: with roles filled in, nothing is wrong', async () => {
    const { shop, again } = draft();
    await again();
    const before = await kpi(['check', '-C', shop, '--format', 'json']);
    const { problems } = JSON.parse(before.out);
    const wrong = problems.filter(({ level }: { readonly level: string }) => level === 'error');
    expect(wrong.map(({ code, column }: Record<string, string>) => `${code} ${column}`)).toEqual([
      'missing-cell 岗位',
      'missing-cell 岗位',
    ]);
  });

  it('of a shop that is there copies what is new and gives the rows of accounts that nobody has', async () => {
    const { folder, shop, again } = draft();
    await again();
    const roster = textOf(shop, 'agents.csv');
    rmSync(join(shop, '2026-10/聊天.csv'));
    expect(await again()).toMatchObject({ code: 0, out: '' });
    expect(textOf(shop, '2026-10/聊天.csv')).toBe(EXPORTS['聊天.csv']);
    writeFileSync(
      join(folder, '聊天2.csv'),
      csv(
        '时间,客服,买家,发送方,内容',
        message('2026-10-09 09:00:00', '旗舰店:小新', '客服', '好'),
      ),
    );
    const run = await again();
    expect(run.out.split('\n')).toEqual([
      '工号,姓名,岗位,账号,说明',
      'A02,小新,,旗舰店:小新,旗舰店:小新：1 条消息，2026-10-09 至 2026-10-09，其中售后用语 0%，姓名取自账号，考勤里没有对上',
      '',
    ]);
    expect(textOf(shop, 'agents.csv')).toBe(roster);
    expect(existsSync(join(shop, '2026-10/聊天2.csv'))).toBe(true);
  });

  it('speaks English, and refuses a folder that there is not', async () => {
    const { again } = draft(EXPORTS, 'en');
    expect((await again()).err).toContain('What is left to decide, in order:');
    expect(await kpi(['init', '--from', '/none', 'x'])).toMatchObject({ code: 2, out: '' });
  });

  it.skipIf(process.platform === 'win32')(
    'reads what a link leads to, and says of a pipe and of a link to nothing that nobody knows them',
    async () => {
      const { folder, shop, again } = draft();
      const target = join(writeShop({ 'x.csv': EXPORTS['聊天.csv'] ?? '' }), 'x.csv');
      rmSync(join(folder, '聊天.csv'));
      symlinkSync(target, join(folder, '聊天.csv'));
      symlinkSync(join(folder, 'gone.csv'), join(folder, '断链.csv'));
      execFileSync('mkfifo', [join(folder, '管道.csv')]);
      const run = await again();
      expect(run.code).toBe(0);
      expect(lstatSync(join(shop, '2026-10/聊天.csv')).isFile()).toBe(true);
      expect(textOf(shop, '2026-10/聊天.csv')).toBe(EXPORTS['聊天.csv']);
      expect(run.err).toContain('断链.csv');
      expect(run.err).toContain('管道.csv');
    },
  );

  it('writes nothing where a file of that name is in the way', async () => {
    const { shop, again } = draft({ ...EXPORTS, '../店/agents.csv': 'mine' });
    expect(await again()).toMatchObject({ code: 1, out: '' });
    expect(textOf(shop, 'agents.csv')).toBe('mine');
    expect(existsSync(join(shop, 'kpi.yaml'))).toBe(false);
  });

  it('copies files of one name beside each other, and says of a newer one that it was not copied', async () => {
    const rows = (text: string) =>
      csv(
        '时间,客服,买家,发送方,内容',
        message('2026-10-02 09:00:00', '旗舰店:小雨', '客服', text),
      );
    const files = { '2026-10/聊天.csv': rows('早'), '聊天.csv': rows('晚') };
    const { folder, shop, again } = draft(files);
    expect(await again()).toMatchObject({ code: 0 });
    expect(textOf(shop, '2026-10/聊天.csv')).toBe(files['2026-10/聊天.csv']);
    expect(textOf(shop, '2026-10/聊天-2.csv')).toBe(files['聊天.csv']);
    expect((await again()).err).not.toContain('内容不同');
    writeFileSync(join(folder, '聊天.csv'), rows('更晚'));
    expect((await again()).err).toContain('内容不同、没有抄：2026-10/聊天-2.csv');
    expect(textOf(shop, '2026-10/聊天-2.csv')).toBe(files['聊天.csv']);
  });

  it('makes no shop of a folder without an export', async () => {
    const { shop, again } = draft({ '备忘.txt': '记得报销\n' });
    const run = await again();
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('没有可以抄的导出文件');
    expect(existsSync(shop)).toBe(false);
  });
});
