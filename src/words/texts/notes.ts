import type { TextEntry } from './entry.js';

/**
 * What a step of a computation says beside its figure.
 * Closed months hold these sentences and must come out the same: their words stay, `1 times` included.
 */
export const notesTexts = {
  'note.held': { zh: '{left} {relation} {right}，成立', en: '{left} {relation} {right}, holds' },
  'note.failed': {
    zh: '{left} {relation} {right}，不成立，差 {distance}',
    en: '{left} {relation} {right}, does not hold, off by {distance}',
  },
  'note.team': { zh: '团队 {count} 人', en: 'team of {count}' },
  'note.quotient': { zh: '{numerator} ÷ {denominator}', en: '{numerator} ÷ {denominator}' },
  'note.imported': { zh: '来自导入的指标文件', en: 'from an imported metrics file' },
  'note.imported_from': {
    zh: '从 {file} 第 {line} 行导入',
    en: 'imported from {file}, line {line}',
  },
  'note.target_from': {
    zh: '{file} 第 {line} 行给本人的目标',
    en: 'the agent’s own target, {file} line {line}',
  },
  'note.employed_days': {
    zh: '全月的应出勤；考勤只算在职的日子，是 {days}',
    en: 'of a whole month; the {days} of the attendance count the days employed only',
  },
  'note.provisional': {
    zh: '暂定：订单还没有到窗口结束',
    en: 'provisional: the orders end before the window does',
  },
  'note.absent_counts_zero': { zh: '没有这一项，按 0 计', en: 'absent, counts as 0' },
  'note.condition_failed': {
    zh: '条件不成立，没有这一项',
    en: 'a condition does not hold: absent',
  },
  'note.missing_settled': { zh: '没有数据，按规则{standIn}', en: 'no data: {standIn} by the rule' },
  'note.undefined_settled': {
    zh: '分母为 0，按规则{standIn}',
    en: 'denominator 0: {standIn} by the rule',
  },
  'note.times': { zh: '{count} × {each} = {sum}', en: '{count} × {each} = {sum}' },
  'note.times_from': {
    zh: '{file} 第 {line} 行：{count} × {each} = {sum}',
    en: '{file}, line {line}: {count} × {each} = {sum}',
  },
  'note.rounded': { zh: '{from} 取整为 {to}', en: '{from} rounded to {to}' },
  'note.limited_to': {
    zh: '只剩 {left} 可扣，应扣 {full}',
    en: 'only {left} is left to take, of {full}',
  },
  'note.value_from': { zh: '依据：{source}', en: 'source: {source}' },
  'note.other_choice': {
    zh: '年终奖{choice}的话，本月的税共 {other}；现在这样共 {own}',
    en: 'with the annual bonus {choice}, the tax of the month would be {other} in all; as it is, {own}',
  },
  'note.adjusted': { zh: '按“{title}”调整，原为 {from}', en: 'adjusted by “{title}”, was {from}' },

  'outcome.none': { zh: '一次也没有', en: 'not once' },
  'outcome.some': { zh: '有', en: 'some' },
  'outcome.when_held': { zh: '条件成立', en: 'conditions hold' },
  'outcome.when_failed': { zh: '条件不成立', en: 'a condition does not hold' },
  'outcome.adjusted': { zh: '“{title}”起作用', en: '“{title}” applies' },
  'outcome.not_adjusted': { zh: '“{title}”不起作用', en: '“{title}” does not apply' },

  'grade.each_week': { zh: '各周平均', en: 'mean of the weeks' },
  'grade.each_row': { zh: '各次平均', en: 'mean of the gradings' },

  'field.amount': { zh: '{title}的金额', en: '{title}: amount' },
  'field.points': { zh: '{title}的扣分', en: '{title}: points' },
  'field.grave': { zh: '重大的{title}', en: '{title}: grave' },
  'field.orders': { zh: '{title}的单数', en: '{title}: orders' },
  'field.order_amount': { zh: '{title}的订单金额', en: '{title}: order amount' },
  'field.days_to_close': { zh: '{title}的结案天数', en: '{title}: days to close' },
  'field.days': { zh: '{title}的天数', en: '{title}: days' },
  'field.days_ahead': { zh: '{title}的提前天数', en: '{title}: days asked for ahead' },
} as const satisfies Readonly<Record<string, TextEntry>>;
