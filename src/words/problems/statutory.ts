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
  'misspelt-place': {
    level: 'error',
    zh: '没有参保地“{place}”的数，最接近的是 {meant}',
    en: 'nothing is known of the place “{place}”; the nearest is {meant}',
    remedyZh: '改成 {meant}；确实是别的地方的，在 kpi.yaml 的 set 下写它的数',
    remedyEn: 'write {meant}; of another place give the figures under `set` in kpi.yaml',
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
    zh: '{place} {month} 的法定数字：{figures}',
    en: '{place} in {month}: {figures}',
    folded: {
      zh: '{month} 的法定数字（{place}），连同出处，由 kpi check --format csv 逐项列出',
      en: 'the statutory figures of {month} ({place}), with their sources: `kpi check --format csv` lists them',
    },
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
  'labour-law-finding': {
    level: 'warning',
    zh: '{agent}：{text}（{rulebook}）',
    en: '{agent}: {text} ({rulebook})',
    remedyZh: '工资照制度算，没有改；核对后改制度、改数据，或按规定补足',
    remedyEn:
      'pay follows the rules of the shop and is not changed; check it, and change the rules or the data, or make up for it as the law says',
  },
  'labour-law-note': {
    level: 'info',
    zh: '{agent}：{text}（{rulebook}）',
    en: '{agent}: {text} ({rulebook})',
    remedyZh: '工资没有改；看看制度里有没有依据',
    remedyEn: 'pay is not changed; see whether the rules of the shop have a ground for it',
  },
  'private-file': {
    level: 'warning',
    zh: '证件号码和银行账号只由 kpi export 读，别的命令不看也不显示',
    en: 'identity and account numbers are read by `kpi export` alone: no other command looks at them or shows them',
    remedyZh: '不用处理；kpi export 会按行和列说明哪里不对',
    remedyEn: 'nothing to do: `kpi export` says by line and column what is wrong',
  },
  'identity-of-nobody': {
    level: 'info',
    zh: '这一行的人不在花名册上',
    en: 'nobody on the roster is who this row is of',
    remedyZh: '已离职的不用管；写错的，把“{column}”改成花名册上的工号',
    remedyEn: 'nothing to do for who has left; else write the id of the roster in “{column}”',
  },
  'identity-twice': {
    level: 'error',
    zh: '{agent} 写了两行：另一行在第 {line} 行',
    en: '{agent} stands here twice: also in line {line}',
    remedyZh: '每人只留一行',
    remedyEn: 'keep one row for each agent',
  },
  'bad-private-number': {
    level: 'error',
    zh: '“{column}”列写的不是{what}',
    en: 'what stands in “{column}” is not {what}',
    remedyZh: '对照证件或银行卡改正这一格；这一列先设成文本再填',
    remedyEn: 'correct it from the card; make the column text before filling it in',
  },
  'damaged-private-number': {
    level: 'error',
    zh: '“{column}”列的号码被表格软件当成了数，后几位已经丢失',
    en: 'a spreadsheet took the number in “{column}” for a quantity; its last digits are lost',
    remedyZh: '把这一列设成文本，再照证件或银行卡重新填',
    remedyEn: 'make the column text, and fill the number in again from the card',
  },
  'cut-private-number': {
    level: 'warning',
    zh: '“{column}”列的号码从第 16 位起全是 0：表格软件可能只留了前 15 位',
    en: 'the number in “{column}” is zeros from digit 16 on: a spreadsheet may have kept 15 digits only',
    remedyZh: '对照银行卡核对；不对的，把这一列设成文本再填',
    remedyEn: 'hold it against the card; if it is wrong, make the column text and fill it in again',
  },
  'shared-private-number': {
    level: 'error',
    zh: '“{column}”列的号码和第 {line} 行的一样',
    en: 'the number in “{column}” is that of line {line}, too',
    remedyZh: '对照证件改正其中一行',
    remedyEn: 'correct one of the two rows',
  },
  'identity-lacking': {
    level: 'error',
    zh: '没有“{what}”的：{agents}',
    en: 'there is no “{what}” of {agents}',
    remedyZh: '在 {file} 里补上，什么也没有写出',
    remedyEn: 'write it into {file}; nothing was written',
  },
  'export-without-statutory': {
    level: 'error',
    zh: '{month} 没有算社保和个税，没有可以报送的实发和税额',
    en: 'insurance and tax of {month} were not worked out: there is no net pay and no tax to report',
    remedyZh: '在 kpi.yaml 写上 statutory（参保地、公积金比例、工伤比例）',
    remedyEn: 'write `statutory` into kpi.yaml (place, fund_rate, injury_rate)',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
