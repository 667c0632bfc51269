import type { ProblemEntry } from '../texts/entry.js';

/** Of reports of service tools and imported figures. */
export const reportsProblems = {
  'account-repeated': {
    level: 'error',
    zh: '账号“{account}”在第 {line} 行已经有一行：这种报表每个账号只有一行',
    en: 'the account “{account}” has a row already, in line {line}: such a report has one row per account',
    remedyZh: '删去多余的一行，或重新导出；按天导出的报表要带“日期”列',
    remedyEn: 'delete one of them, or export again; a report by day needs its column 日期',
  },
  'accounts-incomplete': {
    level: 'warning',
    zh: '{agent} 有几个账号（{places}），其中有的没有“{column}”：这一项不采用',
    en: '{agent} has several accounts ({places}), and some of them have no “{column}”: it is not used',
    remedyZh: '等工具统计完再导出；或在 metrics.csv 里写明这一项',
    remedyEn: 'export again when the tool has finished counting, or give the figure in metrics.csv',
  },
  'figure-not-imported': {
    level: 'warning',
    zh: '“{column}”列没有 {agents} 的数，没有导入；{metric}对这些客服改用本程序算的数，与报表里的其他数可能对不上',
    en: '“{column}” has no figure of {agents}: it was not imported, and “{metric}” of these agents is what kpi counts, which may not fit the other figures of the report',
    remedyZh: '等工具统计完再导出；或在 metrics.csv 里写明这一项',
    remedyEn: 'export again when the tool has finished counting, or give the figure in metrics.csv',
  },
  'accounts-not-combined': {
    level: 'warning',
    zh: '{agent} 有几个账号（{places}），“{column}”无法由各账号合成：这一项不采用',
    en: '{agent} has several accounts ({places}), from which no “{column}” follows: it is not used',
    remedyZh: '如果工资要用这一项，在 metrics.csv 里写明',
    remedyEn: 'give the figure in metrics.csv if pay needs it',
  },
  'accounts-without-weight': {
    level: 'error',
    zh: '{agent} 有几个账号（{places}），“{column}”要按“{weight}”加权，文件里没有这个数',
    en: '{agent} has several accounts ({places}); “{column}” has to be weighted by “{weight}”, which the file does not have',
    remedyZh: '导出时加上“{weight}”列；不用这一项就删去“{column}”列',
    remedyEn:
      'export with the column “{weight}”, or delete the column “{column}” if nothing needs it',
  },
  'report-attribution': {
    level: 'warning',
    zh: '报表按“{rule}”归属订单，kpi.yaml 是“{configured}”（{attribution}）',
    en: 'the report credits orders by {id} ({rule}), kpi.yaml says {attribution} ({configured})',
    remedyZh: '按同一规则重新导出，或把 kpi.yaml 的 metrics.attribution 改为 {id}',
    remedyEn: 'export by the same rule, or set metrics.attribution in kpi.yaml to {id}',
  },
  'review-without-agent': {
    level: 'error',
    zh: '这条评价没有写明客服，只有订单号还不知道算谁的',
    en: 'this review names no agent; an order number alone does not say whose it is',
    remedyZh: '加一列“客服”，写明每条评价是谁的；不该算到人头上的评价删去',
    remedyEn: 'add a column 客服 that says whose each review is; delete reviews that are nobody’s',
  },
  'unclear-rating': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是好评、中评、差评，也不是 1 到 5',
    en: '“{cell}” in “{column}” is none of 好评, 中评 and 差评, nor 1 to 5',
    remedyZh: '改成其中一种；按百分制的评分先换成 1 到 5',
    remedyEn: 'write one of them; turn ratings out of a hundred into 1 to 5 first',
  },
  'share-above-one': {
    level: 'error',
    zh: '“{column}”列的“{cell}”超过 100%：这种报表里没有百分号的数是小数（0.95 即 95%）',
    en: '“{cell}” in “{column}” is more than 100 %: in this report a number without % is a fraction (0.95 is 95 %)',
    remedyZh: '写成 95% 或 0.95；整列都是百分数时，把表头改成“{column}(%)”',
    remedyEn:
      'write 95% or 0.95; if the whole column is in percent, change its header to “{column}(%)”',
  },
  'rate-above-one': {
    level: 'error',
    zh: '“{metric}”最多是 100%，这里的“{cell}”是 {percent}',
    en: '“{metric}” is at most 100%, and “{cell}” is {percent}',
    remedyZh: '比率写成百分数或小数{meant}',
    remedyEn: 'write a rate as a percentage or a fraction{meant}',
  },
  'fraction-among-percents': {
    level: 'warning',
    zh: '“{column}”列按百分数读，“{cell}”就是 {cell}%，别的行是 {least} 到 {most}',
    en: 'column “{column}” is read as percentages, so that “{cell}” is {cell}%; other rows have {least} to {most}',
    remedyZh: '指 {meant}% 的，写成 {meant}；真是 {cell}% 的，写成 {cell}%',
    remedyEn: 'write {meant} for {meant}%; write {cell}% if that is meant',
  },
  'unit-of-other': {
    level: 'warning',
    zh: '“{column}”列没有读：“{metric}”不能用“{unit}”作单位',
    en: '“{column}” is not read: “{metric}” has no unit “{unit}”',
    remedyZh: '把数换算成文档里这个指标的单位，括号里写那个单位，或不写括号',
    remedyEn:
      'convert the figures to the unit that the documentation has for the metric, and write that in the brackets, or none',
  },
  'unknown-metric': {
    level: 'error',
    zh: '没有“{metric}”这个指标',
    en: 'there is no metric “{metric}”',
    remedyZh: '可以写的：{known}；自己的指标先在 kpi.yaml 的 custom_metrics 里声明',
    remedyEn:
      'known are: {known}; one of your own is first declared under custom_metrics in kpi.yaml',
  },
  'misspelt-metric': {
    level: 'error',
    zh: '没有“{metric}”这个指标',
    en: 'there is no metric “{metric}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'no-metric-column': {
    level: 'error',
    zh: '没有一列是认得的指标：{columns}',
    en: 'no column is a metric that is known: {columns}',
    remedyZh: '列名写成指标的名称或 id：{known}；自己的指标先在 kpi.yaml 的 custom_metrics 里声明',
    remedyEn:
      'name the columns by id or title of a metric: {known}; your own are declared under custom_metrics in kpi.yaml',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
