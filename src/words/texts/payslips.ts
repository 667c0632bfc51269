import type { TextEntry } from './entry.js';

/** What payslips say. */
export const payslipsTexts = {
  'payslip.heading': { zh: '{shop} {period} 工资条', en: '{shop} Payslip {period}' },
  'payslip.title': { zh: '工资条', en: 'Payslips' },
  'payslip.zeros': { zh: '为 0 的项目：{lines}', en: 'Lines that come to 0: {lines}' },
  'payslip.withheld': { zh: '代扣合计', en: 'Withheld' },
  'payslip.score': {
    zh: '得分 {points} / {total}，第 {rank} 名，共 {count} 人',
    en: '{points} of {total}, rank {rank} of {count}',
  },
  'payslip.score_alone': {
    zh: '得分 {points} / {total}，第 {rank} 名',
    en: '{points} of {total}, rank {rank}',
  },
  'payslip.reason': { zh: '怎么来的', en: 'How it came about' },
  'payslip.source': { zh: '依据：{source}', en: 'By: {source}' },
  'payslip.lead': { zh: '主管', en: 'your lead' },
  'payslip.ask': {
    zh: '有疑问请在签名前问{who}。',
    en: 'If anything is unclear, ask {who} before you sign.',
  },
  'payslip.ask_by': {
    zh: '有疑问请在 {day} 前问{who}。',
    en: 'If anything is unclear, ask {who} by {day}.',
  },
  'payslip.sign': { zh: '签名：', en: 'Signature:' },
  'payslip.date': { zh: '日期：', en: 'Date:' },
  'payslip.from_seal': {
    zh: '{month} 已结账，而现在的文件算不出结账时的结果：工资条上是封存的金额和公式，没有代入的数',
    en: '{month} is closed, and the files no longer give what was sealed: the slips have the sealed amounts and formulas, without the numbers in them',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
