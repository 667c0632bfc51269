import type { TextEntry } from './entry.js';

/** The list of problems. */
export const problemsTexts = {
  'problems.errors': { zh: '{n} 个错误', en: '{n} {n|error|errors}' },
  'problems.warnings': { zh: '{n} 个警告', en: '{n} {n|warning|warnings}' },
  'problems.more': {
    zh: '另有 {n} 处同类问题；kpi check --format csv 列出全部',
    en: 'and {n} more like it; `kpi check --format csv` lists all',
  },
  'problems.cell': { zh: '“{cell}”', en: '“{cell}”' },
  'problems.none': { zh: '没有发现问题', en: 'no problems found' },
  'check.no_month': {
    zh: '只查了 kpi.yaml、花名册和规则，没有查任何一个月的文件；要查的话：kpi check --month {month}',
    en: 'checked kpi.yaml, the roster and the rulebooks, and the files of no month; to check one: kpi check --month {month}',
  },
  'problems.nothing_written': {
    zh: '有错误，没有写出任何结果',
    en: 'there are errors; nothing was written',
  },
  'problems.strict': {
    zh: '--strict 把警告当作错误，没有写出任何结果',
    en: 'with --strict a warning counts as an error; nothing was written',
  },

  'known.none': { zh: '还一个也没有，要先声明', en: 'none yet, declare one first' },
  'known.more': { zh: '{list} 等 {all} 个', en: '{list}, … ({all} in all)' },

  'level.error': { zh: '错误', en: 'error' },
  'level.warning': { zh: '警告', en: 'warning' },
  'level.info': { zh: '提示', en: 'info' },
  'level.dismissal': { zh: '辞退级', en: 'dismissal' },
} as const satisfies Readonly<Record<string, TextEntry>>;
