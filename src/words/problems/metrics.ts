import type { ProblemEntry } from '../texts/entry.js';

/** Of counting. */
export const metricsProblems = {
  'advertising-left-out': {
    level: 'info',
    zh: '{consults} 人次咨询是广告，不计入接待',
    en: '{consults} {consults|consult is advertising and no reception|consults are advertising and no receptions}',
    remedyZh: '口径是 kpi.yaml 的 metrics: ad_patterns；数目不对时改那里',
    remedyEn: 'metrics: ad_patterns in kpi.yaml decides; change it there when the number is wrong',
  },
  'credit-by-memo-only': {
    level: 'warning',
    zh: '本月没有聊天记录，订单只按备注归属',
    en: 'the month has no chats; orders are credited by memo alone',
    remedyZh: '如要按聊天归属，把本月的聊天记录放进月份文件夹',
    remedyEn: 'to credit orders by chat, put the month’s chat log into its folder',
  },
  'mostly-silent': {
    level: 'info',
    zh: '{all} 张付款订单里 {silent} 张是静默的，没有算给任何客服：{reasons}',
    en: '{silent} of {all} paid orders are silent, credited to nobody: {reasons}',
    remedyZh:
      '买家没有聊天的多：看聊天是不是导全了（每个店铺、每个账号、上月最后一天起），两边的买家昵称写法是否一样；时间不对的多：看 kpi.yaml 的 metrics 里 window、attribution、session_wait；都合理就不用管。kpi explain 工号 静默销售额 --rows 列出每一张',
    remedyEn:
      'where most buyers are in no chat, see that chats are complete (every shop and account, from the last day of the month before) and name buyers as orders do; where most are at the wrong time, see window, attribution and session_wait under metrics in kpi.yaml; nothing to do if it is plausible. kpi explain AGENT silent_sales --rows lists each order',
  },
  'import-conflict': {
    level: 'error',
    zh: '{agent} 的{metric}导入了两次，值不同：这里是 {value}，{file} 第 {line} 行是 {other}',
    en: '“{metric}” of {agent} is imported twice with different values: {value} here, {other} in {file} line {line}',
    remedyZh:
      '同一份数只留一个；如果是两家店各自的数，把合计写进 metrics.csv，两份报表里都删去这一项',
    remedyEn:
      'if they are the same figure, keep one; if they are of two shops, write what they come to together into metrics.csv and delete it from both reports',
  },
  'import-differs': {
    level: 'warning',
    zh: '{agent} 的{metric}：导入值 {imported} 与计算值 {computed} 相差 {difference}，采用导入值',
    en: '“{metric}” of {agent}: imported {imported}, computed {computed}, {difference} apart; the imported value is used',
    remedyZh: '核对两边的口径；如要用计算值，从导入文件里删去这一项',
    remedyEn: 'compare the definitions; to use the computed value, remove this one from the import',
  },
  'import-ignored': {
    level: 'warning',
    zh: '{metric}总是由订单算出：采用计算值 {computed}，不用导入值 {imported}（相差 {difference}）',
    en: '“{metric}” always comes from orders: computed {computed} is used, imported {imported} is not ({difference} apart)',
    remedyZh: '核对两边的口径，并从导入文件里删去这一项',
    remedyEn: 'compare the definitions, and remove it from the import',
  },
  'import-wrong-level': {
    level: 'error',
    zh: '{metric}不能导入给这一行的客服（“*”表示店铺）',
    en: '“{metric}” cannot be imported for the agent of this row (“*” is the shop)',
    remedyZh: '店铺的指标写在“*”一行，客服的指标写在各位客服的行；客服数由程序得出',
    remedyEn:
      'put shop metrics into the row of “*”, agent metrics into the rows of agents; the number of agents is counted by the program',
  },
  'memo-conflict': {
    level: 'warning',
    zh: '订单 {order} 的备注（或客服列）写明了不止一位客服：{agents}；不按备注归属',
    en: 'the memo (or agent column) of order {order} names more than one agent: {agents}; it is not credited by memo',
    remedyZh: '改正备注，只写一位客服',
    remedyEn: 'correct the memo so that it names one agent',
  },
  'memo-near-agent': {
    level: 'warning',
    zh: '{orders} 张订单的备注像是写了客服，写法不对，没有按备注归给任何人：{words}',
    en: 'the memos of {orders} {orders|order seem|orders seem} to name an agent in a way that does not count, and credit nobody: {words}',
    remedyZh:
      '备注写工号、“工号+号”或完整的账号；这种写法今后也要认的，写进 agents.csv 这位客服的账号一栏；说的不是客服，不用管',
    remedyEn:
      'write the id, the id with 号, or a whole account; to have this way of writing count, add it to the agent’s accounts in agents.csv; nothing to do where no agent is meant',
  },
  'worked-while-away': {
    level: 'warning',
    zh: '{agent} {date}，这个月不算工资，而这个月的{kinds}里有这个人',
    en: '{agent} {date} and is not paid for the month, and has rows in {kinds}',
    remedyZh:
      '日期写错了的，改花名册；账号给了别人用的，在账号后写明日期，例如 小张[..2026-10-15]；都对的，不用管',
    remedyEn:
      'correct the date in the roster; for an account that somebody else has now, add its days, as in 小张[..2026-10-15]; nothing to do if all is right',
  },
  'done-outside-employment': {
    level: 'warning',
    zh: '{agent} {date}，这以外的日子（{days}）还有{done}算在这个人名下（{files}）',
    en: '{agent} {date}, and is credited with {done} outside of that ({days}, in {files})',
    remedyZh:
      '日期写错了的，改花名册；账号那时是别人用的，写进那个人的账号栏，两边都在账号后写明日期，例如 小张[..2026-10-15] 和 小张[2026-10-16..]；确实是本人做的，不用管',
    remedyEn:
      'correct the date in the roster; for an account that somebody else had then, name it in the accounts of both with its days, as in 小张[..2026-10-15] and 小张[2026-10-16..]; nothing to do if the agent did it',
  },
  'mixed-ratings': {
    level: 'error',
    zh: '“{item}”既有等级又有分数，无法合成一个评分',
    en: '“{item}” has both grades and numbers, which make no single rating',
    remedyZh: '同一项目统一用等级（优、良、中、差）或统一用分数',
    remedyEn: 'use only grades (excellent, good, fair, poor) or only numbers for one item',
  },
  'rows-left-out': {
    level: 'info',
    zh: '{kind}读入 {read} 行，计入 {kept} 行；不计入：{reasons}',
    en: '{kind}: {read} rows read, {kept} kept; left out: {reasons}',
    remedyZh: '数目合理就不用管；不合理时核对花名册的账号栏和 kpi.yaml 的 exclude',
    remedyEn:
      'nothing to do when the numbers are plausible; else look at the accounts of the roster and at exclude in kpi.yaml',
  },
  'whole-month-due-unclear': {
    level: 'error',
    zh: '{agent} 不是全月在职，全月的应出勤是多少天不清楚：全月在职的同事有 {figures}',
    en: '{agent} is not employed all month, and how many days a whole month has is not clear: colleagues who are have {figures}',
    remedyZh: '把 {agent} 全月的应出勤写进花名册的“应出勤”一栏',
    remedyEn: 'write the workdays due of {agent} for a whole month into the roster (workdays_due)',
  },
  'replies-cross-day': {
    level: 'warning',
    zh: '有 {replies} 次应答跨过营业日的起点，按无人应答计',
    en: '{replies} replies cross the start of the business day and count as unanswered',
    remedyZh: '如果夜班过零点，在 kpi.yaml 的 metrics 里设 day_starts_at，例如 04:00',
    remedyEn:
      'if a shift runs past midnight, set day_starts_at under metrics in kpi.yaml, for example 04:00',
  },
  'short-lookback': {
    level: 'warning',
    zh: '记录从 {first} 才开始，而归属和询单要看到 {due}',
    en: 'the rows begin on {first}, but credit and inquiries look back to {due}',
    remedyZh: '把导出的起始日期提前到 {due}，再放进月份文件夹',
    remedyEn: 'export again from {due} on, and put that into the month’s folder',
  },
  'days-without-rows': {
    level: 'warning',
    zh: '{from} 到 {to} 没有一行{input}，本月其他日子几乎天天有',
    en: 'there are no {input} from {from} to {to}, and some on nearly every other day of the month',
    remedyZh:
      '少放了一个导出文件，或者导出时没选到那几天的，补上再算；那几天店里确实没有的，在 kpi.yaml 的 acknowledge 里写明',
    remedyEn:
      'if a file of the export was left out, or those days were not chosen, add them; if there really was nothing, say so in acknowledge in kpi.yaml',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
