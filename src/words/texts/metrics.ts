import type { TextEntry } from './entry.js';

/** Metrics and why one is missing. */
export const metricsTexts = {
  'metrics.is_closed': {
    zh: '{month} 已结账；这是封存的指标',
    en: '{month} is closed; these are the figures that were sealed',
  },
  'metrics.rating': { zh: '评分·{item}', en: 'Rating: {item}' },
  'metrics.lacking': { zh: '{title}（{names}）', en: '{title} ({names})' },
  'metrics.gap': {
    zh: '{reason}，所以没有这 {n} 项：{metrics}',
    en: '{reason}; without it {n} not there: {metrics}',
  },
  'metrics.provisional': {
    zh: '* 暂定：本月之后的订单还没有齐',
    en: '* provisional: orders after the month are not in yet',
  },

  'missing.not_recorded': { zh: '结账的月份里没有这个数', en: 'the closed month does not know it' },
  'missing.undefined': { zh: '分母为 0', en: 'the denominator is 0' },
  'missing.no_file': { zh: '本月没有 {files}', en: 'the month has no {files}' },
  'missing.no_cell': {
    zh: '{file} 里有的行没有填“{column}”',
    en: 'rows of {file} have no {column}',
  },
  'missing.no_row': { zh: '{file} 里没有这位客服的数据', en: '{file} has no data of this agent' },
  'missing.no_figures': {
    zh: '{file} 里没有这位客服的{figures}',
    en: '{file} does not have the {figures} of this agent',
  },
  'missing.unread': {
    zh: '文件里有错，读不出来',
    en: 'the file that says it could not be read',
  },
  'missing.not_imported': {
    zh: '只能由 metrics*.csv 导入，而没有导入',
    en: 'comes by import in metrics*.csv only, and was not imported',
  },
  'missing.no_parts': {
    zh: '没有导入分子和分母',
    en: 'numerator and denominator were not imported',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
