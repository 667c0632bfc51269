import type { ProblemEntry } from '../texts/entry.js';

/** Of the roster. */
export const rosterProblems = {
  'unknown-agent': {
    level: 'error',
    zh: '没有哪位客服的工号、账号或姓名是“{agent}”',
    en: 'no agent has the id, account or name “{agent}”',
    remedyZh: '在 agents.csv 里补上这位客服或这个账号，或改正此处',
    remedyEn: 'add the agent or the account to agents.csv, or correct it here',
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
    zh: '“{agent}”不止一位客服符合',
    en: 'more than one agent answers to “{agent}”',
    remedyZh: '改写成工号或完整的账号',
    remedyEn: 'write the id or the whole account instead',
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
  'no-agents': {
    level: 'error',
    zh: '花名册里没有客服',
    en: 'the roster has no agents',
    remedyZh: '每位客服写一行',
    remedyEn: 'write one row per agent',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
