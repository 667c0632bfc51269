export const problems = {
  'closed-altered': {
    text: '已结账的 {month} 与当初写下的不一样：封印不符',
    remedy: '从备份放回这个文件；结账文件被改过，就不在它上面计算',
  },
  'closed-unlinked': {
    text: '已结账的 {month} 接在当时的 {before} 之后，现在没有',
    remedy: '从同一份备份放回整个 closed 文件夹',
  },
  'closing-before': {
    text: '{last} 已经结账：它之前的月份不能再结',
    remedy: '按月份顺序结账；{month} 少算的在以后的月份里补',
  },
  'closing-gap': {
    text: '{between} 有文件夹却没有结账，{month} 会越过它',
    remedy: '先结 {between}',
  },
  'closing-provisional': {
    text: '工资所依据的指标还没有定：{metrics}',
    remedy: '把到询单有效期结束为止的订单放进当月文件夹；或加 --even-if provisional --reason 结账',
  },
} as const;

export const texts = {
  'missing.not_recorded': '结账的月份里没有这个数',
  'run.is_closed': '{month} 已结账；这是封存的结果（--recalc 看今天重算会有什么不同）',
  'close.done': '{month} 已结账：{agents} 人，实发合计 {payable}；{file}，SHA-256 {sha256}',
  'close.already': '{month} 已经结过账；没有写任何东西',
  'close.locked':
    '另一个进程正在写 closed 文件夹（{host} 上的进程 {pid}）；等它结束再试；若已没有这个进程，删除 closed/.lock',
  'close.same': '与封存的没有差别',
  'verify.same': '与封存的一致',
  'verify.input_changed': '{file} 已不是当初读的那个文件',
  'verify.input_missing': '{file} 已经不在',
  'verify.input_new': '{file} 当初没有',
  'verify.policy_changed': '{file} 之后改过；重算用的是封存的文本',
  'verify.program_changed': '当初是 {version} 版程序封存的',
  'verify.result_differs': '同样的输入得出不同的结果：有差别的工资行 {lines} 行',
  'verify.record_differs': '同样的输入得出同样的工资，但旁边的记录不同',
  'verify.unreadable': '已经算不出来：{codes}',
  'verify.differs': '不一致',
  'verify.none': '还没有结过账的月份',
  'verify.not_closed': '{month} 没有结账',
  'table.month': '月份',
  'table.before': '原来',
  'table.after': '现在',
  'table.change': '实发变化',
  'table.state': '状态',
  'table.finding': '发现',
  'usage.recalc_workbook': '--recalc 的结果不能写成工作簿；请用 csv、json 或 markdown',
  'usage.recalc_open': '--recalc 只用于已结账的月份，这个月没有结账',
  'usage.even_if': '--even-if 只能是 provisional',
  'usage.even_if_reason': '--even-if 要同时写 --reason，会记入结账文件',
  'help.close': '结账：封存发了什么、凭什么算的',
  'help.verify': '核对已结账的月份：检查链条，逐月重算',
  'help.recalc': '已结账的月份：今天重算会有什么不同',
  'help.even_if': '有暂定指标也结账',
  'help.reason': '原因，记入结账文件',
  'help.verify_month': '只核对这个月',
  'help.close_after': `
例：
  kpi close --month 2026-10
  kpi close --month 2026-10 --even-if provisional --reason "询单期未满先发"

结账后 closed/2026-10.json 里有发了多少、各项指标、当时的制度，以及所依据的每个文件的
哈希。同一个月在别处结账得到同一个文件。有错误、或工资所依据的指标还没有定，都不结账。
此后 kpi calc 显示封存的结果；没有命令会覆盖它。
`,
  'help.verify_after': `
例：
  kpi verify
  kpi verify --month 2026-10 --format json

每个已结账的月份用它的文件和封存的制度重算一遍，必须得到同样的字节。有不同就说明是哪个
文件变了，还是结果变了。
`,
} as const;
