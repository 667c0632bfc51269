import type { TextEntry } from './entry.js';

/** What is wrong with a YAML file or a value in it. */
export const yamlTexts = {
  'yaml-indent': {
    zh: '缩进不对：同一层要对齐，下一层要多缩进几格',
    en: 'wrong indentation: what is on one level starts in one column, the next level further right',
  },
  'yaml-tab': { zh: '缩进用了制表符，要用空格', en: 'indented with a tab; use spaces' },
  'yaml-missing-sign': {
    zh: '缺一个符号：引号或括号没有收住，键后没有冒号，或两项之间没有逗号',
    en: 'a sign is missing: a quote or bracket is not closed, a key has no colon, or two items no comma between them',
  },
  'yaml-out-of-place': {
    zh: '这里的内容放错了位置，多半是这一行或上一行少了冒号、引号、括号或缩进',
    en: 'this is out of place; most likely this line or the one before lacks a colon, quote, bracket or indentation',
  },
  'yaml-key-without-colon': {
    zh: '一个键要写在一行里，多半是这里少了冒号',
    en: 'a key stands on one line; most likely a colon is missing here',
  },
  'yaml-two-colons': {
    zh: '一行里有两个“键: 值”；值里要有冒号加空格时，用引号把值括起来',
    en: 'two `key: value` on one line; put a value that has a colon and a space in quotes',
  },
  'yaml-block-in-brackets': {
    zh: '花括号或方括号里不能用缩进的写法',
    en: 'within braces or brackets nothing is written by indentation',
  },
  'yaml-text-start': {
    zh: '文字不能以这个符号开头，要用引号括起来',
    en: 'a text cannot begin with this sign; put it in quotes',
  },
  'yaml-escape': {
    zh: '双引号里有不认识的“\\”写法；改用单引号，或写两个“\\”',
    en: 'an unknown “\\” within double quotes; use single quotes, or write “\\” twice',
  },
  'yaml-long-key': { zh: '键太长', en: 'the key is too long' },
  'yaml-directive': {
    zh: '行首的 % 有特别的意思；文字要用引号括起来',
    en: '% at the beginning of a line has a meaning of its own; put a text in quotes',
  },
  'yaml-second-document': {
    zh: '文件里有第二个文档（---），只能有一个',
    en: 'there is a second document (---); only one is allowed',
  },
  'yaml-tags': {
    zh: '不支持 YAML 的标签和引用（!、& 和 *）；文字要用引号括起来',
    en: 'YAML tags and references (!, & and *) are not supported; put a text in quotes',
  },
  'yaml-colon-space': {
    zh: '键后的冒号后面少了空格',
    en: 'there is no space after the colon of the key',
  },
  'yaml-wide-comma': {
    zh: '两项之间的逗号是全角的“，”，要用半角的“,”',
    en: 'the comma between two items is a full-width one, “，”; use “,”',
  },
  'yaml-wide-space': {
    zh: '缩进里有全角空格或不间断空格，要用半角空格',
    en: 'indented with a full-width or non-breaking space; use plain spaces',
  },
  'yaml-own-word': {
    zh: '__proto__ 是程序自己的词，不能当键',
    en: '__proto__ is a word of the program itself and no key',
  },
  'yaml-nul': {
    zh: '文字里有 NUL（编号为 0 的控制字符），要删去',
    en: 'the text has a NUL (the control character 0); take it out',
  },
  'yaml-too-many': {
    zh: '同一处的键或列表项超过 2000 个；订单号这样长的清单放进文件里，例如刷单名单',
    en: 'more than 2000 keys or items in one place; a list as long as that, such as fake orders, belongs into a file',
  },
  'yaml-other': { zh: '写法不合规则', en: 'it is not written by the rules' },

  'want-at-least': { zh: '太少或太短了，至少 {n}', en: 'too few or too short: at least {n}' },
  'want-at-most': { zh: '太多或太长了，最多 {n}', en: 'too many or too long: at most {n}' },
  'want-otherwise': { zh: '这里不能写成这样', en: 'it cannot be written like this' },
  'want-text': { zh: '要写一段文字', en: 'a text is wanted' },
  'want-list': {
    zh: '要写一个列表：写在方括号里，或每项一行、前面写“- ”',
    en: 'a list is wanted: in brackets, or an item on each line after “- ”',
  },
  'want-not-empty': { zh: '不能空着', en: 'it cannot be empty' },
  'want-map': { zh: '要写成“键: 值”', en: 'keys with values are wanted' },
  'want-one-of': { zh: '只能写 {values}', en: 'one of {values} is wanted' },
  'want-meant': {
    zh: '是否想写“{meant}”？只能写 {values}',
    en: 'did you mean “{meant}”? One of {values} is wanted',
  },
  'want-grade-keys': {
    zh: '{key.of}，优、良、中、差的分数，{key.number}，{key.each}；评分只有这四个等级，及格、A、B 这样的换成其中一个，分数直接写在 {key.grade} 下面',
    en: '{key.of}, the points of excellent, good, fair and poor (优、良、中、差), {key.number}, {key.each}; there are no other grades, and no table around them',
  },
  'want-plan': {
    zh: '要写一套方案的编号，如 classic；自己搭配的写成 {title: 名称, scores: [考核表], pay: [工资制度]}',
    en: 'the id of one plan is wanted, such as classic; a choice of your own is written as {title: its name, scores: [scorecards], pay: [pay books]}',
  },
  'want-title': {
    zh: '要写一段文字，或中英文各一段，写成 {zh: …, en: …}',
    en: 'a text is wanted, or one in each language, written as {zh: …, en: …}',
  },
  'want-level': {
    zh: '要写一个级别的名称；有编号的，写 id 和 title',
    en: 'the name of a level is wanted, or its id and title',
  },
  'want-words': {
    zh: '要写一段文字，或文字的列表，如 [甲, 乙]',
    en: 'a text is wanted, or a list of texts, such as [a, b]',
  },
  'want-notes': {
    zh: '要写一段文字，或文字的列表',
    en: 'a text is wanted, or a list of texts',
  },
  'want-formula': {
    zh: '要写一个公式或一个数；按月份不同的，每个月份一个，如 {2026-01: 800, 2026-07: 1000}',
    en: 'a formula or a number is wanted, or one by the month from which it holds, such as {2026-01: 800, 2026-07: 1000}',
  },
  'want-dated': {
    zh: '要写这个月起的值；要注明依据的，写 {key.value} 和 {key.source}',
    en: 'the value from that month on is wanted, or {key.value} and {key.source}',
  },
  'want-conditions': {
    zh: '要写一个条件，或条件的列表，每一条都要成立',
    en: 'a condition is wanted, or a list of conditions, all of which hold',
  },
  'want-definition': {
    zh: '要写一个公式，或写 {key.title}、{key.unit} 和一种算法（{key.formula}、{key.bands} 等）',
    en: 'a formula is wanted, or {key.title}, {key.unit} and one rule ({key.formula}, {key.bands}, …)',
  },
  'want-parameter': {
    zh: '要写一个数，或写 {key.value}（可以加 {key.title}、{key.unit} 等）',
    en: 'a number is wanted, or {key.value} (with {key.title}, {key.unit}, …)',
  },
  'want-by': {
    zh: '要写一个词，或词的列表：级别、岗位、团队、班次、季度、参保地',
    en: 'a word is wanted, or a list of words: level, role, team, shift, quarter, place',
  },
  'want-rung': {
    zh: '要写这一次多少，或写 {key.amount} 或 {key.points}，要发通知的加 {key.raise} 和 {key.text}',
    en: 'how much this time costs is wanted, or {key.amount} or {key.points}, with {key.raise} and {key.text} for a notice',
  },
  'want-prizes': {
    zh: '要写奖多少元；前几名都有奖的写成列表，如 [500, 300, 100]',
    en: 'the prize in yuan is wanted; for the first few a list, such as [500, 300, 100]',
  },
  'want-criterion': {
    zh: '要写按哪个数，或写 {key.of}，再加 {key.better} 或 {key.nearest}',
    en: 'a figure is wanted, or {key.of} with {key.better} or {key.nearest}',
  },
  'want-criteria': {
    zh: '要写按哪个数；按几个数的名次之和排的写成列表',
    en: 'a figure is wanted, or a list of figures whose places are added up',
  },
  'want-parts': {
    zh: '要写各部分的列表，或写 {key.parts} 和 {key.renormalise}',
    en: 'the list of parts is wanted, or {key.parts} and {key.renormalise}',
  },
  'want-kept': {
    zh: '要写类别的列表，如 [base]，或一个 {key.list} 参数的编号',
    en: 'a list of categories is wanted, such as [base], or the id of a parameter with {key.list}',
  },
  'want-year-of-days': {
    zh: '要写 unknown（还没有公布），或写 {key.holidays} 和 {key.workdays}',
    en: '`unknown` is wanted where it is not published yet, or {key.holidays} and {key.workdays}',
  },
  'want-duration': {
    zh: '要写带单位的时长，例如 60s、10m、24h',
    en: 'a duration with its unit is wanted, such as 60s, 10m or 24h',
  },
  'want-shorter': {
    zh: '时长不能超过一年（366d）',
    en: 'a duration of at most a year is wanted (366d)',
  },
  'want-target': {
    zh: '目标要写 0 或更大的数',
    en: 'a target is a number of 0 or more',
  },
  'want-days': {
    zh: '要写天数，至多 366，例如 21',
    en: 'a number of days is wanted, 366 at most, such as 21',
  },
  'want-days-off': {
    zh: '要写一个月休几天，0 到 27，例如 4',
    en: 'the days off in a month are wanted, 0 to 27, such as 4',
  },
  'want-positive-integer': {
    zh: '要写 1 到 10000 的整数',
    en: 'a whole number from 1 to 10000 is wanted',
  },
  'want-time': { zh: '要写时刻，例如 04:00', en: 'a time of day is wanted, such as 04:00' },
  'want-workday-length': {
    zh: '要写一个工作日的时长，例如 8h、450m',
    en: 'the working time of a day is wanted, such as 8h or 450m',
  },
  'want-hours': {
    zh: '要写起止时刻，例如 08:00-23:00',
    en: 'two times of day are wanted, such as 08:00-23:00',
  },
  'want-yes-no': { zh: '要写 yes 或 no（是、否）', en: 'yes or no is wanted' },
  'want-number': {
    zh: '要写数，例如 500000 或 1.1%',
    en: 'a number is wanted, such as 500000 or 1.1%',
  },
  'want-amount': {
    zh: '要写 0 以上的金额，例如 2590',
    en: 'an amount from 0 is wanted, such as 2590',
  },
  'want-categories': {
    zh: '写工资项的类别，如 [loss]',
    en: 'write categories of pay lines, such as [loss]',
  },
  'want-share': {
    zh: '要写 0 到 100% 的比例，例如 20%',
    en: 'expected a share from 0 to 100%, for example 20%',
  },
  'want-levels': {
    zh: '要写级别的列表，从低到高',
    en: 'a list of levels is wanted, from low to high',
  },
  'want-texts': { zh: '要写文字的列表', en: 'a list of texts is wanted' },
  'want-flags': {
    zh: '要写 any，或旗帜颜色的列表，例如 [red]',
    en: 'any is wanted, or a list of flag colours such as [red]',
  },
  'want-month': { zh: '要写成月份，例如 2026-10', en: 'a month is wanted, such as 2026-10' },
  'want-warning': {
    zh: '要写一个警告或提示的代码，例如 memo-conflict；kpi check 列出它们，错误不能确认',
    en: 'the code of a warning or a note is wanted, such as memo-conflict; kpi check lists them, and no error can be acknowledged',
  },
  'want-month-key': {
    zh: '要写成“月份: 值”，例如 {2026-01: …}',
    en: 'values by month are wanted, such as {2026-01: …}',
  },
  'want-encoding': {
    zh: '只能写 utf-8、gb18030 或 utf-16',
    en: 'utf-8, gb18030 or utf-16 is wanted',
  },
  'want-id': {
    zh: 'id 只能用小写字母、数字、点和下划线，以字母开头',
    en: 'an id of small letters, digits, dots and underscores is wanted, beginning with a letter',
  },
  'want-year': { zh: '年份写成 2026 的样子', en: 'a year is written like 2026' },
  'want-days-of-year': {
    zh: '写成一天 2026-10-10，或一段 2026-10-01..2026-10-07',
    en: 'a day is written like 2026-10-10, several like 2026-10-01..2026-10-07',
  },
  'want-date-key': { zh: '日期写成 2026-10 的样子', en: 'a date is written like 2026-10' },
  'want-entry-id': {
    zh: 'id 只能用小写字母、数字和下划线，以字母开头',
    en: 'an id is a-z, 0-9 and _, a letter first',
  },
  'want-amount-bound': {
    zh: '要写金额的条件，如 >= 500、< 1000、= 99',
    en: 'a condition on the amount is wanted, such as >= 500, < 1000 or = 99',
  },
  'want-where': {
    zh: '至少写一个条件：{key.shop}、{key.status}、{key.item}、{key.category} 或 {key.amount}',
    en: 'at least one condition is wanted: {key.shop}, {key.status}, {key.item}, {key.category} or {key.amount}',
  },
  'want-fewer': { zh: '这里太多了，最多 300 个', en: 'too many here, 300 at most' },
  'want-name': {
    zh: '名字只能用文字、数字和下划线，不能以数字开头，也不能是 且、或、非',
    en: 'a name is letters, digits and _, no digit first, and not and, or, not',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
