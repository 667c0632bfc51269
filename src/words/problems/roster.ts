import type { ProblemEntry } from '../texts/entry.js';

/** Of the roster. */
export const rosterProblems = {
  'roster-not-read': {
    level: 'warning',
    zh: '花名册只读了 {read}，这里的没有读',
    en: 'the roster is read from {read}; this one is not read',
    remedyZh: '这里还有要算的人，写进 {read}；没有就删去，或改个名字',
    remedyEn:
      'if it has people who are to be paid, write them into {read}; else delete or rename it',
  },
  'unknown-agent': {
    level: 'error',
    zh: '没有哪位客服的工号、账号或姓名是“{agent}”',
    en: 'no agent has the id, account or name “{agent}”',
    remedyZh: '改成花名册里的客服，最像的在前：{known}；或在 agents.csv 里补上这位客服或这个账号',
    remedyEn:
      'write an agent of the roster, the likeliest first: {known}; or add the agent or the account to agents.csv',
  },
  'id-without-noughts': {
    level: 'warning',
    zh: '“{written}”与工号（或账号）只差前面的 0，当作 {agent}',
    en: '“{written}” differs from an id (or an account) only in zeros before it and is taken for {agent}',
    remedyZh: '两处写成一样；Excel 会去掉工号前面的 0，先把这一列设成文本再填',
    remedyEn:
      'write it alike in both files; Excel drops zeros before a number: make the column text before filling it in',
  },
  'unknown-agent-then': {
    level: 'error',
    zh: '账号“{agent}”在那些天不属于任何客服（花名册里：{holders}）',
    en: 'the account “{agent}” belonged to no agent on those days (in the roster: {holders})',
    remedyZh: '在 agents.csv 里改正这个账号的日期，或把此处改写成工号',
    remedyEn: 'correct the days of the account in agents.csv, or write the agent’s id here',
  },
  'ambiguous-agent': {
    level: 'error',
    zh: '“{agent}”不止一位客服符合：{agents}',
    en: 'more than one agent answers to “{agent}”: {agents}',
    remedyZh: '改写成工号或完整的账号',
    remedyEn: 'write the id or the whole account instead',
  },
  'name-twice-in-file': {
    level: 'error',
    zh: '文件里有两个“{name}”（另一个在第 {line} 行），看不出哪一个是 {agent}',
    en: 'the file has two people “{name}” (also in line {line}); it does not say which is {agent}',
    remedyZh: '在 agents.csv 的账号一栏补上此人在这个工具里的工号或账号',
    remedyEn:
      'add the number or the account that the tool has for the agent to accounts in agents.csv',
  },
  'repeated-agent': {
    level: 'error',
    zh: '工号“{agent}”在第 {line} 行已经有了',
    en: 'the id “{agent}” stands in line {line} already',
    remedyZh: '每位客服只写一行，工号不能重复',
    remedyEn: 'write one row per agent, each with an id of its own',
  },
  'account-taken': {
    level: 'error',
    zh: '账号“{account}”{days}已经属于 {other}',
    en: 'the account “{account}”{days} belongs to {other} already',
    remedyZh: '一个账号同一天只能属于一位客服：删去一处；中途换人的写明日期，如 小张[..2026-10-15]',
    remedyEn:
      'leave it to one agent on each day; for one that was handed over write the days: 小张[..2026-10-15]',
  },
  'bad-account-days': {
    level: 'error',
    zh: '账号“{account}”的日期看不懂',
    en: 'the days of the account “{account}” cannot be read',
    remedyZh:
      '写成 小张[..2026-10-15]、小张[2026-10-16..] 或 小张[2026-01-01..2026-10-15]，两头都算在内',
    remedyEn:
      'write 小张[..2026-10-15], 小张[2026-10-16..] or 小张[2026-01-01..2026-10-15]; both days are included',
  },
  'dates-reversed': {
    level: 'error',
    zh: '离职日期 {left} 早于入职日期 {hired}',
    en: 'left_on {left} is before hired_on {hired}',
    remedyZh: '改正日期',
    remedyEn: 'correct the dates',
  },
  'lead-without-members': {
    level: 'warning',
    zh: '{agent} 的方案按组员算（成员合计），花名册里没有人的“组长”是这位：按 0 算',
    en: 'the plan of {agent} pays by what members earn (members_sum), and the roster names nobody with this lead: it comes to 0',
    remedyZh: '在花名册“组长”一栏给组员写上组长的工号或姓名；没有这一栏就加上',
    remedyEn:
      'write the lead’s id or name in the roster’s column 组长 (`lead`) of each member; add the column if there is none',
  },
  'lead-not-paid-so': {
    level: 'warning',
    zh: '{agent} 的组长写的是 {lead}，这个月没有按组员算的方案给 {lead}：没有人按 {agent} 拿组长的提成',
    en: 'the lead of {agent} is {lead}, whom no plan of this month pays by members: nobody is paid for {agent}',
    remedyZh: '改成这个月的组长：{known}；或核对组长的岗位、在职日期',
    remedyEn: 'name a lead of this month: {known}; or check role and dates of the lead',
  },
  'member-without-lead': {
    level: 'warning',
    zh: '{agent} 没有写组长，同岗位的别人写了：没有人按 {agent} 拿组长的提成',
    en: '{agent} has no lead, and others of the same role have one: no lead is paid for {agent}',
    remedyZh: '在“组长”一栏写上：{known}；不归谁带的，写本人的工号',
    remedyEn:
      'write one of them in the column 组长 (`lead`): {known}; who has no lead, writes the own id',
  },
  'no-agents': {
    level: 'error',
    zh: '花名册里没有客服',
    en: 'the roster has no agents',
    remedyZh: '每位客服写一行',
    remedyEn: 'write one row per agent',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
