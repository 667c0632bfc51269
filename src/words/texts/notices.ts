import type { TextEntry } from './entry.js';

/** Notices to post. */
export const noticesTexts = {
  'notice.carried_forward': {
    zh: '{title}有 {over} 元超出限额，转入下月（{limits}）',
    en: '{over} yuan of {title} are over the limit and carried forward ({limits})',
  },
  'notice.over_losses': {
    zh: '损失最多扣应发工资的 {share}，超出 {over} 元',
    en: 'losses take at most {share} of the gross: {over} over',
  },
  'notice.over_wage': {
    zh: '实发不低于 {wage} 元，超出 {over} 元',
    en: 'nobody is paid less than {wage}: {over} over',
  },
  'notice.absent': {
    zh: '{title}：{reason}，这个月没有这一项',
    en: '{title}: {reason}; absent this month',
  },
  'notice.recovery_carried': {
    zh: '追回 {month} {title}：还有 {rest} 留到以后（每月至多追回当月应发的 {share}，且追回后实发不低于 {wage}）',
    en: 'Recovery {month} {title}: {rest} is left for later (a month gives at most {share} of its gross, and keeps {wage} payable)',
  },
  'notice.line': { zh: '{level}：{to} {text}', en: '{level}: {to} {text}' },

  'notices.is_closed': {
    zh: '{month} 已结账；这是封存时的通知',
    en: '{month} is closed; these are the notices as they were sealed',
  },
  'notices.heading': { zh: '{shop} {month} 通知', en: '{shop}: notices for {month}' },
  'notices.agent': { zh: '{name}（{id}）', en: '{name} ({id})' },
  'notices.shop': { zh: '全店', en: 'the whole shop' },
  'notices.team': { zh: '全队', en: 'the whole team' },
  'notices.team_part': { zh: '全队（{part}）', en: 'the whole team ({part})' },
  'notices.said': { zh: '{text} · {rulebook}', en: '{text} · {rulebook}' },
  'notices.sign': {
    zh: '{who}签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿',
    en: '{who}: ＿＿＿＿＿＿＿＿ date: ＿＿＿＿＿＿',
  },
  'notices.to_sign': { zh: '{text}（{signers}签字）', en: '{text} (to be signed by {signers})' },
  'notices.none': { zh: '{month} 没有要通知的事', en: 'nothing to post for {month}' },
} as const satisfies Readonly<Record<string, TextEntry>>;
