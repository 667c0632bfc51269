import type { TextEntry } from './entry.js';

/** Lines and categories of pay. */
export const salaryTexts = {
  'line.balance': { zh: '结转', en: 'balance' },
  'line.earning': { zh: '收入', en: 'earning' },
  'line.deduction': { zh: '扣款', en: 'deduction' },
  'line.notice': { zh: '通知', en: 'notice' },
  'line.withheld': { zh: '代扣', en: 'withheld' },
  'line.employer': { zh: '单位缴纳', en: 'paid by the employer' },

  'category.base': { zh: '底薪', en: 'base' },
  'category.performance': { zh: '绩效', en: 'performance' },
  'category.commission': { zh: '提成', en: 'commission' },
  'category.bonus': { zh: '奖金', en: 'bonus' },
  'category.allowance': { zh: '津贴', en: 'allowance' },
  'category.insurance_cash': { zh: '保险返现', en: 'insurance in cash' },
  'category.reward': { zh: '奖励', en: 'reward' },
  'category.fine': { zh: '罚款', en: 'fine' },
  'category.loss': { zh: '损失', en: 'loss' },
  'category.transfer': { zh: '转付', en: 'transfer' },
  'category.annual_bonus': { zh: '年终奖', en: 'annual bonus' },
} as const satisfies Readonly<Record<string, TextEntry>>;
