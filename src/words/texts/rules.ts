import type { TextEntry } from './entry.js';

/** A rulebook in words. */
export const rulesTexts = {
  'worth.0': { zh: '算 0', en: 'counts as 0' },
  'worth.full': { zh: '算满分', en: 'counts as full points' },
  'worth.absent': { zh: '不计这一项', en: 'the entry is left out' },

  'undefined.divided': {
    zh: '除以了“{name}”，它是 0',
    en: 'it is divided by “{name}”, which is 0',
  },
  'undefined.divisor': { zh: '除以了 0', en: 'it is divided by 0' },
  'undefined.quotient': {
    zh: '“{name}”的分母是 0',
    en: 'the denominator of “{name}” is 0',
  },

  'book.scorecard': { zh: '评分表', en: 'scorecard' },
  'book.pay': { zh: '工资制度', en: 'pay book' },
  'book.notices': { zh: '通知', en: 'notice book' },
  'book.plan': { zh: '方案', en: 'plan' },
  'book.calendar': { zh: '日历', en: 'calendar' },

  'sort.event': { zh: '事项', en: 'event' },
  'sort.rating': { zh: '评分项目', en: 'rating' },

  'limit.most': { zh: '“{name}”最多是 {limit}', en: '“{name}” is at most {limit}' },
  'limit.least': { zh: '“{name}”最少是 {limit}', en: '“{name}” is at least {limit}' },
  'follows.never_holds': { zh: '这个条件永远不成立', en: 'the condition can never hold' },
  'follows.always_holds': { zh: '这个条件总是成立', en: 'the condition always holds' },
  'follows.never_row': { zh: '这一档永远轮不到', en: 'the row is never reached' },
  'follows.always_row': {
    zh: '总是在这一档，后面的永远轮不到',
    en: 'it is always this row, and never one below',
  },
  'follows.never_reached': { zh: '永远达不到', en: 'it is never reached' },

  'rule.when_missing': { zh: '没有数据时{worth}', en: 'without data: {worth}' },
  'rule.when_undefined': {
    zh: '算不出来时（例如分母为 0）{worth}',
    en: 'without a value, as when the denominator is 0: {worth}',
  },
  'rule.rounding': { zh: '取整到 {step} 元，{how}', en: 'rounded to {step} yuan, {how}' },
  'rule.not_set': { zh: '来源没有写，由店铺填', en: 'the source does not say; the shop sets it' },
  'rule.items': { zh: '项目', en: 'Items' },
  'rule.additions': { zh: '加分', en: 'Additions' },
  'rule.deductions': { zh: '扣分', en: 'Deductions' },
  'rule.lines': { zh: '工资项', en: 'Pay lines' },
  'rule.adjustments': { zh: '调整', en: 'Adjustments' },
  'rule.notices': { zh: '通知', en: 'Notices' },
  'rule.definitions': { zh: '定义', en: 'Definitions' },
  'rule.parameters': { zh: '参数', en: 'Parameters' },
  'rule.events': { zh: '奖惩事项', en: 'Events' },
  'rule.ratings': { zh: '评分项目', en: 'Rating items' },
  'rule.roles': { zh: '岗位', en: 'Roles' },
  'rule.scores': { zh: '评分表', en: 'Scorecards' },
  'rule.pay': { zh: '工资制度', en: 'Pay books' },
  'rule.set_by_shop': {
    zh: '本店在 kpi.yaml 的 set 里写的（以此为准）',
    en: 'Set by the shop in kpi.yaml (which holds)',
  },
  'rule.set': { zh: '改过的参数', en: 'Parameters set' },
  'rule.kind.earning': { zh: '应发', en: 'earning' },
  'rule.kind.deduction': { zh: '扣款', en: 'deduction' },
  'rule.kind.balance': { zh: '结转，不发', en: 'carried over, not paid' },
  'rule.kind.notice': { zh: '通知', en: 'notice' },

  'rounding.half_up': { zh: '四舍五入', en: 'half up' },
  'rounding.half_even': { zh: '银行家舍入', en: 'half to even' },
  'rounding.up': { zh: '进位', en: 'up' },
  'rounding.down': { zh: '舍去', en: 'down' },

  'rule.full': { zh: '{title}，满分 {points}', en: '{title}, {points} points' },
  'rule.when': { zh: '条件：{condition}', en: 'when: {condition}' },
  'rule.instead_of': {
    zh: '有它就不再出{lines}自己的通知',
    en: 'in place of the notices of {lines}',
  },
  'rule.off': { zh: '从{category}里扣，扣完为止', en: 'taken off {category}, not below 0' },
  'rule.value': { zh: '其中 {title} = {value}', en: 'where {title} = {value}' },
  'rule.note': { zh: '说明：{note}', en: 'note: {note}' },
  'rule.once_team': { zh: '全队只说一次', en: 'said once for the team' },
  'rule.once_shop': { zh: '全店只说一次', en: 'said once for the whole shop' },
  'rule.team_by': { zh: '平均、名次在谁中间比', en: 'Within what means and places are' },
  'rule.by_team': { zh: '同一个团队', en: 'the same team' },
  'rule.by_shift': { zh: '同一个班次', en: 'the same shift' },
  'rule.settings': {
    zh: '要由店铺在 kpi.yaml 的 metrics 里写明的',
    en: 'Settings under metrics of kpi.yaml that the shop decides',
  },
  'rule.signed_by': { zh: '签字：{who}', en: 'signed by: {who}' },
  'rule.all_but': { zh: '{kept}除外', en: 'all but {kept}' },

  'range.between': { zh: '应在 {min} 到 {max} 之间', en: 'from {min} to {max}' },
  'range.least': { zh: '至少 {min}', en: 'at least {min}' },
  'range.most': { zh: '最多 {max}', en: 'at most {max}' },

  'rank.by_higher': { zh: '按{by}从高到低排名', en: 'ranked by {by}, the highest first' },
  'rank.by_lower': { zh: '按{by}从低到高排名', en: 'ranked by {by}, the lowest first' },
  'rank.ties_share': {
    zh: '并列的平分所占名次的奖金',
    en: 'equals share what their places are worth together',
  },
  'rank.ties_same': { zh: '并列的都按这一名次', en: 'equals all get what their place is worth' },
  'rank.ties_roster': { zh: '并列的按花名册顺序', en: 'equals stand in the order of the roster' },

  'top.ties_share': { zh: '并列的平分', en: 'equals share it' },
  'top.ties_same': { zh: '并列的都得', en: 'equals all get it' },
  'top.ties_roster': { zh: '并列的按花名册顺序', en: 'of equals the first in the roster gets it' },

  'calendar.unknown': { zh: '还不知道', en: 'not known yet' },
  'calendar.holidays': { zh: '放假：{days}', en: 'off: {days}' },
  'calendar.workdays': { zh: '周末上班：{days}', en: 'weekends that are worked: {days}' },

  'rules.heading': { zh: '{title}（{id}）', en: '{title} ({id})' },
  'rules.origin_shipped': { zh: '自带', en: 'shipped' },
  'rules.origin_own': { zh: '本店', en: 'own' },
  'rules.origin_example': { zh: '示例', en: 'example' },
  'rules.source': { zh: '依据：{source}', en: 'source: {source}' },
  'rules.scorecard': { zh: '考核表', en: 'scorecard' },
  'rules.pay': { zh: '工资', en: 'pay' },
  'rules.plan': { zh: '方案', en: 'plan' },
  'rules.calendar': { zh: '日历', en: 'calendar' },
  'rules.notices': { zh: '通知', en: 'notices' },
  'rules.notes': { zh: '说明', en: 'Notes' },
  'rules.tested': { zh: '{n} 个例子，全部通过', en: '{n} {n|example holds|examples, all hold}' },
  'rules.failed': {
    zh: '{n} 个例子，{failed} 处不符',
    en: '{n} {n|example|examples}, {failed} {failed|difference|differences}',
  },
  'rules.no_examples': { zh: '没有例子', en: 'no examples' },
  'rules.failure': {
    zh: '{file}:{line} {which}：{what}应为 {expected}，算出 {actual}',
    en: '{file}:{line} {which}: {what} should be {expected}, is {actual}',
  },
  'rules.example': { zh: '例子“{title}”', en: 'example “{title}”' },
  'rules.example_no': { zh: '第 {n} 个例子', en: 'example {n}' },
  'rules.untouched': { zh: '没有例子涉及：{what}', en: 'no example touches: {what}' },
  'rules.summary': {
    zh: '{rulebooks} 个规则，{examples} 个例子，{failures} 处不符',
    en: 'rulebooks: {rulebooks}, examples: {examples}, differences: {failures}',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
