import type { ProblemEntry } from '../texts/entry.js';

/** Of attendance, events and ratings. */
export const peopleProblems = {
  'closed-before-day': {
    level: 'error',
    zh: '结案日期在发生日期以前',
    en: 'it was closed before the day on which it happened',
    remedyZh: '改正其中一个日期',
    remedyEn: 'correct one of the two dates',
  },
  'row-repeated': {
    level: 'warning',
    zh: '和 {file} 第 {line} 行一模一样，两行都算了{stake}',
    en: 'the same as {file} line {line}, and both count{stake}',
    remedyZh: '登记重了，删去一行；真是两次，写上能分清的时间、单号或说明',
    remedyEn:
      'if it was entered twice, remove one; if it happened twice, add the time, a number or a note by which the two differ',
  },
  'more-days-than-month': {
    level: 'warning',
    zh: '“{column}”是 {cell}，而一个月只有 {days} 天',
    en: '“{column}” is {cell}, and the month has {days} days',
    remedyZh: '改正天数；整行填错月份的，换成这个月的',
    remedyEn: 'correct the days, or take the row of this month',
  },
  'absence-contradicted': {
    level: 'warning',
    zh: '“{column}”是 {cell}，“{other}”却是 {value}：按次数和按天数算的不是一回事',
    en: '“{column}” is {cell}, and “{other}” is {value}: what counts times and what counts days do not agree',
    remedyZh: '核对后改正其中一个',
    remedyEn: 'check and correct one of the two',
  },
  'days-exceed-due': {
    level: 'warning',
    zh: '出勤 {workdays} 天，加请假和旷工 {away} 天，多于应出勤的 {due} 天',
    en: '{workdays} days worked and {away} days of leave and absence are more than the {due} due',
    remedyZh: '核对这一行；出勤里有休息日加班的，不用管',
    remedyEn: 'check the row; nothing to do where days worked include rest days',
  },
  'part-of-time': {
    level: 'warning',
    zh: '“{column}”是 {cell} 次，不是整数，照这个数算',
    en: '“{column}” is {cell} times, which is not whole, and is counted so',
    remedyZh: '改成整数；要按天、按小时记的，换一列',
    remedyEn: 'write a whole number; days and hours have columns of their own',
  },
  'calls-repeated': {
    level: 'warning',
    zh: '有 {rows} 通接听的电话和前面的一模一样（时间到秒、客服、各段时长），都算了两次，通话多算 {talk} 秒',
    en: '{rows} answered {rows|call is|calls are} the same as one before (second, agent, every duration), and {rows|counts|count} twice: {talk} seconds of talk too much',
    remedyZh: '如果两份导出的时间重叠，重新导出，或删去重复的行',
    remedyEn: 'if the exports overlap in time, export again or remove the repeated rows',
  },
  'rating-repeated': {
    level: 'warning',
    zh: '{agent} 的“{item}”在 {file} 第 {line} 行已经评过（周和评分人相同），两个都算',
    en: '“{item}” of {agent} was rated in {file} line {line} already (same week and rater), and both count',
    remedyZh: '评重了，删去一行；不是一周或不是一个人评的，写上“周”“评分人”',
    remedyEn:
      'if it was entered twice, remove one; otherwise say which week and which rater in `week` and `rater`',
  },
  'unknown-target': {
    level: 'error',
    zh: '没有哪份制度用到目标“{target}”',
    en: 'no rulebook in force asks for a target “{target}”',
    remedyZh: '可以写的：{known}；不是目标的列请删去',
    remedyEn: 'known are: {known}; remove a column that is no target',
  },
  'misspelt-target': {
    level: 'error',
    zh: '没有哪份制度用到目标“{target}”',
    en: 'no rulebook in force asks for a target “{target}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'repeated-target': {
    level: 'error',
    zh: '“{target}”在 {file} 第 {line} 行已经是 {other}',
    en: '“{target}” is {other} in {file} line {line} already',
    remedyZh: '每人每月每个目标只写一次',
    remedyEn: 'write each target of an agent and month once',
  },
  'repeated-item': {
    level: 'error',
    zh: '“{item}”的类目在 {file} 第 {line} 行是“{other}”',
    en: 'the category of “{item}” is “{other}” in {file} line {line}',
    remedyZh: '一个商品只写一个类目；几个商品同名的，写商品ID，不写名称',
    remedyEn: 'give each item one category; of several items of one name give the ids and no names',
  },
  'no-target-column': {
    level: 'error',
    zh: '没有一列是认得的目标',
    en: 'no column is a target that is known',
    remedyZh:
      '写成 工号,月份,目标,数值；或每个目标一列，列名和制度里 目标.名称 的名称一样；或每个月一列，如 2026-10',
    remedyEn:
      'write agent_id,month,target,value; or a column for each target, called as rules name it after `target.`; or one for each month, such as 2026-10',
  },
  'months-without-target': {
    level: 'error',
    zh: '每个月一列，却没有写是什么目标',
    en: 'there is a column for each month, and nothing says of which target',
    remedyZh: '加一列“目标”，或把目标写进文件名，如 targets-销售额.csv',
    remedyEn: 'add a column `target`, or name it in the name of the file, as in targets-sales.csv',
  },
  'not-a-month': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是月份',
    en: '“{cell}” in column “{column}” is no month',
    remedyZh: '写成 2026-10 或 10月 的样子',
    remedyEn: 'write it like 2026-10, or 10月 for October of the year of the month’s folder',
  },
  'unknown-event': {
    level: 'error',
    zh: '没有哪份制度里有“{event}”这一事项',
    en: 'no rulebook in force has an event “{event}”',
    remedyZh: '可以写的：{known}；新的先写进制度的 events（奖惩事项）',
    remedyEn: 'known are: {known}; a new one is first written into the rulebook, under `events`',
  },
  'misspelt-event': {
    level: 'error',
    zh: '没有哪份制度里有“{event}”这一事项',
    en: 'no rulebook in force has an event “{event}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'unknown-item': {
    level: 'error',
    zh: '没有哪份制度里有评分项目“{item}”',
    en: 'no rulebook in force has a rating item “{item}”',
    remedyZh: '可以写的：{known}；新的先写进制度的 ratings（评分项目）',
    remedyEn: 'known are: {known}; a new one is first written into the rulebook, under `ratings`',
  },
  'misspelt-item': {
    level: 'error',
    zh: '没有哪份制度里有评分项目“{item}”',
    en: 'no rulebook in force has a rating item “{item}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'mixed-attendance': {
    level: 'error',
    zh: '这个考勤文件按{form}记，{other} 按另一种方式记',
    en: 'this attendance file has rows {form}; {other} is of the other form',
    remedyZh: '同一个月只用一种考勤表',
    remedyEn: 'use one form of attendance in a month',
  },
  'attendance-missing': {
    level: 'error',
    zh: '月度考勤里没有 {agent} 的一行',
    en: 'the monthly attendance has no row for {agent}',
    remedyZh: '给这位客服补上一行（离职的在 agents.csv 写明离职日期）',
    remedyEn: 'add a row for the agent (or the date of leaving in agents.csv)',
  },
  'attendance-left-out': {
    level: 'info',
    zh: '{other} 与这个文件出自同一工具，是它的月度汇总；读的是 {other}',
    en: '{other} is the monthly summary of the same tool and says the same; {other} is read',
    remedyZh: '不用处理；若要以这个文件为准，把月度汇总移出这个月的文件夹',
    remedyEn:
      'nothing to do, unless this file is the one that counts: then move the monthly summary out of the month folder',
  },
  'people-left-out': {
    level: 'warning',
    zh: '有 {people} 人不在花名册里，他们的考勤没有读',
    en: '{people} {people|person is|people are} not in the roster; their attendance is not read',
    remedyZh:
      '若是其他部门的人，不用管；若有客服在内，把工具里的工号或账号写进 agents.csv 的账号一栏',
    remedyEn:
      'nothing to do for other departments; for an agent among them, add the number or account that the tool has to accounts in agents.csv',
  },
  'agent-without-day': {
    level: 'warning',
    zh: '这个月的每日考勤里没有 {agent} 的任何记录，都按 0 计',
    en: 'the daily attendance of this month has nothing about {agent}, which counts as 0',
    remedyZh: '核对此人在考勤工具里的工号、账号、姓名与 agents.csv 是否一致',
    remedyEn: 'compare number, account and name in the attendance tool with agents.csv',
  },
  'bad-punch': {
    level: 'error',
    zh: '“{cell}”不是打卡时间',
    en: '“{cell}” is no time of a punch',
    remedyZh: '写成 09:02；过了零点的写成 次日01:20',
    remedyEn: 'write 09:02, or 次日01:20 past midnight',
  },
  'punches-without-shift': {
    level: 'warning',
    zh: '这个文件有打卡时间，没有迟到、早退的统计；不知道 {agents} 的班次从几点到几点，都不算迟到、早退',
    en: 'the file has punches and does not count who was late or left early; when the shift of {agents} begins and ends is not known, so that nobody of them is late',
    remedyZh:
      '在 kpi.yaml 的 shifts 里写各班次的时间，例如 白班: {hours: 09:00-18:00}，花名册写班次；或导出时带上迟到、早退次数',
    remedyEn:
      'write the hours under shifts in kpi.yaml, such as 白班: {hours: 09:00-18:00}, and the shift in the roster; or export the times late and early, too',
  },
  'leave-counted': {
    level: 'info',
    zh: '算作请假的列：{counted}；不算的：{left}',
    en: 'columns counted as leave: {counted}; not counted: {left}',
    remedyZh: '若有不该算的，先在导出时去掉那一列',
    remedyEn: 'leave a column out of the export if it should not count',
  },
  'times-of-leave': {
    level: 'info',
    zh: '“{column}”列的“{cell}”看不出请了几次假，此人的请假次数不知道',
    en: '“{cell}” in “{column}” does not tell how many leaves were taken: how often the agent was on leave is not known',
    remedyZh:
      '规则按请假次数算时才要处理：每天的格子写明从什么时候到什么时候，例如 事假04-17 09:00到04-17 12:30，或加一列“请假次数”',
    remedyEn:
      'to be mended only where a rule counts leaves: let the cells of the days say from when to when, such as 事假04-17 09:00到04-17 12:30, or add a column 请假次数',
  },
  'workday-assumed': {
    level: 'info',
    zh: '请假或旷工以小时计，文件里没有每天的工时，按一天 8 小时折算成天数',
    en: 'leave or absence is in hours and the file does not say how long a working day is: 8 hours are taken for a day',
    remedyZh: '若一天不是 8 小时，在 kpi.yaml 的 metrics 里写 workday_length，例如 7h',
    remedyEn: 'for another length, write workday_length under metrics in kpi.yaml, such as 7h',
  },
  'attendance-repeated': {
    level: 'error',
    zh: '{agent} 的月度考勤有两行：另一行在 {other} 第 {line} 行',
    en: '{agent} has two rows of monthly attendance: also in {other}, line {line}',
    remedyZh: '合成一行',
    remedyEn: 'make them one row',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
