export const problems = {
  'closed-differs': {
    text: '已结账的 {month} 重算已得不出封存的结果：有差别的工资行 {lines} 行',
    remedy: 'kpi verify 会说明是什么变了；把文件恢复原样',
  },
  'bad-assignment': {
    text: '--set 要写成 规则.参数=值',
    remedy: '例如 --set commission_team_pool.rate=1.3%',
  },
  'missing-rules': {
    text: '没有文件夹 {folder}',
    remedy: '写一个放规则文件的文件夹',
  },
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
  'review-incomplete': {
    text: '{period} 只评已结账的月份；没有结账：{months}',
    remedy: '先结这些月份的账；还没有到的月份以后再评一次',
  },
  'review-nothing-closed': {
    text: '{period} 没有一个已结账的月份',
    remedy: '先结账：kpi close --month',
  },
  'correction-altered': {
    text: '{month} 的这份更正与当初写下的不一样：封印不符',
    remedy: '从备份放回这个文件；更正被改过，就不再往下算',
  },
  'correction-unlinked': {
    text: '这份更正与 {month} 已结账的文件、或与它之前的更正接不上',
    remedy: '从同一份备份放回整个 closed 文件夹',
  },
  'correction-waits': {
    text: '{between} 还没有结账：它会补多少、追多少还不知道，{month} 里没有算上',
    remedy: '先结 {between}，再算 {month}',
  },
  'back-pay-unpaid': {
    text: '{agent} {name} 在 {month} 没有工资：{corrected} {title} 的补发 {amount} 还没有发',
    remedy: '记着这笔钱；到有工资的月份自动补发，已离职的另行支付',
  },
  'recovery-unpaid': {
    text: '{agent} {name} 在 {month} 没有工资：{corrected} {title} 的 {amount} 还没有追回',
    remedy: '记着这笔钱；到有工资的月份自动追回，已离职的另行商量',
  },
} as const;

export const texts = {
  'metrics.is_closed': '{month} 已结账；这是封存的指标',
  'explain.is_closed': '{month} 已结账；按封存的制度解释',
  'help.set': '换一个参数值，写成 规则.参数=值（可重复）',
  'help.rules_folder': '用这个文件夹里的规则代替店铺自己的',
  'help.compare': '与现行制度相比有什么不同，逐人逐行',
  'help.months': '已结账的月份，写成 A..B',
  'help.backtest': '已结账的月份换一套制度要发多少',
  'help.diff': '两个月之间变了什么：哪个指标、哪条规则、各多少元',
  'help.argument_month_a': '较早的月份',
  'help.argument_month_b': '较晚的月份',
  'compare.total': '实发 {before} → {after}，变化 {change}；{agents} 人有变化',
  'compare.same': '没有差别',
  'usage.compare_what': '--compare 要同时写 --set 或 --rules',
  'usage.variant_sealed': '{month} 已结账：加 --compare 看换一套制度会怎样',
  'usage.backtest_what': 'backtest 要写 --set 或 --rules',
  'usage.bad_months': '“{given}”不是月份范围，要写成 2026-01..2026-06',
  'backtest.none': '{from} 到 {to} 没有结过账的月份',
  'table.agents_changed': '有变化的人数',
  'table.cause': '原因',
  'cause.rules': '制度',
  'cause.ratings': '评分',
  'cause.events': '奖惩',
  'cause.complaints': '投诉与差评',
  'cause.targets': '目标',
  'cause.roster': '花名册与团队',
  'cause.days': '按日按时的情况',
  'cause.history': '以往月份',
  'missing.not_recorded': '结账的月份里没有这个数',
  'run.is_closed': '{month} 已结账；这是封存的结果（--recalc 看今天重算会有什么不同）',
  'notices.is_closed': '{month} 已结账；这是封存时的通知',
  'close.done': '{month} 已结账：{agents} 人，实发合计 {payable}；{file}，SHA-256 {sha256}',
  'close.no_output':
    '{file} 在已结账月份的文件夹里，那里只有 kpi close 和 kpi correct 写文件；没有写任何东西',
  'close.already': '{month} 已经结过账；没有写任何东西',
  'close.locked':
    '另一个进程正在写 closed 文件夹（{host} 上的进程 {pid}）；等它结束再试；若已没有这个进程，删除 closed/.lock',
  'verify.same': '与封存的一致',
  'verify.input_changed': '{file} 已不是当初读的那个文件',
  'verify.input_missing': '{file} 已经不在',
  'verify.input_new': '{file} 当初没有',
  'verify.policy_changed': '{file} 之后改过；重算用的是封存的文本',
  'verify.program_changed': '当初是 {version} 版程序封存的',
  'verify.result_differs': '重算的结果不同：有差别的工资行 {lines} 行',
  'verify.record_differs': '工资相同，旁边的记录不同',
  'verify.unreadable': '已经算不出来：{why}',
  'verify.corrected': '与封存的不同，差别都已更正',
  'verify.carried': '差额都已由更正记下，最后一份是 {file}',
  'verify.differs': '不一致',
  'verify.none': '还没有结过账的月份',
  'verify.not_closed': '{month} 没有结账',
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
  'correction.back_pay': '补发 {month} {title}',
  'correction.recovery': '追回 {month} {title}',
  'correction.after_first': '更正后 − 更正前',
  'correction.before_first': '更正前 − 更正后',
  'correction.with_carried': '{difference}，减去此前已更正的',
  'correction.equation': '{formula} = {numbers} = {result}',
  'correction.paid_before': '此前已补发 {amount}',
  'correction.recovered_before': '此前已追回 {amount}',
  'correction.rest': '本月 {paid}，余 {rest} 留到以后',
  'correction.now': '现在：{now}',
  'correction.now_after': '现在：{now}（有变动：{inputs}）',
  'correction.gone': '没有这一行',
  'notice.recovery_carried':
    '追回 {month} {title}：还有 {rest} 留到以后（每月至多追回当月应发的 {share}，且追回后实发不低于 {wage}）',
  'correct.not_closed': '{month} 没有结账，不用更正：kpi calc 直接按现在的文件算',
  'correct.closed': '{last} 已经结账：更正只能记入它之后的月份，{into} 不行；没有写任何东西',
  'correct.nothing': '{month} 没有新的差额；没有写任何东西',
  'correct.changed': '{file} 有变动',
  'correct.missing': '{file} 已经不在',
  'correct.new': '{file} 是新的',
  'correct.all':
    '{month} 全部 {agents} 人的差额都记入 {into}，名次牵动的也在内：{lines} 行，补发 {paid}，追回 {recovered}',
  'correct.written': '已写入 {file}，SHA-256 {sha256}；kpi calc --month {into} 会补发和追回',
  'correct.dry': '只是看看（--dry-run）；没有写任何东西',
  'table.carried': '此前已更正',
  'usage.in_needed': 'correct 要用 --in 写明在哪个月补发和追回，例如 --in 2026-11',
  'usage.in_later': '--in 的月份要在更正的月份之后',
  'help.correct': '更正已结账的月份：差额由以后的月份补发或追回',
  'help.in': '补发和追回的月份，要还没有结账',
  'help.dry_run': '只列出差额，不写文件',
  'help.correct_after': `
例：
  kpi correct --month 2026-09 --in 2026-11 --dry-run
  kpi correct --month 2026-09 --in 2026-11

结账之后才到的退款、漏写的备注、评错的投诉：改好 2026-09 文件夹里的文件，再更正。按封存
的制度和花名册重算，列出每人每行的差额，写进 closed/corrections/；2026-11 的 kpi calc
补发或追回。已经更正过的不再重复。每月至多追回当月应发的 20%（kpi.yaml 的
corrections: {recovery_share: 20%}），余下的留到以后的月份。
`,
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
  'help.backtest_after': `
例：
  kpi backtest --set commission_team_pool.rate=1.3%
  kpi backtest --rules 草案 --months 2026-01..2026-06 --long -o 草案.csv

每个已结账的月份用它的文件、封存的花名册和设置，按另一套制度重发一遍；更早的月份仍按当时
发的算。不写任何东西。
`,
  'help.diff_after': `
例：
  kpi diff 2026-09 2026-10
  kpi diff 2026-09 2026-10 --format json

把较早的月份一步步换成较晚的月份：先换制度，再逐个换工资用到的指标，然后是评分、奖惩、
投诉、目标、花名册。每一步使每一行变了多少，就是它的影响；加起来正好是全部差额，分文不差。
`,
  'diff.total': '从 {from} 到 {to} 实发变化 {change}',
  'history.trend': '走势',
  'table.months': '月份',
  'help.history': '已结账各月的得分、名次、指标和工资',
  'help.history_after': `
示例：
  kpi history                                    每位客服一行；在终端画出走势
  kpi history A01                                一位客服，每月一行
  kpi history --months 2026-01..2026-06 -o 走势.csv
  kpi history --format json                      全部指标

只读封存的结果，不重新计算。csv 里每位客服每月一行。走势（▁▂▃▄▅▆▇█）只在终端画，
最低的月份最矮，最高的最高；没有的月份留空。
`,
  'review.score': '平均得分',
  'review.rank': '平均名次',
  'review.monthly': '{title}（月均）',
  'usage.no_period': '要写 --period，例如 2026-Q3 或 2026',
  'usage.bad_period': '--period 要写成 2026-Q3 或 2026 的样子，不是“{given}”',
  'help.period': '季度或年度：2026-Q3、2026',
  'help.review': '季度和年度评定：已结账各月的平均与合计',
  'help.review_after': `
示例：
  kpi review --period 2026-Q3
  kpi review --period 2026 -o 年度.csv
  kpi review --period 2026-Q3 --format json      全部指标和每项得分

每位客服一行，只算已结账的月份，没有结账的月份会写明。得分和名次是各月的平均；比率是
分子之和 ÷ 分母之和；其他指标是月均；工资是合计。考核表里定义了 quarter（季度）或 year
（年度）的，另有一列，例如服务质量考核的季度得分。
`,
} as const;
