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
  'full-width-colon': {
    text: '这里的冒号是全角的“：”，YAML 只认半角的“:”',
    remedy: '把整个文件里键后面的“：”都换成“: ”（半角冒号加一个空格）',
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
    remedy: '照上面说的改；每个键能写什么，见文档，规则文件另有 kpi rules schema',
  },

  'cannot-read': {
    text: '读不了：{reason}',
    remedy: '{remedy}，然后再运行一次',
  },
  'missing-config': {
    text: '找不到 kpi.yaml',
    remedy: '在店铺文件夹里运行，用 -C 指明文件夹，或用 kpi init 新建一个',
  },
  'misnamed-config': {
    text: '找不到 kpi.yaml，只有 {found}',
    remedy: '把 {found} 改名为 kpi.yaml；Windows 要先在资源管理器里勾选“文件扩展名”',
  },
  'misnamed-rulebook': {
    text: '文件名以 .txt 结尾，没有当作规则读',
    remedy: '改名为 {name}；Windows 要先在资源管理器里勾选“文件扩展名”',
  },
  'empty-rulebook': {
    text: '规则文件是空的，没有读',
    remedy: '写上内容，或删去这个文件',
  },
  'repeated-role': {
    text: '岗位“{role}”在 plans 里写了两次',
    remedy: '只留一处',
  },
  'repeated-custom-metric': {
    text: 'custom_metrics 里的“{metric}”与前面一项的 id 或名称相同',
    remedy: '换一个 id 或名称，或只留一项',
  },
  'no-value-yet': {
    text: '“{key}”从 {first} 起才有值，{month} 没有',
    remedy: '给它补上一个不晚于 {month} 的月份',
  },
  'bad-pattern': {
    text: '“{pattern}”不是有效的正则表达式（RE2）：{message}',
    remedy: '按 RE2 的写法改正；不支持前后查找（(?=…) 等）',
  },
} as const;

export const texts = {
  'yaml-indent': '缩进不对：同一层要对齐，下一层要多缩进几格',
  'yaml-tab': '缩进用了制表符，要用空格',
  'yaml-missing-sign': '缺一个符号：引号或括号没有收住，键后没有冒号，或两项之间没有逗号',
  'yaml-out-of-place': '这里的内容放错了位置，多半是这一行或上一行少了冒号、引号、括号或缩进',
  'yaml-key-without-colon': '一个键要写在一行里，多半是这里少了冒号',
  'yaml-two-colons': '一行里有两个“键: 值”；值里要有冒号加空格时，用引号把值括起来',
  'yaml-block-in-brackets': '花括号或方括号里不能用缩进的写法',
  'yaml-text-start': '文字不能以这个符号开头，要用引号括起来',
  'yaml-escape': '双引号里有不认识的“\\”写法；改用单引号，或写两个“\\”',
  'yaml-long-key': '键太长',
  'yaml-directive': '行首的 % 有特别的意思；文字要用引号括起来',
  'yaml-second-document': '文件里有第二个文档（---），只能有一个',
  'yaml-tags': '不支持 YAML 的标签和引用（!、& 和 *）；文字要用引号括起来',
  'yaml-other': '写法不合规则',

  'read.no_permission': '没有权限',
  'read.get_permission': '让运行 kpi 的用户能读它（文件要有读的权限，文件夹还要有进入的权限）',
  'read.folder': '这是文件夹，这里要的是文件',
  'read.take_out': '把里面的文件直接放在这里，把这个文件夹移走或改名',
  'read.gone': '它指向的文件不在了',
  'read.put_back': '检查链接指向哪里，或把文件放回来',
  'read.broken': '磁盘或网络盘报错',
  'read.copy_again': '检查磁盘或网络盘，把文件重新复制过来',

  'want-at-least': '太少或太短了，至少 {n}',
  'want-at-most': '太多或太长了，最多 {n}',
  'want-otherwise': '这里不能写成这样',
  'want-text': '要写一段文字',
  'want-list': '要写一个列表',
  'want-map': '要写成“键: 值”',
  'want-one-of': '只能写 {values}',
  'want-duration': '要写带单位的时长，例如 60s、10m、24h',
  'want-days': '要写天数，例如 21',
  'want-positive-integer': '要写 1 以上的整数',
  'want-time': '要写时刻，例如 04:00',
  'want-workday-length': '要写一个工作日的时长，例如 8h、450m',
  'want-hours': '要写起止时刻，例如 08:00-23:00',
  'want-number': '要写数，例如 500000 或 1.1%',
  'want-share': '要写 0 到 100% 的比例，例如 20%',
  'want-texts': '要写文字的列表',
  'want-flags': '要写 any，或旗帜颜色的列表，例如 [red]',
  'want-month-key': '要写成“月份: 值”，例如 {2026-01: …}',
  'want-attribution': '只能写 order、payment 或 order_first',
  'want-after-payment': '只能写 buyer_first 或 off',
  'want-memo': '只能写 prefer、only 或 off',
  'want-refund-basis': '只能写 orders、items 或 amount',
  'want-encoding': '只能写 utf-8、gb18030 或 utf-16',
  'want-id': 'id 只能用小写字母、数字、点和下划线，以字母开头',
  'want-assume': '只能写 none',
} as const;
