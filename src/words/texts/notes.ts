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
  'note.shop': { zh: '全店 {count} 人', en: '{count} agents of the shop' },
  'note.team': { zh: '团队 {count} 人', en: 'team of {count}' },
  'note.pooled': {
    zh: '团队合计 {numerator} ÷ {denominator}（{count} 人）',
    en: 'team {numerator} ÷ {denominator} ({count} agents)',
  },
  'note.no_month': { zh: '没有这个月', en: 'there is no such month' },
  'note.month': { zh: '{month}', en: '{month}' },
  'note.streak': { zh: '连续 {count} 个月', en: '{count} months running' },
  'note.days': { zh: '{of} 天中 {count} 天成立', en: 'holds on {count} of {of} days' },
  'note.mean_over': { zh: '{count} 个月的平均', en: 'mean of {count} months' },
  'note.rows_counted': { zh: '{all} 条里算 {count} 条', en: '{count} of {all} rows count' },
  'note.grade': { zh: '评为{grade}', en: 'graded {grade}' },
  'note.row_points': { zh: '{when}，{graded}：{points}', en: '{when}, {graded}: {points}' },
  'note.mean_of_weeks': { zh: '{count} 周的平均', en: 'the mean of {count} weeks' },
  'note.mean_of_rows': { zh: '{count} 次评分的平均', en: 'the mean of {count} gradings' },
  'note.rating_number': { zh: '评分 {number}', en: 'rated {number}' },
  'note.band': { zh: '{value} {sign} {bound}，在这一档', en: '{value} {sign} {bound}: this row' },
  'note.last_band': { zh: '{value} 在最后一档', en: '{value}: the last row' },
  'note.next_grade': { zh: '评为{grade}可得 {gives}', en: '{grade} would give {gives}' },
  'note.next_band': {
    zh: '到 {sign} {bound} 还差 {distance}，可得 {gives}',
    en: '{distance} short of {sign} {bound}, which gives {gives}',
  },
  'note.slice': { zh: '{slice} 这一段按 {rate}', en: 'the slice of {slice} at {rate}' },
  'note.between': { zh: '在 {left} 与 {right} 之间', en: 'between {left} and {right}' },
  'note.target_met': { zh: '{value}，达到目标 {target}', en: '{value} meets the target {target}' },
  'note.target_missed': {
    zh: '{value}，目标 {target}，差 {distance}',
    en: '{value}, target {target}, {distance} away',
  },
  'note.limited': { zh: '{ratio} 限为 {result}', en: '{ratio} limited to {result}' },
  'note.renormalised': {
    zh: '缺少的部分不计，其余权重 {left} 放大到 {all}',
    en: 'parts without figures left out, the other weights of {left} spread to {all}',
  },
  'note.per': { zh: '{count} 次，每次 {each}', en: '{count} times {each}' },
  'note.rung': { zh: '第 {time} 次：{amount}', en: 'time {time}: {amount}' },
  'note.next_rung': { zh: '再有第 {time} 次：{amount}', en: 'the next, time {time}: {amount}' },
  'note.given': { zh: '{count} 条，合计 {sum}', en: '{count} rows, {sum} in all' },
  'note.place': { zh: '第 {place} 名，共 {count} 人', en: 'place {place} of {count}' },
  'note.tied': {
    zh: '与人并列，共 {tied} 人，平分所占名次的奖金',
    en: 'tied, {tied} in all, who share the rungs they occupy',
  },
  'note.next_place': {
    zh: '离第 {place} 名差 {distance}，第 {place} 名可得 {gives}',
    en: '{distance} behind place {place}, which is worth {gives}',
  },
  'note.gate_failed': { zh: '没有达到门槛，为 0', en: 'a gate is not passed: 0' },
  'note.not_first': {
    zh: '与第一并列，按花名册顺序排在后面（{count} 人）',
    en: 'level with the first, but later in the roster (of {count})',
  },
  'note.not_ranked': {
    zh: '不在排名之内（{count} 人参加）',
    en: 'not in the ranking (of {count})',
  },
  'note.behind_first': {
    zh: '第 {place} 名，共 {count} 人；离第一差 {distance}',
    en: 'place {place} of {count}; {distance} behind the first',
  },
  'note.first': { zh: '第一，共 {count} 人', en: 'first, {count} in all' },
  'note.pool': { zh: '占 {own} ÷ {total}', en: '{own} of {total}' },
  'note.quotient': { zh: '{numerator} ÷ {denominator}', en: '{numerator} ÷ {denominator}' },
  'note.imported': { zh: '来自导入的指标文件', en: 'from an imported metrics file' },
  'note.imported_from': {
    zh: '从 {file} 第 {line} 行导入',
    en: 'imported from {file}, line {line}',
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
  'note.missing_settled': { zh: '没有数据，按规则{worth}', en: 'no data: {worth} by the rule' },
  'note.undefined_settled': {
    zh: '分母为 0，按规则{worth}',
    en: 'denominator 0: {worth} by the rule',
  },
  'note.rounded': { zh: '{from} 取整为 {to}', en: '{from} rounded to {to}' },
  'note.limited_to': {
    zh: '只剩 {left} 可扣，应扣 {full}',
    en: 'only {left} is left to take, of {full}',
  },
  'note.adjusted': { zh: '按“{title}”调整，原为 {from}', en: 'adjusted by “{title}”, was {from}' },
  'note.tied_same': { zh: '与人并列，共 {tied} 人', en: 'tied, {tied} in all' },
  'note.sum_over': { zh: '{count} 个月合计', en: 'sum of {count} months' },
  'note.climbed': { zh: '以前已有 {count} 次', en: '{count} times before' },

  'outcome.grade': { zh: '评为{grade}', en: 'graded {grade}' },
  'outcome.number': { zh: '评数字', en: 'rated by a number' },
  'outcome.met': { zh: '达到目标', en: 'target met' },
  'outcome.missed': { zh: '没达到目标', en: 'target missed' },
  'outcome.none': { zh: '一次也没有', en: 'not once' },
  'outcome.some': { zh: '有', en: 'some' },
  'outcome.given': { zh: '评了', en: 'given' },
  'outcome.times': { zh: '第 {time} 次', en: 'time {time}' },
  'outcome.placed': { zh: '有名次奖', en: 'a place with a prize' },
  'outcome.beyond': { zh: '名次在奖外', en: 'a place without a prize' },
  'outcome.gate': { zh: '没过门槛', en: 'gate not passed' },
  'outcome.shared': { zh: '分到', en: 'has a share' },
  'outcome.outside': { zh: '不参加分', en: 'takes no part' },
  'outcome.won': { zh: '第一', en: 'first' },
  'outcome.lost': { zh: '不是第一', en: 'not first' },
  'outcome.when_held': { zh: '条件成立', en: 'conditions hold' },
  'outcome.when_failed': { zh: '条件不成立', en: 'a condition does not hold' },
  'outcome.adjusted': { zh: '“{title}”起作用', en: '“{title}” applies' },
  'outcome.not_adjusted': { zh: '“{title}”不起作用', en: '“{title}” does not apply' },

  'grade.number': { zh: '评分 {number}', en: 'rated {number}' },
  'grade.week': { zh: '第 {week} 周', en: 'week {week}' },
  'grade.row': { zh: '第 {row} 次', en: 'no. {row}' },
  'grade.each_week': { zh: '各周平均', en: 'mean of the weeks' },
  'grade.each_row': { zh: '各次平均', en: 'mean of the gradings' },

  'list.entry': { zh: '{name}（{figure}）', en: '{name} ({figure})' },

  'field.amount': { zh: '{title}的金额', en: '{title}: amount' },
  'field.points': { zh: '{title}的扣分', en: '{title}: points' },
  'field.grave': { zh: '重大的{title}', en: '{title}: grave' },
  'field.order_amount': { zh: '{title}的订单金额', en: '{title}: order amount' },
} as const satisfies Readonly<Record<string, TextEntry>>;
