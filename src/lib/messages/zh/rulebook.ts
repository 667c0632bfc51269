export const problems = {
  'formula-syntax': {
    text: '公式写错了：“{found}”不能出现在这里',
    remedy: '对照公式的写法改正；且、或、非的两边要有空格',
  },
  'formula-empty': {
    text: '公式是空的',
    remedy: '写上公式',
  },
  'formula-too-long': {
    text: '公式太长',
    remedy: '拆成几个 define',
  },
  'formula-too-deep': {
    text: '公式嵌套太深',
    remedy: '拆成几个 define',
  },
  'unknown-name': {
    text: '没有叫“{name}”的指标、参数或项目',
    remedy: '用指标目录里的名字，或在 parameters、define 里定义',
  },
  'misspelt-name': {
    text: '没有叫“{name}”的指标、参数或项目',
    remedy: '是否想写“{meant}”？',
  },
  'ambiguous-name': {
    text: '“{name}”有几个意思：{names}',
    remedy: '用全名指明是哪一个',
  },
  'unknown-function': {
    text: '没有叫“{name}”的函数',
    remedy: '对照函数表改正',
  },
  'misspelt-function': {
    text: '没有叫“{name}”的函数',
    remedy: '是否想写“{meant}”？',
  },
  'wrong-argument-count': {
    text: '函数“{name}”要 {counts} 个参数',
    remedy: '改正参数的个数',
  },
  'mixed-types': {
    text: '{left}和{right}不能用“{operator}”连在一起',
    remedy: '检查两边的单位',
  },
  'wrong-type': {
    text: '这里要{wanted}，却是{given}',
    remedy: '改正这一部分',
  },
  'not-by-day': {
    text: '“{name}”没有每天的数，只有整月的',
    remedy: '换成有每天数的指标（见指标说明），或放到按天计算之外',
  },
  'not-within-days': {
    text: '按天计算的条件里不能用“{name}”',
    remedy: '把它放到按天计算之外，例如 团队合计(符合天数(销售额 > 3000))',
  },
  'days-without-figure': {
    text: '“{name}”的条件里没有每天的数',
    remedy: '条件里直接写有每天数的指标，例如 销售额 > 3000；define 和工资项在这里是整月的值',
  },
  'days-worked-unknown': {
    text: '不知道哪些天上班：没有聊天记录、通话记录，也没有逐条考勤',
    remedy: '补上其中一种文件，或把条件改成有数才成立的，例如 销售额 > 3000',
  },
  'wrong-result': {
    text: '结果应是{wanted}，却是{given}',
    remedy: '改正公式；参数可用 unit 注明单位',
  },
  'circular-reference': {
    text: '循环引用：{names}',
    remedy: '去掉其中一处引用',
  },
  'one-mechanism': {
    text: '“{id}”要有且只有一种算法（formula、grade、bands 等）',
    remedy: '只写一种',
  },
  'one-amount': {
    text: '要写且只写一个 points、amount 或 share',
    remedy: '只写一个',
  },
  'one-bound': {
    text: '一行只能有一个界限（to、below、from、over）',
    remedy: '只留一个',
  },
  'no-worth': {
    text: 'share 要知道满分是多少',
    remedy: '写上 full（或 weight）',
  },
  'missing-grade': {
    text: '缺少等级“{grade}”的分数',
    remedy: '优、良、中、差都要写',
  },
  'not-a-rating': {
    text: '“{name}”不是评分',
    remedy: '用 rating.项目',
  },
  'not-rows': {
    text: '“{name}”不是一条一条的记录',
    remedy: '写 case.类型 或 event.事项',
  },
  'not-given': {
    text: '“{name}”没有逐条的数可取',
    remedy: '用 event.X.amount、case.X.points、case.X.amount 或 rating.X',
  },
  'unordered-bands': {
    text: '分档没有按顺序：{bound}',
    remedy: 'to、below 从小到大，from、over 从大到小',
  },
  'mixed-bounds': {
    text: '一张表里混用了两个方向的界限',
    remedy: '只用 to、below，或只用 from、over',
  },
  'unreachable-band': {
    text: '这一行永远轮不到',
    remedy: '把没有界限的一行放在最后',
  },
  'open-table': {
    text: '最后一行有界限，界限以外没有规定',
    remedy: '加一行没有界限的',
  },
  'tiers-unsaid': {
    text: '有 rate 的表要写明 marginal 是 true（分段累进）还是 false（全额）',
    remedy: '加上 marginal',
  },
  'weights-differ': {
    text: '各项相加是 {sum}，不等于 {total}',
    remedy: '改正分值或总分',
  },
  'raise-without-text': {
    text: 'raise 和 text 要一起写',
    remedy: '补上另一个',
  },
  'no-total': {
    text: '评分表“{id}”没有总分',
    remedy: '写上 total',
  },
  'no-category': {
    text: '工资项“{id}”没有类别',
    remedy: '写上 category',
  },
  'bad-rounding': {
    text: '看不懂的取整方式“{text}”',
    remedy: '例如 1 yuan half up、fen、10 yuan down',
  },
  'notice-without-text': {
    text: '通知“{id}”没有文字',
    remedy: '写上 text',
  },
  'adjusts-nothing': {
    text: '没有说调整哪些工资项',
    remedy: '写上 lines、categories 或 keep',
  },
  'unknown-line': {
    text: '没有叫“{id}”的工资项',
    remedy: '改正名字',
  },
  'line-twice': {
    text: '同一方案里有两个“{id}”：另一个在 {other}',
    remedy: '从方案里去掉其中一本，或改名',
  },
  'duplicate-id': {
    text: '“{id}”重复了：另一个在 {other}',
    remedy: '改名或去掉一个',
  },
  'unknown-rulebook': {
    text: '没有叫“{id}”的制度',
    remedy: '改正名字；kpi rules list 列出全部',
  },
  'misspelt-rulebook': {
    text: '没有叫“{id}”的制度',
    remedy: '是否想写“{meant}”？',
  },
  'wrong-rulebook-kind': {
    text: '“{id}”不是{wanted}',
    remedy: '在这里写{wanted}的名字',
  },
  'circular-extends': {
    text: 'extends 绕成了圈：{names}',
    remedy: '去掉其中一处',
  },
  'extends-other-kind': {
    text: '“{base}”不是同一类制度，不能 extends',
    remedy: '换一个',
  },
  'bad-parameter': {
    text: '参数 {key} 的值“{value}”不是数',
    remedy: '写成 12、1.5 或 1.1%',
  },
  'parameter-not-a-table': {
    text: '参数 {key} 不按类别取值，却写了 {keys}',
    remedy: '写一个数，或按月份写',
  },
  'bad-table-key': {
    text: '参数 {key}：“{word}”不是有效的{by}',
    remedy: '改正这个键',
  },
  'parameter-out-of-range': {
    text: '参数 {key} 的值 {value} 超出范围 {min}–{max}',
    remedy: '改正这个值',
  },
  'parameter-not-set': {
    text: '参数“{title}”还没有值',
    remedy: '在 kpi.yaml 的 set 里写 {key}',
  },
  'unknown-parameter': {
    text: '没有参数 {key}',
    remedy: '可用的参数：{known}',
  },
  'rule-not-in-force': {
    text: '在 {month} 还没有生效的值，最早的从 {first} 起',
    remedy: '补上从 {month} 或更早起生效的值',
  },
  'no-parts': {
    text: '{metric}的团队数要有分子和分母，导入的数据里没有',
    remedy: '在 metrics.csv 里补上分子和分母的指标',
  },
  'no-history': {
    text: '不知道以往月份的情况',
    remedy: '先关账前几个月；确实没有的，在 kpi.yaml 写 history: {assume: none}',
  },
  'no-amount': {
    text: '“{name}”这一条没有写金额或分数',
    remedy: '在这一行补上',
  },
  'no-order': {
    text: '“{name}”这一条没有写订单编号，不知道订单金额',
    remedy: '在这一行补上订单编号',
  },
  'unknown-order': {
    text: '“{name}”的订单 {order} 不在这个月的订单文件里，不知道订单金额',
    remedy: '改正订单编号；是以前月份的订单，就把那一笔加进这个月的订单文件（不会再算进销售）',
  },
  'outside-range': {
    text: '“{name}”的 {value} 超出允许的范围 {from}–{to}',
    remedy: '改正这一行',
  },
  'rating-not-grade': {
    text: '“{item}”要打等级（优良中差），却是 {number}',
    remedy: '在 ratings.csv 改成等级',
  },
  'rating-out-of-range': {
    text: '“{item}”的评分 {number} 不在 0–{most} 之间',
    remedy: '在 ratings.csv 改正',
  },
  'not-in-example': {
    text: '例子没有给出“{name}”',
    remedy: '在 given 里补上',
  },
  'bad-example': {
    text: '例子里的“{name}”没有意义',
    remedy: '改正名字',
  },
  'rating-not-number': {
    text: '“{item}”评的是“{grade}”，这里要数',
    remedy: '在 ratings.csv 里给这一项写数',
  },
  'number-too-large': {
    text: '算出的数大得或小得不合理',
    remedy: '检查公式和参数里的数',
  },
  'names-too-deep': {
    text: '“{name}”一层套一层，超过 {limit} 层',
    remedy: '减少 define 与工资项之间的层层引用',
  },
  'marginal-without-rates': {
    text: '分段累进（marginal）的表，每一行要写 rate',
    remedy: '每一行写 rate，或去掉 marginal',
  },
  'marginal-upward': {
    text: '分段累进（marginal: true）的表只能用 to 或 below，从小到大写',
    remedy: '改用 to 或 below',
  },
  'interpolate-without-bound': {
    text: '按直线插值的表，每一行都要有界限，给 points、amount 或 share',
    remedy: '补上界限，去掉 rate 和 marginal',
  },
  'key-without-use': {
    text: '“{key}”在这里没有作用',
    remedy: '去掉它',
  },
  'value-and-formula': {
    text: '“{id}”既写了 value 又写了 formula',
    remedy: '只留一个',
  },
  'nothing-to-remove': {
    text: 'remove 里的“{id}”不在所继承的规则里',
    remedy: '改正名字，或去掉这一项',
  },
  'extends-too-deep': {
    text: 'extends 一层套一层，超过 {limit} 层',
    remedy: '减少层数',
  },
  'book-twice': {
    text: '方案“{plan}”里“{id}”列了两次',
    remedy: '去掉一个',
  },
  'set-without-book': {
    text: 'set 里的“{key}”不属于这个方案的任何一个规则',
    remedy: '写成 规则.参数，规则要在这个方案里',
  },
  'mixed-weights': {
    text: '权重要么都写百分比，要么都不写',
    remedy: '统一写法',
  },
  'bad-month': {
    text: '“{text}”不是月份',
    remedy: '写成 2026-10 的样子',
  },
  'bad-given': {
    text: '“{name}”的值“{value}”看不懂',
    remedy: '改正这个值',
  },
  'bad-text-figure': {
    text: '文字里的“{text}”没有写完',
    remedy: '花括号里写一个公式，例如 得分',
  },
} as const;

export const texts = {
  'rule.items': '项目',
  'rule.additions': '加分',
  'rule.deductions': '扣分',
  'rule.lines': '工资项',
  'rule.adjustments': '调整',
  'rule.notices': '通知',
  'rule.definitions': '定义',
  'rule.parameters': '参数',
  'rule.events': '奖惩事项',
  'rule.ratings': '评分项目',
  'rule.roles': '岗位',
  'rule.scores': '评分表',
  'rule.pay': '工资制度',
  'rule.set': '改过的参数',
  'rule.kind.earning': '应发',
  'rule.kind.deduction': '扣款',
  'rule.kind.notice': '通知',

  'note.held': '{left} {relation} {right}，成立',
  'note.failed': '{left} {relation} {right}，不成立，差 {distance}',
  'note.team': '团队 {count} 人',
  'note.pooled': '团队合计 {numerator} ÷ {denominator}（{count} 人）',
  'note.no_month': '没有这个月',
  'note.month': '{month}',
  'note.streak': '连续 {count} 个月',
  'note.days': '{of} 天中 {count} 天成立',
  'note.mean_over': '{count} 个月的平均',
  'note.rows_counted': '{all} 条里算 {count} 条',
  'field.amount': '{title}的金额',
  'field.points': '{title}的扣分',
  'field.grave': '重大的{title}',
  'field.order_amount': '{title}的订单金额',
  'note.grade': '评为{grade}',
  'note.row_points': '{when}，{graded}：{points}',
  'grade.number': '评分 {number}',
  'note.mean_of_weeks': '{count} 周的平均',
  'note.mean_of_rows': '{count} 次评分的平均',
  'grade.week': '第 {week} 周',
  'grade.row': '第 {row} 次',
  'grade.each_week': '各周平均',
  'grade.each_row': '各次平均',
  'note.rating_number': '评分 {number}',
  'note.band': '{value} {sign} {bound}，在这一档',
  'note.last_band': '{value} 在最后一档',
  'note.next_band': '到 {sign} {bound} 还差 {distance}，可得 {gives}',
  'note.slice': '{slice} 这一段按 {rate}',
  'note.between': '在 {left} 与 {right} 之间',
  'note.target_met': '{value}，达到目标 {target}',
  'note.target_missed': '{value}，目标 {target}，差 {distance}',
  'note.limited': '{ratio} 限为 {result}',
  'note.renormalised': '缺少的部分不计，其余权重 {left} 放大到 {all}',
  'note.per': '{count} 次，每次 {each}',
  'note.rung': '第 {time} 次：{amount}',
  'note.next_rung': '再有第 {time} 次：{amount}',
  'note.given': '{count} 条，合计 {sum}',
  'note.place': '第 {place} 名，共 {count} 人',
  'note.tied': '与人并列，共 {tied} 人，平分所占名次的奖金',
  'note.next_place': '离前一名差 {distance}',
  'note.gate_failed': '没有达到门槛，为 0',
  'note.not_first': '不是第一（{count} 人）',
  'note.first': '第一，共 {count} 人',
  'note.pool': '占 {own} ÷ {total}',
  'note.quotient': '{numerator} ÷ {denominator}',
  'note.imported': '来自导入的指标文件',
  'note.provisional': '暂定：订单还没有到窗口结束',
  'note.absent_counts_zero': '没有这一项，按 0 计',
  'note.condition_failed': '条件不成立，没有这一项',
  'note.missing_settled': '没有数据，按规则为{worth}',
  'note.undefined_settled': '分母为 0，按规则为{worth}',
  'note.rounded': '{from} 取整为 {to}',
  'note.limited_to': '只剩 {left} 可扣，应扣 {full}',
  'note.adjusted': '按“{title}”调整，原为 {from}',

  'outcome.grade': '评为{grade}',
  'outcome.number': '评数字',
  'outcome.met': '达到目标',
  'outcome.missed': '没达到目标',
  'outcome.none': '一次也没有',
  'outcome.some': '有',
  'outcome.given': '评了',
  'outcome.times': '第 {time} 次',
  'outcome.placed': '有名次奖',
  'outcome.beyond': '名次在奖外',
  'outcome.gate': '没过门槛',
  'outcome.shared': '分到',
  'outcome.outside': '不参加分',
  'outcome.won': '第一',
  'outcome.lost': '不是第一',
  'outcome.when_held': '条件成立',
  'outcome.when_failed': '条件不成立',
  'outcome.adjusted': '“{title}”起作用',
  'outcome.not_adjusted': '“{title}”不起作用',
  'note.tied_same': '与人并列，共 {tied} 人',
  'note.sum_over': '{count} 个月合计',
  'note.climbed': '以前已有 {count} 次',
  'notice.absent': '{title}：{reason}，这个月没有这一项',
  'want-date-key': '日期写成 2026-10 的样子',
  'want-entry-id': 'id 只能用小写字母、数字和下划线，以字母开头',
  'want-fewer': '这里太多了，最多 300 个',
  'want-name': '名字只能用文字、数字和下划线，不能以数字开头，也不能是 且、或、非',
} as const;
