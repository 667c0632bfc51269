import type { ProblemEntry } from '../texts/entry.js';

/** Of pay. */
export const payrollProblems = {
  'event-without-rule': {
    level: 'warning',
    zh: '{agents} 按“{plan}”发工资，里面没有事项“{event}”的规则，这一行不起作用',
    en: '{agents} is paid by “{plan}”, which has no rule for the event “{event}”: the row does nothing',
    remedyZh: '核对工号；要算的，把写有这一事项的制度加进这个方案',
    remedyEn: 'check the agent; if it should count, add a rulebook with this event to the plan',
  },
  'rows-without-order': {
    level: 'warning',
    zh: '{agent} 在 {day} 有 {count} 行“{event}”没写订单编号，不知道是不是同一次，合在一起只算一次',
    en: '{count} rows of “{event}” of {agent} on {day} have no order id, so that nobody can tell whether they are one: together they count once',
    remedyZh: '是同一次的，几行写上同一个订单编号；是几次的，每次写上各自的订单编号，按次数算',
    remedyEn:
      'give rows about one order its id; where they are several, give each its own order id, and each counts',
  },
  'event-passes-plan': {
    level: 'info',
    zh: '全队的事项“{event}”，方案“{plan}”里没有它的规则，对 {agents} 不起作用',
    en: 'the event “{event}” is of the whole team; the plan “{plan}” has no rule for it, so that it does nothing for {agents}',
    remedyZh: '也要算到这些人的，把写有这一事项的制度加进方案；本来不算的不用处理',
    remedyEn:
      'add a rulebook with this event to the plan if it should count for them, too; else there is nothing to do',
  },
  'transfer-unbalanced': {
    level: 'warning',
    zh: '转付的两边不相等（{lines}）：共付给 {given} 元，共扣 {taken} 元',
    en: 'the two sides of transfers differ ({lines}): {given} yuan are paid, {taken} are taken',
    remedyZh: '转付是一个人付给另一个人：两个人各要有一行事项，次数（金额）相同',
    remedyEn:
      'a transfer goes from one agent to another: each of the two needs a row of events, with the same count (amount)',
  },
  'provisional-figures': {
    level: 'warning',
    zh: '{line}（{agents}）依据的{metrics}还没有定：订单要有到 {due} 的，现在最晚的：{last}',
    en: '{line} ({agents}) rests on {metrics}, not final yet: orders are needed through {due}; the last is of {last}',
    remedyZh:
      '把截至 {due} 的订单导出，放进 {month} 文件夹再算；就按现在的数结账，用 kpi close --even-if provisional --reason 原因',
    remedyEn:
      'export orders through {due} into the folder {month} and run again; to close on these figures use kpi close --even-if provisional --reason',
  },
  'metric-without-file': {
    level: 'error',
    zh: '没有“{metric}”：缺少文件 {file}',
    en: '“{metric}” is not known: the file {file} is missing',
    remedyZh: '把导出文件放进这个月的文件夹（确实没有发生的，放一个只有表头的文件）',
    remedyEn:
      'put the export into the month’s folder (when nothing happened, a file with a header only)',
  },
  'metric-without-row': {
    level: 'error',
    zh: '{agent} 没有{metric}：{file} 里没有这一行、这一列，或格子里没有数',
    en: '{metric} of {agent} is not known: {file} has no such row or column, or no figure in it',
    remedyZh: '在 {file} 里补上，或在 metrics*.csv 里给出“{asked}”',
    remedyEn: 'add it to {file}, or give “{asked}” in metrics*.csv',
  },
  'metric-without-cell': {
    level: 'error',
    zh: '没有“{metric}”：{file} 里有的行没有填“{column}”',
    en: '“{metric}” is not known: rows of {file} have no {column}',
    remedyZh: '导出时带上“{column}”一列，每一行都填',
    remedyEn: 'export the column {column} too, with a value in every row',
  },
  'metric-not-imported': {
    level: 'error',
    zh: '{agent} 没有“{metric}”，它只能从指标文件导入',
    en: '“{metric}” of {agent} is not known; it comes by import only',
    remedyZh: '在 {file} 里补上 {id}（{metric}）一列',
    remedyEn: 'add the column {id} ({metric}) to {file}',
  },
  'import-without-days': {
    level: 'error',
    zh: '{agent} 的“{metric}”是导入的整月数，没有每天的数',
    en: '“{metric}” of {agent} was imported for the whole month and has no figures of single days',
    remedyZh: '从指标文件里去掉它，改由聊天、订单等文件算出；或不按天计算',
    remedyEn:
      'take it out of the metrics file, so that it is counted from chats, orders and the like; or do not ask for days',
  },
  'attendance-without-days': {
    level: 'error',
    zh: '没有“{metric}”每天的数：{file} 是整月的考勤',
    en: '“{metric}” has no figures of single days: {file} has whole months',
    remedyZh: '改用逐条的考勤（每条有日期），或不按天计算',
    remedyEn: 'supply attendance by event, each row with its date; or do not ask for days',
  },
  'ratings-without-file': {
    level: 'error',
    zh: '没有“{title}”的评分：缺少文件 {file}',
    en: 'there is no rating “{title}”: the file {file} is missing',
    remedyZh: '放进评分文件，每人一行“{title}”',
    remedyEn: 'add the ratings file with a row “{title}” per agent',
  },
  'rating-missing': {
    level: 'error',
    zh: '{agent} 没有“{title}”的评分',
    en: '{agent} has no rating “{title}”',
    remedyZh: '在 {file} 里给 {agent} 加一行“{title}”',
    remedyEn: 'add a row “{title}” for {agent} to {file}',
  },
  'target-not-set': {
    level: 'error',
    zh: '没有 {month} 的目标 {target}',
    en: 'there is no target {target} for {month}',
    remedyZh: '在 kpi.yaml 的 targets 里写 {target}',
    remedyEn: 'write {target} under `targets` in kpi.yaml',
  },
  'target-without-row': {
    level: 'error',
    zh: '{file} 里没有 {agent} {month} 的“{title}”',
    en: '{file} has no “{title}” of {agent} for {month}',
    remedyZh:
      '在 {file} 里补上 {agent} 的目标；没有自己目标的人用同一个数的，写在 kpi.yaml 的 targets 里',
    remedyEn:
      'add the target of {agent} to {file}; one for all who have none of their own stands under `targets` in kpi.yaml',
  },
  'roster-gap': {
    level: 'error',
    zh: '{agent} 没有填“{field}”',
    en: 'the {field} of {agent} is not known',
    remedyZh: '在 agents.csv 里补上',
    remedyEn: 'add it to agents.csv',
  },
  'role-without-plan': {
    level: 'error',
    zh: '{agent} 的岗位“{role}”没有方案',
    en: 'the role “{role}” of {agent} has no plan',
    remedyZh:
      '岗位写错了的改过来，plans 里有的岗位：{known}；没有写错的，在 kpi.yaml 的 plans 里给这个岗位指定方案',
    remedyEn:
      'correct the role if it is misspelt, `plans` has: {known}; else name a plan for it under `plans` in kpi.yaml',
  },
  'shipped-book-unfit': {
    level: 'error',
    zh: '自带的制度 {books} 本身没有错，方案“{plan}”（{id}）里没有它要用的东西，或和别的制度冲突',
    en: 'nothing is wrong with {books} itself: the plan “{plan}” ({id}) lacks what it needs, or has what conflicts with it',
    remedyZh: '把它要用的制度加进这个方案，或从方案里去掉它',
    remedyEn: 'add the books that it needs to the plan, or take it out of the plan',
  },
  'part-month-due': {
    level: 'warning',
    zh: '{agent} 不是全月在职，应出勤 {written} 天，而全月是 {whole} 天。按 {written} 天算：{paid}（现在这样发）；按 {whole} 天算：{otherwise}',
    en: '{agent} is not employed all month and has {written} workdays due, where a whole month has {whole}. By {written} days: {paid} (as is paid now); by {whole} days: {otherwise}',
    remedyZh:
      '考勤表里新入职、离职的人应出勤只算在职的日子，就在 kpi.yaml 的 metrics 里写 part_month_due: employed_days，按 {whole} 天折算；算的是全月，就写 part_month_due: whole_month，照表里的数',
    remedyEn:
      'when the attendance counts only the days employed of who joins or leaves, write part_month_due: employed_days under metrics in kpi.yaml, and {whole} days hold; when it counts the whole month, write part_month_due: whole_month, and its figure holds',
  },
  'whole-month-amount': {
    level: 'warning',
    zh: '{agent} 不是全月在职，“{line}”没有写怎么折算：按全月的发 {whole}（现在这样发），按在职的日历天数折算是 {part}',
    en: '{agent} is not employed all month, and “{line}” does not say how it pays a part of a month: by the whole month {whole} (as is paid now), by calendar days employed {part}',
    remedyZh:
      '在这一项写按什么折算：{key.prorate}: calendar_days（在职的日历天数）、working_days（工作日）或 attendance（出勤 ÷ 应出勤）；不折算的写 {key.prorate}: none',
    remedyEn:
      'say in the line by what it is paid in part: `{key.prorate}: calendar_days`, working_days or attendance (÷ due); for the whole amount write `{key.prorate}: none`',
  },
  'plan-without-agents': {
    level: 'info',
    zh: '花名册里没有岗位是“{role}”的人，这个方案用不上',
    en: 'nobody in the roster has the role “{role}”: the plan pays nobody',
    remedyZh: '岗位写错了的改过来，花名册里有的岗位：{known}；暂时没有人的不用管',
    remedyEn:
      'correct the role if it is misspelt, the roster has: {known}; if nobody has it for now, nothing is to be done',
  },
  'unknown-role': {
    level: 'error',
    zh: 'credit_roles 里的岗位“{role}”没有方案，也不是已知的岗位',
    en: 'the role “{role}” in credit_roles has no plan and is none of the known roles',
    remedyZh: '可以写的：{known}',
    remedyEn: 'known are: {known}',
  },
  'misspelt-role': {
    level: 'error',
    zh: 'credit_roles 里的岗位“{role}”没有方案，也不是已知的岗位',
    en: 'the role “{role}” in credit_roles has no plan and is none of the known roles',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'undefined-value': {
    level: 'error',
    zh: '{agent} 的“{entry}”算不出来：{reason}',
    en: '“{entry}” of {agent} has no value: {reason}',
    remedyZh: '在规则里用 {key.undefined} 写明这时算多少，例如 {key.undefined}: 0',
    remedyEn:
      'say in the rule with `{key.undefined}` what it is worth then, as in `{key.undefined}: 0`',
  },
  'notice-without-figure': {
    level: 'warning',
    zh: '通知{notices}没有发布：{reason}',
    en: '{notices} cannot be posted: {reason}',
    remedyZh: '{remedy}；不需要这些通知的，从方案里去掉',
    remedyEn: '{remedy}; or take the notices out of the plan',
  },
  'negative-line': {
    level: 'error',
    zh: '{agent} 的“{line}”是负数 {amount}',
    en: '“{line}” of {agent} is negative: {amount}',
    remedyZh: '金额都是正数：检查数据，或在公式里用 max(0, …)',
    remedyEn: 'amounts are positive: check the data, or use max(0, …) in the formula',
  },
  'balance-of-leaver': {
    level: 'warning',
    zh: '{agent} 已经离职，“{line}”还有 {amount} 元：结转留给下个月，离职以后没有人发、也没有人扣',
    en: '{agent} has left with a balance of {amount} yuan in “{line}”: it is carried to a month in which nobody pays or recovers it',
    remedyZh:
      '要结清的，在离职当月的奖惩（events）里补一行金额，或让制度在离职当月发出；不结的，在 kpi.yaml 的 acknowledge 里写明',
    remedyEn:
      'to settle it, add an amount to the events of the last month, or let the rulebook pay it then; if it stays, say so under acknowledge in kpi.yaml',
  },
  'negative-pay': {
    level: 'error',
    zh: '{agent} 的实发是负数 {amount}：应发工资 {gross}，要扣 {lines}',
    en: 'the payable of {agent} is {amount}: gross {gross}, to be taken {lines}',
    remedyZh: '检查这些项目，或在 kpi.yaml 设 limits（损失上限与最低工资）',
    remedyEn: 'check these lines, or set `limits` in kpi.yaml (cap on losses, minimum wage)',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
