import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop with a rulebook of each kind, all of them in Chinese. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: 我的方案}'),
  'agents.csv': csv('工号,姓名,岗位,班次', 'A01,甲,售前,夜班', 'A02,乙,售前,早班'),
  '2026-10/attendance.csv': csv(
    '日期,工号,类型',
    '2026-10-05,A01,出勤',
    '2026-10-06,A01,出勤',
    '2026-10-06,A02,出勤',
    '2026-10-06,A01,迟到',
  ),
  '2026-10/metrics.csv': csv('工号,销售额,回复率', 'A01,80000,95%', 'A02,30000,80%'),
  '2026-10/ratings.csv': csv('工号,项目,评分', 'A01,态度,优', 'A02,态度,良'),
  '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-06,A01,表扬'),
  'rules/kaohe.yaml': `\
编号: kaohe
类型: 考核表
标题: 我的考核
依据: 店规第一条
说明: 试行
总分: 100
评分项目: {taidu: 态度}
项目:
  - 编号: taidu
    标题: 态度
    满分: 40
    等级: {看: 评分.taidu, 优: 40, 良: 30, 中: 20, 差: 0}
    缺数据: 满分
  - 编号: huifu
    标题: 回复
    满分: 60
    达成率: {看: 回复率, 目标: 90%, 封顶: 100%}
    算不出: 0
加分:
  - {编号: biaoyang, 标题: 表扬, 按次: {数: 表扬, 给分: 2}, 缺数据: 0}
扣分:
  - {编号: chidao, 标题: 迟到, 按次: {数: 迟到, 给分: 1}}
例子:
  - 标题: 满分
    已知: {评分.taidu: 优, 回复率: 90%, 指标.表扬: 1, 指标.迟到: 0}
    应得: {taidu: 40, huifu: 60, 得分: 102, 通知: 无}
`,
  'rules/gongzi.yaml': `\
编号: gongzi
类型: 工资制度
标题: 我的工资
参数:
  dixin: {标题: 底薪标准, 值: 2000, 单位: 元, 最小: 0}
  dian: {标题: 提成点, 值: {2026-01: 1%, 2026-07: {值: 1.2%, 依据: 七月通知}}}
定义:
  maodan: {标题: 忙的天数, 公式: 符合天数(出勤 > 0)}
奖惩事项: {tuijian: 推荐之星}
工资项:
  - {编号: dixin_xiang, 标题: 底薪, 类型: 收入, 类别: 底薪, 公式: 底薪标准}
  - 编号: ticheng
    标题: 提成
    类型: 收入
    类别: 提成
    分档: {看: 销售额, 分段: 是, 表: [{不超过: 50000, 比例: 1%}, {比例: 提成点}]}
  - {编号: mingci, 标题: 名次奖, 类型: 收入, 类别: 奖金, 名次: {按: 销售额, 阶梯: [300, 200], 参加: 迟到 < 3, 并列: 平分}}
  - {编号: tuijian, 标题: 推荐奖, 类型: 收入, 类别: 奖金, 按次: {数: 事项.推荐之星, 金额: 100}}
  - {编号: fakuan, 标题: 迟到罚款, 类型: 扣款, 类别: 罚款, 扣自: 奖金, 按次: {数: 迟到, 金额: 10}}
  - {编号: baodi, 标题: 保底, 类型: 收入, 类别: 奖金, 保底: {看: 类别.底薪 + 类别.提成, 金额: 3000}}
  - {编号: tixing, 标题: 提醒, 类型: 通知, 级别: 提示, 文字: '忙了 {忙的天数}', 条件: 忙的天数 > 1}
调整:
  - {标题: 迟到太多, 条件: 迟到 > 5, 类别: [奖金], 系数: 0%}
例子:
  - 标题: 两档
    已知: {销售额: 80000, 迟到: 0, 出勤: 2, 逐天: [{出勤: 1}, {出勤: 1}]}
    应得: {dixin_xiang: 2000, ticheng: 860, maodan: 2, tixing: [忙了 2 天]}
`,
  'rules/tongzhi.yaml': `\
编号: tongzhi
类型: 通知
标题: 我的通知
通知:
  - {编号: kaihui, 标题: 开会, 级别: 警告, 条件: 迟到 > 0, 文字: '迟到 {迟到} 次', 签字: [店长]}
`,
  'rules/fangan.yaml': `\
编号: fangan
类型: 方案
标题: 我的方案
岗位: [售前]
考核表: [我的考核]
工资制度: [我的工资]
通知: [我的通知]
分组: 班次
设定: {我的工资.底薪标准: 2100}
`,
};

it('rulebooks of every kind in Chinese pay what they say', async () => {
  const cwd = writeShop(SHOP);
  const checked = await kpi(['check', '--month', '2026-10'], { cwd });
  expect(checked.code, checked.out + checked.err).toBe(0);
  const tested = await kpi(['rules', 'test', '我的考核', '我的工资', '我的通知'], { cwd });
  expect(tested.code, tested.out + tested.err).toBe(0);
  const { out } = await kpi(['calc', '--month', '2026-10', '--format', 'csv'], { cwd });
  expect(out.trim().split(/\r?\n/)).toEqual([
    '工号,姓名,岗位,方案,得分,名次,底薪,提成,名次奖,推荐奖,迟到罚款,保底,应发工资,扣款,实发',
    // 40 + 60 + 2 − 1 points; 1% of 50,000 and 1.2% of 30,000; first of the shift; 3,000 − 2,960 is lacking; 10 off the bonus.
    'A01,甲,售前,fangan,101,1,2100,860,300,0,10,40,3300,10,3290',
    // 30 + 60 × 80 ÷ 90 points; 1% of 30,000; alone in the shift; 3,000 − 2,400.
    'A02,乙,售前,fangan,83.33,1,2100,300,300,0,0,600,3300,0,3300',
  ]);
  const posted = await kpi(['notices', '--month', '2026-10', '--format', 'csv'], { cwd });
  expect(posted.out.trim().split(/\r?\n/).slice(1)).toEqual([
    '警告,A01,甲,售前,fangan,tongzhi,kaihui,迟到 1 次（店长签字）',
    '提示,A01,甲,售前,fangan,gongzi,tixing,忙了 2 天',
  ]);
});
