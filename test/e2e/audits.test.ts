import { describe, expect, it } from 'vitest';
import { paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const CHECKS = {
  持续性: ['按承诺服务', '每次一样', '相同服务水平', '可信赖', '可预期'],
  客户导向: ['仔细倾听', '了解谈话内容', '努力解决', '记录问题', '掌控谈话'],
  热诚性: ['主动', '有帮助', '专业支持', '友善', '理解处境'],
  方便性: ['快速应答', '直接找到人', '马上转接', '无需重述', '排队有提示'],
};

const QUESTIONS = {
  便利: ['震铃', '排队', '持线', '转接'],
  愉快: ['应答快慢', '关心处境', '理解问题', '口齿清晰', '主动建议'],
  回答: ['全面', '准确', '公正', '回答有帮助'],
};

/** A shop that is graded by one sheet; `answers` are `item,score`. */
function gradedShop(sheet: string, answers: readonly string[]): ShopFiles {
  return {
    'kpi.yaml': csv('shop: 电话店', `plans: {aftersales: {scores: [${sheet}], pay: []}}`),
    'agents.csv': csv('工号,姓名,岗位', 'B01,小周,售后'),
    '2026-10/ratings.csv': csv('工号,项目,评分', ...answers.map((row) => `B01,${row}`)),
  };
}

describe('the call quality audit', () => {
  it('has the twenty checks of its source, five to a group', async () => {
    const { out } = await kpi(['rules', 'show', 'call_quality']);
    const items = out.slice(out.indexOf('项目\n'), out.indexOf('评分项目'));
    const shown = items
      .split('\n')
      .slice(1, -1)
      .filter((row) => !row.includes('说明：'));
    expect(shown.map((row) => row.trim().split(/[，（：]/)[0])).toEqual(
      Object.entries(CHECKS).flatMap(([group, checks]) => [group, ...checks]),
    );
  });

  it('is the sum of its twenty ratings', async () => {
    const fours = Object.values(CHECKS)
      .flat()
      .map((check) => `${check},4`);
    const [agent] = await paidAgents(writeShop(gradedShop('call_quality', fours)));
    expect(agent?.scores[0]).toMatchObject({ points: 80, total: 100 });
  });
});

describe('the survey of callers', () => {
  const all = Object.values(QUESTIONS).flat();

  it('takes the mean of what several callers answered', async () => {
    const answers = [...all.map((item) => `${item},5`), '震铃,2', '主动建议,4'];
    const [agent] = await paidAgents(writeShop(gradedShop('caller_survey', answers)));
    // 3.5 for the ringing and 4.5 for the advice; all other questions 5.
    expect(agent?.scores[0]).toMatchObject({
      points: 63,
      total: 65,
      items: [
        expect.objectContaining({ id: 'access', points: 18.5 }),
        expect.objectContaining({ id: 'talk', points: 24.5 }),
        expect.objectContaining({ id: 'answers', points: 20 }),
      ],
    });
  });

  it('refuses an answer off the scale, also where the mean is on it', async () => {
    const answers = [...all.map((item) => `${item},5`), '震铃,1', '公正,1', '公正,6'];
    const folder = writeShop(gradedShop('caller_survey', answers));
    const run = await kpi(['calc', '-C', folder, '--month', '2026-10']);
    expect(run.code).toBe(1);
    expect(run.err).toContain('2026-10/ratings.csv:17');
    expect(run.err).not.toContain('2026-10/ratings.csv:15');
  });
});
