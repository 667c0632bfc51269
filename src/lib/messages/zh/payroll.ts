export const problems = {
  'metric-without-file': {
    text: '没有“{metric}”：缺少文件 {file}',
    remedy: '把导出文件放进这个月的文件夹（确实没有发生的，放一个只有表头的文件）',
  },
  'metric-without-row': {
    text: '{agent} 没有“{metric}”：{file} 里没有这一行、这一列，或格子里没有数',
    remedy: '在 {file} 里补上，或在 metrics*.csv 里给出这个指标',
  },
  'metric-without-cell': {
    text: '没有“{metric}”：{file} 里有的行没有填“{column}”',
    remedy: '导出时带上“{column}”一列，每一行都填',
  },
  'metric-not-imported': {
    text: '{agent} 没有“{metric}”，它只能从指标文件导入',
    remedy: '在 {file} 里补上 {id}（{metric}）一列',
  },
  'import-without-days': {
    text: '{agent} 的“{metric}”是导入的整月数，没有每天的数',
    remedy: '从指标文件里去掉它，改由聊天、订单等文件算出；或不按天计算',
  },
  'attendance-without-days': {
    text: '没有“{metric}”每天的数：{file} 是整月的考勤',
    remedy: '改用逐条的考勤（每条有日期），或不按天计算',
  },
  'ratings-without-file': {
    text: '没有“{title}”的评分：缺少文件 {file}',
    remedy: '放进评分文件，每人一行 {item}',
  },
  'rating-missing': {
    text: '{agent} 没有“{title}”的评分',
    remedy: '在 {file} 里给 {agent} 加一行 {item}',
  },
  'target-not-set': {
    text: '没有 {month} 的目标 {target}',
    remedy: '在 kpi.yaml 的 targets 里写 {target}',
  },
  'roster-gap': {
    text: '{agent} 没有填“{field}”',
    remedy: '在 agents.csv 里补上',
  },
  'role-without-plan': {
    text: '{agent} 的岗位“{role}”没有方案',
    remedy: '在 kpi.yaml 的 plans 里给这个岗位指定方案',
  },
  'shipped-book-unfit': {
    text: '自带的制度 {books} 本身没有错，方案“{plan}”（{id}）里没有它要用的东西，或和别的制度冲突',
    remedy: '把它要用的制度加进这个方案，或从方案里去掉它',
  },
  'plan-without-agents': {
    text: '花名册里没有岗位是“{role}”的人，这个方案用不上',
    remedy: '岗位写错了的改过来；暂时没有人的不用管',
  },
  'unknown-role': {
    text: 'credit_roles 里的岗位“{role}”没有方案，也不是已知的岗位',
    remedy: '写 plans 里有的岗位，或已知的岗位，例如 售前（presales）',
  },
  'misspelt-role': {
    text: 'credit_roles 里的岗位“{role}”没有方案，也不是已知的岗位',
    remedy: '是否想写“{meant}”？',
  },
  'undefined-value': {
    text: '{agent} 的“{entry}”除以了 0：{divisor}',
    remedy: '在规则里用 undefined: 写明这时算多少',
  },
  'notice-without-figure': {
    text: '通知{notices}没有发布：{reason}',
    remedy: '{remedy}；不需要这些通知的，从方案里去掉',
  },
  'negative-line': {
    text: '{agent} 的“{line}”是负数 {amount}',
    remedy: '金额都是正数：检查数据，或在公式里用 max(0, …)',
  },

  'negative-pay': {
    text: '{agent} 的实发是负数 {amount}：应发工资 {gross}，要扣 {lines}',
    remedy: '检查这些项目，或在 kpi.yaml 设 limits（损失上限与最低工资）',
  },
} as const;

export const texts = {} as const;
