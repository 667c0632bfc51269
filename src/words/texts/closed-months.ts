import type { TextEntry } from './entry.js';

/** Closed months: sealing, proving, correcting, comparing. */
export const closedMonthsTexts = {
  'close.done': {
    zh: '{month} 已结账：{agents} 人，实发合计 {payable}；{file}，SHA-256 {sha256}',
    en: '{month} closed: {agents} {agents|agent|agents}, payable {payable}; {file}, SHA-256 {sha256}',
  },
  'close.no_output': {
    zh: '{file} 在已结账月份的文件夹里，那里只有 kpi close 和 kpi correct 写文件；没有写任何东西',
    en: '{file} lies among closed months, where only kpi close and kpi correct write; nothing was written',
  },
  'close.already': {
    zh: '{month} 已经结过账；没有写任何东西',
    en: '{month} is closed already; nothing was written',
  },
  'close.locked': {
    zh: '另一个进程正在写 closed 文件夹（{host} 上的进程 {pid}）；等它结束再试；若已没有这个进程，删除 closed/.lock',
    en: 'another run is writing into the closed folder (process {pid} on {host}); try again when it is done, or delete closed/.lock when no such run is left',
  },

  'keys.made': {
    zh: '私钥 {file}（只有本人可读），公钥 {public}：{key}',
    en: 'private key {file} (for your eyes only), public key {public}: {key}',
  },
  'keys.keep': {
    zh: '私钥不要放在店铺文件夹里，也不要给别人；公钥交给要核对的人',
    en: 'keep the private key out of the shop folder and to yourself; give the public one to whoever verifies',
  },

  'closed.none_before': { zh: '无', en: 'none' },

  'verify.same': { zh: '与封存的一致', en: 'as it was sealed' },
  'verify.input_changed': {
    zh: '{file} 已不是当初读的那个文件',
    en: '{file} is not the file that was read then',
  },
  'verify.input_missing': { zh: '{file} 已经不在', en: '{file} is no longer there' },
  'verify.input_new': { zh: '{file} 当初没有', en: '{file} was not there then' },
  'verify.policy_changed': {
    zh: '{file} 之后改过；重算用的是封存的文本',
    en: '{file} has changed since; the sealed text was used',
  },
  'verify.program_changed': {
    zh: '当初是 {version} 版程序封存的',
    en: 'sealed by version {version} of the program',
  },
  'verify.result_differs': {
    zh: '重算的结果不同：有差别的工资行 {lines} 行',
    en: 'it comes out otherwise: lines of pay that differ: {lines}',
  },
  'verify.record_differs': {
    zh: '工资相同，旁边的记录不同',
    en: 'the pay is the same, the record beside it is not',
  },
  'verify.unreadable': { zh: '已经算不出来：{why}', en: 'it can no longer be computed: {why}' },
  'verify.corrected': {
    zh: '与封存的不同，差别都已更正',
    en: 'differs, and all of it is corrected',
  },
  'verify.carried': {
    zh: '差额都已由更正记下，最后一份是 {file}',
    en: 'all that differs is carried by corrections, the last of them {file}',
  },
  'verify.signed': { zh: '{file} 由这把密钥签名', en: '{file} is signed by the key' },
  'verify.vouched': {
    zh: '{file} 没有签名；这把密钥签了名的 {by} 认它的哈希',
    en: '{file} is not signed; {by}, which the key has signed, rests on its hash',
  },
  'verify.not_signed': { zh: '{file} 没有签名', en: '{file} is not signed' },
  'verify.other_key': {
    zh: '{file} 由另一把密钥签名：{key}',
    en: '{file} is signed by another key: {key}',
  },
  'verify.unsigned': { zh: '没有这把密钥作证', en: 'not proven by the key' },
  'verify.differs': { zh: '不一致', en: 'differs' },
  'verify.none': { zh: '还没有结过账的月份', en: 'no month is closed' },
  'verify.not_closed': { zh: '{month} 没有结账', en: '{month} is not closed' },

  'correction.back_pay': { zh: '补发 {month} {title}', en: 'Back pay {month} {title}' },
  'correction.recovery': { zh: '追回 {month} {title}', en: 'Recovery {month} {title}' },
  'correction.after_first': { zh: '更正后 − 更正前', en: 'after − before' },
  'correction.before_first': { zh: '更正前 − 更正后', en: 'before − after' },
  'correction.with_carried': {
    zh: '{difference}，减去此前已更正的',
    en: '{difference}, less what was corrected already',
  },
  'correction.equation': {
    zh: '{formula} = {numbers} = {result}',
    en: '{formula} = {numbers} = {result}',
  },
  'correction.paid_before': { zh: '此前已补发 {amount}', en: 'paid earlier: {amount}' },
  'correction.recovered_before': { zh: '此前已追回 {amount}', en: 'recovered earlier: {amount}' },
  'correction.rest': {
    zh: '本月 {paid}，余 {rest} 留到以后',
    en: '{paid} this month, {rest} left for later',
  },
  'correction.now': { zh: '现在：{now}', en: 'now: {now}' },
  'correction.now_after': {
    zh: '现在：{now}（有变动：{inputs}）',
    en: 'now: {now} (changed: {inputs})',
  },
  'correction.gone': { zh: '没有这一行', en: 'there is no such line' },

  'correct.not_closed': {
    zh: '{month} 没有结账，不用更正：kpi calc 直接按现在的文件算',
    en: '{month} is not closed and needs no correction: kpi calc takes its files as they are',
  },
  'correct.closed': {
    zh: '{last} 已经结账：更正只能记入它之后的月份，{into} 不行；没有写任何东西',
    en: '{last} is closed: a correction goes into a month after it, not into {into}; nothing was written',
  },
  'correct.nothing': {
    zh: '{month} 没有新的差额；没有写任何东西',
    en: 'nothing new differs in {month}; nothing was written',
  },
  'correct.changed': { zh: '{file} 有变动', en: '{file} has changed' },
  'correct.missing': { zh: '{file} 已经不在', en: '{file} is no longer there' },
  'correct.new': { zh: '{file} 是新的', en: '{file} is new' },
  'correct.all': {
    zh: '{month} 全部 {agents} 人的差额都记入 {into}，名次牵动的也在内：{lines} 行，补发 {paid}，追回 {recovered}',
    en: 'what differs for any of the {agents} {agents|agent|agents} of {month} goes into {into}, also where only ranks have moved: {lines} {lines|line|lines}, back pay {paid}, recoveries {recovered}',
  },
  'correct.record': {
    zh: '以后的月份往回看 {month}（结转、以往各月的数），按更正后的：{agents} 人有变动',
    en: 'later months that look back at {month}, at balances or figures, see it as corrected: {agents} {agents|agent differs|agents differ}',
  },
  'correct.written': {
    zh: '已写入 {file}，SHA-256 {sha256}；kpi calc --month {into} 会补发和追回',
    en: '{file} written, SHA-256 {sha256}; kpi calc --month {into} pays and recovers it',
  },
  'correct.dry': {
    zh: '只是看看（--dry-run）；没有写任何东西',
    en: 'a dry run: nothing was written',
  },

  'compare.total': {
    zh: '实发 {before} → {after}，变化 {change}；{agents} 人有变化',
    en: 'payable {before} → {after}, change {change}; {agents} {agents|agent differs|agents differ}',
  },
  'compare.same': { zh: '没有差别', en: 'nothing differs' },

  'diff.total': {
    zh: '从 {from} 到 {to} 实发变化 {change}',
    en: 'from {from} to {to} the payable changes by {change}',
  },

  'backtest.nothing_closed': {
    zh: '还没有结过账的月份，没有什么可比；先用 `kpi close --month 月份` 结账',
    en: 'no month is closed yet: there is nothing to compare with. Close one first with `kpi close --month MONTH`',
  },
  'backtest.none': {
    zh: '{from} 到 {to} 没有结过账的月份',
    en: 'no month from {from} to {to} is closed',
  },

  'history.trend': { zh: '走势', en: 'Trend' },

  'review.score': { zh: '平均得分', en: 'Mean score' },
  'review.rank': { zh: '平均名次', en: 'Mean rank' },
  'review.monthly': { zh: '{title}（月均）', en: '{title} (monthly)' },
} as const satisfies Readonly<Record<string, TextEntry>>;
