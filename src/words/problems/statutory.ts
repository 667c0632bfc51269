import type { ProblemEntry } from '../texts/entry.js';

/** Of social insurance, housing fund and tax. */
export const statutoryProblems = {
  'statutory-unknown': {
    level: 'error',
    zh: '{of}“{title}”从 {since} 起未知',
    en: '“{title}” of {of} is unknown from {since} on',
    remedyZh: '查{published}的通知，在 kpi.yaml 的 set 下写：{set}',
    remedyEn: 'look up the notice of {published}, and write under `set` in kpi.yaml: {set}',
  },
  'no-year-to-date': {
    level: 'error',
    zh: '{agent} 在 {months} 已在职，但不知道这几个月的工资和税',
    en: '{agent} was employed in {months}, of which pay and tax are not known',
    remedyZh:
      '用 kpi close 结账这几个月；或在店铺文件夹里放一份 opening.csv（年初至今），写上截至 {last} 的累计数',
    remedyEn:
      'close these months with `kpi close`; or put opening.csv into the shop folder, with the amounts of the year through {last}',
  },
  'fund-rate-range': {
    level: 'error',
    zh: '{agent} 的{title} {rate} 不在{place}的 {least} 到 {most} 之间',
    en: '{title} {rate} of {agent} is not within {least} to {most} of {place}',
    remedyZh: '改成范围内的比例；不缴的写 0%',
    remedyEn: 'write a rate within the range, or 0% for none',
  },
  'negative-net': {
    level: 'error',
    zh: '{agent} 的实发是 {amount} 元：应发 {gross}，{lines}',
    en: 'net pay of {agent} is {amount} yuan: {gross} gross, {lines}',
    remedyZh: '核对这些项目；当月不够扣的，另行收取或写 insured_until（参保止月）',
    remedyEn:
      'check these lines; what the month cannot bear is collected otherwise, or insured_until ends the insurance',
  },
  'no-deductions': {
    level: 'info',
    zh: '{month} 没有 deductions*.csv：没有新的专项附加扣除',
    en: '{month} has no deductions*.csv: nothing is added to the additional deductions',
    remedyZh: '有专项附加扣除的，放一份 deductions.csv（本月的数，或“累计”的数）；没有的不用处理',
    remedyEn:
      'where there are any, put a deductions.csv into the month (of the month, or 累计 to date); else there is nothing to do',
  },
  'deduction-above-legal': {
    level: 'warning',
    zh: '{agent} 的{item} {amount} 元，超过法定的 {most} 元',
    en: '{item} of {agent} is {amount} yuan, above the {most} yuan of the law',
    remedyZh: '核对这个数；照写的数计算',
    remedyEn: 'check the amount; it is used as it is written',
  },
  'statutory-figures': {
    level: 'info',
    zh: '{place} {month} 的{figures}（{source}）',
    en: '{place} in {month}: {figures} ({source})',
    remedyZh:
      '和通知核对；不一样的，写在 kpi.yaml 的 set 下（kpi rules show social_insurance 列出名称）',
    remedyEn:
      'hold them against the notice; write what differs under `set` in kpi.yaml (kpi rules show social_insurance has the names)',
  },
  'negative-deduction': {
    level: 'error',
    zh: '“{column}”列的“{cell}”是负数',
    en: '“{cell}” in “{column}” is below 0',
    remedyZh: '写 0 或正数',
    remedyEn: 'write 0 or more',
  },
  'deductions-twice': {
    level: 'error',
    zh: '“{item}”给了两次：另一处在 {file} 第 {line} 行',
    en: '“{item}” is given twice: also in {file} line {line}',
    remedyZh: '每人每项只写一次：本月的数，或“累计”开头的年初至今的数',
    remedyEn: 'give each item of an agent once: of the month, or of the year to date (累计…)',
  },
  'opening-twice': {
    level: 'error',
    zh: '{agent} {year} 年的年初至今写了两行：另一行在 {file} 第 {line} 行',
    en: '{agent} has two openings of {year}: the other is in {file} line {line}',
    remedyZh: '每人每年只留一行',
    remedyEn: 'keep one row for each agent and year',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
