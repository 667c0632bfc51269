import type { ProblemEntry } from '../texts/entry.js';

/** Of the shop folder and its settings. */
export const shopProblems = {
  acknowledged: {
    level: 'info',
    zh: '已确认 {count} 条 {code}：{reason}',
    en: '{count} of {code} acknowledged: {reason}',
    remedyZh: '以后不再这样的，从 kpi.yaml 的 acknowledge 里删去',
    remedyEn: 'take it out of acknowledge in kpi.yaml when it holds no longer',
  },
  'acknowledged-gone': {
    level: 'info',
    zh: '{month} 没有这里确认的 {code} 了（{reason}）',
    en: '{month} no longer has {code}, which is acknowledged here ({reason})',
    remedyZh: '从 kpi.yaml 的 acknowledge 里删去，或改正 file、agent',
    remedyEn: 'take it out of acknowledge in kpi.yaml, or correct its file or agent',
  },
  'setting-undecided': {
    level: 'warning',
    zh: '方案里的“{book}”按备注算订单归谁，而 metrics 里没有写 {setting}，现在按默认值',
    en: '“{book}” of a plan pays by memo, and {setting} is not written under metrics: the default holds',
    remedyZh:
      '在 kpi.yaml 的 metrics 里写明：memo 是 prefer、only 或 off，memo_flag 是 any 或 [red] 这样的旗帜',
    remedyEn:
      'Write it under metrics of kpi.yaml: memo is prefer, only or off, memo_flag is any or flags such as [red]',
  },
  'cannot-read': {
    level: 'error',
    zh: '读不了：{reason}',
    en: 'cannot be read: {reason}',
    remedyZh: '{remedy}，然后再运行一次',
    remedyEn: '{remedy}; then run it again',
  },
  'missing-config': {
    level: 'error',
    zh: '找不到 kpi.yaml',
    en: 'there is no kpi.yaml',
    remedyZh: '在店铺文件夹里运行，用 -C 指明文件夹，或用 kpi init 新建一个',
    remedyEn: 'run in a shop folder, name it with -C, or make one with `kpi init`',
  },
  'misnamed-config': {
    level: 'error',
    zh: '找不到 kpi.yaml，只有 {found}',
    en: 'there is no kpi.yaml, only {found}',
    remedyZh: '把 {found} 改名为 kpi.yaml；Windows 要先在资源管理器里勾选“文件扩展名”',
    remedyEn:
      'rename {found} to kpi.yaml; on Windows, first let the Explorer show file name extensions',
  },
  'misnamed-rulebook': {
    level: 'warning',
    zh: '文件名以 .txt 结尾，没有当作规则读',
    en: 'the name ends in .txt: it was not read as a rulebook',
    remedyZh: '改名为 {name}；Windows 要先在资源管理器里勾选“文件扩展名”',
    remedyEn: 'rename it to {name}; on Windows, first let the Explorer show file name extensions',
  },
  'empty-rulebook': {
    level: 'warning',
    zh: '规则文件是空的，没有读',
    en: 'the rulebook is empty: it was not read',
    remedyZh: '写上内容，或删去这个文件',
    remedyEn: 'write something into it, or remove the file',
  },
  'repeated-role': {
    level: 'error',
    zh: '岗位“{role}”在 plans 里写了两次',
    en: 'the role “{role}” stands twice in plans',
    remedyZh: '只留一处',
    remedyEn: 'keep one of them',
  },
  'repeated-custom-metric': {
    level: 'error',
    zh: 'custom_metrics 里的“{metric}”与前面一项的 id 或名称相同',
    en: '“{metric}” in custom_metrics has the id or title of an entry above',
    remedyZh: '换一个 id 或名称，或只留一项',
    remedyEn: 'give it another id and title, or keep one of them',
  },
  'repeated-level': {
    level: 'error',
    zh: 'levels 里的“{level}”与前面的级别重名',
    en: '“{level}” in levels is a level above already',
    remedyZh: '每个级别只写一次，编号和名称都不能与别的级别相同',
    remedyEn: 'write each level once, with an id and a title that no other level has',
  },
  'unknown-level': {
    level: 'error',
    zh: '没有级别“{level}”',
    en: 'there is no level “{level}”',
    remedyZh: '可以写的：{known}；店铺自己的级别写在 kpi.yaml 的 levels 里，从低到高',
    remedyEn:
      'known are: {known}; a shop’s own levels stand under `levels` in kpi.yaml, from low to high',
  },
  'misspelt-level': {
    level: 'error',
    zh: '没有级别“{level}”',
    en: 'there is no level “{level}”',
    remedyZh:
      '是否想写“{meant}”？可以写的：{known}；店铺自己的级别写在 kpi.yaml 的 levels 里，从低到高',
    remedyEn:
      'did you mean “{meant}”? Known are: {known}; a shop’s own levels stand under `levels` in kpi.yaml, from low to high',
  },
  'level-without-row': {
    level: 'warning',
    zh: '参数 {key} 按级别取值，没有写这些级别：{levels}',
    en: '{key} goes by level and has no value for: {levels}',
    remedyZh: '给每个级别都写一个值；没有值的级别，用到它的工资项算不出来',
    remedyEn: 'give each level a value: lines that need it cannot be paid to a level without one',
  },
  'metric-not-of-orders': {
    level: 'error',
    zh: '“{metric}”不是按订单计的指标，不能用 {key.where} 只算一部分',
    en: '“{metric}” is no metric that counts orders: `{key.where}` cannot choose among its rows',
    remedyZh: '可以写的：{known}',
    remedyEn: 'those that can be filtered: {known}',
  },
  'where-without-metric': {
    level: 'error',
    zh: '“{id}”写了 {key.where}，却没有写 {key.metric}：不知道算哪个指标',
    en: '“{id}” has `{key.where}` and no `{key.metric}`: which metric is counted is not known',
    remedyZh: '补上 {key.metric}，如 {key.metric}: sales；公式和表不能用 {key.where} 筛选',
    remedyEn:
      'add one, such as `{key.metric}: sales`; formulas and tables cannot be filtered by `{key.where}`',
  },
  'metric-without-where': {
    level: 'error',
    zh: '“{id}”写了 {key.metric}，却没有写 {key.where}：不知道只算哪些订单',
    en: '“{id}” has `{key.metric}` and no `{key.where}`: which orders count is not known',
    remedyZh:
      '补上 {key.where}，下面写 {key.shop}、{key.status}、{key.item}、{key.category} 或 {key.amount}；要全部订单就直接用那个指标的名字',
    remedyEn:
      'add one with {key.shop}, {key.status}, {key.item}, {key.category} or {key.amount}; for all orders, call the metric by its own name',
  },
  'defined-name-taken': {
    level: 'error',
    zh: '{key.define} 里的“{name}”已经是别的指标的名字',
    en: '“{name}” under {key.define} is the name of another metric already',
    remedyZh: '换一个名字',
    remedyEn: 'give it another name',
  },
  'filter-matches-nothing': {
    level: 'warning',
    zh: '“{name}”只算{field}“{word}”的订单，而 {month} 的订单里没有这个{field}',
    en: '“{name}” counts orders whose {field} is “{word}”, and no order of {month} has that {field}',
    remedyZh: '这个月确实没有就不用管；写错了就改成订单里的写法：{known}',
    remedyEn: 'nothing to do if that is so; else write it as the orders do: {known}',
  },
  'order-without-items': {
    level: 'warning',
    zh: '“{name}”只算一部分商品，而 {month} 有 {orders} 张订单没有说是什么商品（或什么类目），如 {order}：接单客服（和全店）的这个数不知道',
    en: '“{name}” counts some items only, and {orders} {orders|order|orders} of {month} {orders|does|do} not say of which item or category, such as {order}: the figure of {orders|its agent|their agents} and of the shop is not known',
    remedyZh: '订单里带上“商品”“商品ID”“类目”，或把每件商品一行的宝贝报表也放进来',
    remedyEn:
      'export item, item_id, category of orders too, or add the report that has a row for each item',
  },
  'items-without-amounts': {
    level: 'warning',
    zh: '“{name}”只算一部分商品，而 {month} 有 {orders} 张订单还有别的商品，文件没有说每件付了、退了多少，如 {order}：接单客服（和全店）的这个数不知道',
    en: '“{name}” counts some items only, and {orders} {orders|order|orders} of {month} with others as well {orders|does|do} not say what was paid or given back for each, such as {order}: the figure of {orders|its agent|their agents} and of the shop is not known',
    remedyZh: '把每件商品一行、带实付金额和退款的报表（如宝贝报表）也放进来；不会按件数或单价去分',
    remedyEn:
      'add the report that has a row for each item with what was paid and refunded for it; amounts are never split',
  },
  'items-without-category': {
    level: 'warning',
    zh: '{month} 的订单里有 {items} 种商品不在商品表里，没有类目，按类目算的指标都不算它们：{some}',
    en: '{items} {items|item|items} that {month} has orders of {items|is|are} not in the list of items and {items|counts|count} in no category: {some}',
    remedyZh: '它们确实不属于任何要算的类目就不用管；否则补进商品表，或在导出里带上“类目”一列',
    remedyEn:
      'nothing to do if they are in none of these; else add them to the list, or export a column category',
  },
  'no-value-yet': {
    level: 'error',
    zh: '“{key}”从 {first} 起才有值，{month} 没有',
    en: '“{key}” has values from {first} on, none for {month}',
    remedyZh: '给它补上一个不晚于 {month} 的月份',
    remedyEn: 'add a value from {month} or an earlier month',
  },
  'bad-pattern': {
    level: 'error',
    zh: '“{pattern}”不是有效的正则表达式（RE2）：{message}',
    en: '“{pattern}” is not a valid pattern (RE2): {message}',
    remedyZh: '按 RE2 的写法改正；不支持前后查找（(?=…) 等）',
    remedyEn: 'correct it by the syntax of RE2, which has no look-around such as (?=…)',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
