import type { TextEntry } from './entry.js';

/** What is said of a shop that is drafted from a folder of exports. */
export const firstDayTexts = {
  'draft.evidence.messages': {
    zh: '{account}：{messages} 条消息，{first} 至 {last}，其中售后用语 {share}%',
    en: '{account}: {messages} {messages|message|messages}, {first} to {last}, after-sales words {share}%',
  },
  'draft.evidence.rows': {
    zh: '{account}：报表和订单里 {rows} 行',
    en: '{account}: {rows} {rows|row|rows} of reports and orders',
  },
  'draft.evidence.unnamed': {
    zh: '姓名取自账号，考勤里没有对上',
    en: 'named after the account: no attendance has the name',
  },
  'draft.config.shop': {
    zh: '店铺设置。# 后面是说明；改完运行 kpi check。',
    en: 'Settings of the shop. What follows # is a comment; run kpi check after a change.',
  },
  'draft.config.plans': {
    zh: '哪个岗位用哪套方案。kpi rules list 列出全部方案，kpi rules show classic 解释一套。',
    en: 'Which plan applies to which role. kpi rules list has all plans, kpi rules show classic explains one.',
  },
  'draft.config.attribution': {
    zh: '按报表“{file}”的归属规则；默认是 order_first。',
    en: 'The rule of the report “{file}”; order_first is the default.',
  },
  'draft.config.unset': {
    zh: '一笔订单算谁的。不写就用默认值。',
    en: 'Whose an order is. What is left out has a default.',
  },
  'draft.config.source': {
    zh: '认不出的文件“{file}”：补全下面几行，去掉 #。',
    en: 'The file “{file}” is not recognised: complete these lines and take the # away.',
  },
  'draft.done': {
    zh: '已在 {folder} 写好 agents.csv（{agents} 人）和 kpi.yaml，抄入 {files} 个文件：{months}',
    en: 'drafted agents.csv ({agents} {agents|agent|agents}) and kpi.yaml in {folder}, copied {files} {files|file|files}: {months}',
  },
  'draft.copied': {
    zh: '{folder} 里已有店铺：抄入 {files} 个新文件，别的都没有动',
    en: 'there is a shop in {folder}: {files} new {files|file|files} copied, nothing else touched',
  },
  'draft.nothing': {
    zh: '{folder} 里没有可以抄的导出文件，什么也没有写',
    en: 'there is no export to copy in {folder}; nothing was written',
  },
  'draft.unlike': {
    zh: '店里已有同名文件而内容不同、没有抄：{files}（要用新的，自己换上）',
    en: 'the shop has files of these names with other content, not copied: {files} (put the new ones in their place yourself, if they are to count)',
  },
  'draft.unknown_file': {
    zh: '认不出、没有抄：{files}（kpi inspect 看怎么写 sources）',
    en: 'not recognised, not copied: {files} (kpi inspect says what to write under sources)',
  },
  'draft.no_month': {
    zh: '看不出是哪个月、没有抄：{files}（自己放进月份文件夹）',
    en: 'of no month that they say, not copied: {files} (put them into the folder of their month)',
  },
  'draft.robots': { zh: '机器人，不进花名册：{accounts}', en: 'robots, left out: {accounts}' },
  'draft.main': {
    zh: '主账号，不进花名册：{accounts}（有人用它接待的话，加到那个人名下）',
    en: 'main accounts, left out: {accounts} (give it to whoever answers with it)',
  },
  'draft.others': {
    zh: '考勤里有、没有账号对得上的 {count} 人，不进花名册：{names}',
    en: '{count} {count|person|people} of attendance whom no account is like, left out: {names}',
  },
  'draft.others_more': { zh: '{names} 等', en: '{names}, …' },
  'draft.nobody': {
    zh: '没有新账号：导出里的账号花名册里都有',
    en: 'no new account: the roster has every account of the exports',
  },
  'draft.add_rows': {
    zh: '这些账号花名册里没有：把下面的行加进 agents.csv，或把账号加到本人名下',
    en: 'these accounts are nobody’s: add the rows to agents.csv, or the accounts to whose they are',
  },
  'draft.next': {
    zh: `还要定的，按顺序：
  1. agents.csv 的“岗位”：{roles}；“说明”列是依据
  2. 核对姓名和账号，入职、离职日期：有就写上
  3. kpi.yaml 的 plans：每个岗位一套方案（kpi rules list -C {folder}）
  4. kpi check -C {folder} --month {month}，直到没有错误
  5. kpi calc -C {folder} --month {month}`,
    en: `What is left to decide, in order:
  1. the role (岗位) of each agent in agents.csv: {roles}; the column 说明 has the evidence
  2. look through names and accounts; write days of hiring and leaving where there are any
  3. plans in kpi.yaml: one for each role (kpi rules list -C {folder})
  4. kpi check -C {folder} --month {month}, until there is no error
  5. kpi calc -C {folder} --month {month}`,
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
