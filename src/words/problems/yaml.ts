import type { ProblemEntry } from '../texts/entry.js';

/** Of YAML files. */
export const yamlProblems = {
  'yaml-too-large': {
    level: 'error',
    zh: '文件超过 {limit} 个字符',
    en: 'the file has more than {limit} characters',
    remedyZh: '拆成几个小文件',
    remedyEn: 'split it into smaller files',
  },
  'bad-yaml': {
    level: 'error',
    zh: '这不是有效的 YAML：{message}',
    en: 'this is not valid YAML: {message}',
    remedyZh: '按 YAML 的写法改正：缩进用空格，键后的冒号后要空一格',
    remedyEn: 'correct it: indent with spaces, put a space after the colon of a key',
  },
  'duplicate-key': {
    level: 'error',
    zh: '同一个键写了两次：{message}',
    en: 'the same key is written twice: {message}',
    remedyZh: '只留一个',
    remedyEn: 'keep one of them',
  },
  'full-width-colon': {
    level: 'error',
    zh: '这里的冒号是全角的“：”，YAML 只认半角的“:”',
    en: 'this colon is a full-width one, “：”; YAML knows only “:”',
    remedyZh: '把整个文件里键后面的“：”都换成“: ”（半角冒号加一个空格）',
    remedyEn: 'replace every “：” after a key in the file by “: ” (a colon and a space)',
  },
  'comma-in-braces': {
    level: 'error',
    zh: '花括号、方括号里的逗号把这一段断成了两段：{message}',
    en: 'within braces and brackets the comma breaks this in two: {message}',
    remedyZh: "用单引号把它整个括起来：'{message}'",
    remedyEn: "put the whole in single quotes: '{message}'",
  },
  'comma-in-number': {
    level: 'error',
    zh: '花括号、方括号里的逗号把一个数断成了两个',
    en: 'within braces and brackets the comma makes two of a number',
    remedyZh: '数里不写逗号：{message}',
    remedyEn: 'write the number without its commas: {message}',
  },
  'yaml-alias': {
    level: 'error',
    zh: '这里用了 YAML 的引用（& 或 *），不支持',
    en: 'YAML references (& or *) are not supported',
    remedyZh: '把内容直接写出来',
    remedyEn: 'write the content out',
  },
  'yaml-too-deep': {
    level: 'error',
    zh: '嵌套太深',
    en: 'nested too deep',
    remedyZh: '减少层数',
    remedyEn: 'use fewer levels',
  },
  'unknown-key': {
    level: 'error',
    zh: '不认识的键“{key}”',
    en: 'unknown key “{key}”',
    remedyZh: '改正或删去；这里可以写的：{known}',
    remedyEn: 'correct or remove it; what can stand here: {known}',
  },
  'misplaced-key': {
    level: 'error',
    zh: '这里不能写“{key}”',
    en: '“{key}” cannot stand here',
    remedyZh: '它写在 {where} 里；这里可以写的：{known}',
    remedyEn: 'it stands under {where}; what can stand here: {known}',
  },
  'slid-keys': {
    level: 'error',
    zh: '{keys} 缩进太少：它们是 {section} 里第 {line} 行那一条的',
    en: '{keys} stand too far left: they belong to the entry of {section} in line {line}',
    remedyZh: '在前面补空格，和那一条的其他键对齐',
    remedyEn: 'indent them like the other keys of that entry',
  },
  'misspelt-key': {
    level: 'error',
    zh: '不认识的键“{key}”',
    en: 'unknown key “{key}”',
    remedyZh: '是否想写“{meant}”？这里可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? What can stand here: {known}',
  },
  'missing-key': {
    level: 'error',
    zh: '缺少“{key}”',
    en: '“{key}” is missing',
    remedyZh: '补上这一项',
    remedyEn: 'add it',
  },
  'bad-value': {
    level: 'error',
    zh: '“{key}”的值不对：{message}',
    en: 'the value of “{key}” is wrong: {message}',
    remedyZh: '照上面说的改；每个键能写什么，见文档，规则文件另有 kpi rules schema',
    remedyEn:
      'write it as said; the documentation lists what each key takes, and `kpi rules schema` for rulebooks',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
