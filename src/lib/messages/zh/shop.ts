export const problems = {
  'yaml-too-large': {
    text: '文件超过 {limit} 个字符',
    remedy: '拆成几个小文件',
  },
  'bad-yaml': {
    text: '这不是有效的 YAML：{message}',
    remedy: '按 YAML 的写法改正：缩进用空格，键后的冒号后要空一格',
  },
  'duplicate-key': {
    text: '同一个键写了两次：{message}',
    remedy: '只留一个',
  },
  'yaml-alias': {
    text: '这里用了 YAML 的引用（& 或 *），不支持',
    remedy: '把内容直接写出来',
  },
  'yaml-too-deep': {
    text: '嵌套太深',
    remedy: '减少层数',
  },
  'unknown-key': {
    text: '不认识的键“{key}”',
    remedy: '删去，或对照文档改正',
  },
  'misspelt-key': {
    text: '不认识的键“{key}”',
    remedy: '是否想写“{meant}”？',
  },
  'missing-key': {
    text: '缺少“{key}”',
    remedy: '补上这一项',
  },
  'bad-value': {
    text: '“{key}”的值不对：{message}',
    remedy: '按文档改正这个值',
  },

  'missing-config': {
    text: '找不到 kpi.yaml',
    remedy: '在店铺文件夹里运行，用 -C 指明文件夹，或用 kpi init 新建一个',
  },
} as const;

export const texts = {} as const;
