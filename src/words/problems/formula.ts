import type { ProblemEntry } from '../texts/entry.js';

/** Of formulas and the names in them. */
export const formulaProblems = {
  'formula-syntax': {
    level: 'error',
    zh: '公式写错了：“{found}”不能出现在这里',
    en: 'the formula is wrong: “{found}” cannot stand here',
    remedyZh:
      '公式里可以用 + − × ÷ ( )、比较号 < ≤ = ≠ ≥ >、且、或、非、函数和名字；且、或、非的两边要有空格',
    remedyEn:
      'a formula has + − × ÷ ( ), the comparisons < ≤ = ≠ ≥ >, and, or, not, functions and names',
  },
  'formula-sign': {
    level: 'error',
    zh: '公式里不用“{found}”',
    en: 'a formula has no “{found}”',
    remedyZh: '写成“{meant}”',
    remedyEn: 'write “{meant}”',
  },
  'formula-lead': {
    level: 'error',
    zh: '公式前面不写“{found}”',
    en: 'a formula does not begin with “{found}”',
    remedyZh: '去掉“{found}”',
    remedyEn: 'take “{found}” away',
  },
  'formula-chained': {
    level: 'error',
    zh: '一个条件里只能有一个比较号，这里又来了一个“{found}”',
    en: 'a condition compares once, and here comes another “{found}”',
    remedyZh: '写成 {meant}',
    remedyEn: 'write {meant}',
  },
  'formula-one-sided': {
    level: 'error',
    zh: '比较号“{found}”前面没有写比的是什么',
    en: 'it is not said what is compared by “{found}”',
    remedyZh: '在比较号前面写上名字，例如 销售额 {found} 80；一个数要比两次的，两次都写名字',
    remedyEn: 'write a name before the sign, as in sales {found} 80, and again before a second one',
  },
  'formula-range': {
    level: 'error',
    zh: '“{found}”是一段，不是一个数',
    en: '“{found}” is a range and no number',
    remedyZh:
      '表的一档写 from 和 to，例如 from: {meant}, to: …；条件写成两个比较，例如 销售额 >= {meant} 且 销售额 < …',
    remedyEn:
      'a row of a table has from and to, as in from: {meant}, to: …; a condition has two comparisons, as in sales >= {meant} and sales < …',
  },
  'formula-number': {
    level: 'error',
    zh: '数不写成“{found}”的样子',
    en: 'a number is not written like “{found}”',
    remedyZh: '写成 {meant}；单位由指标和参数的 {key.unit} 决定',
    remedyEn: 'write {meant}; its unit is that of the metric, or the `{key.unit}` of the parameter',
  },
  'formula-call': {
    level: 'error',
    zh: '“{found}”是函数，后面要有括号',
    en: '“{found}” is a function and needs parentheses',
    remedyZh: '写成 {meant}，括号里用逗号隔开',
    remedyEn: 'write {meant}, with commas between what stands in it',
  },
  'formula-operator': {
    level: 'error',
    zh: '“{found}”前面少了运算符号',
    en: 'there is no operator before “{found}”',
    remedyZh: '补上 +、−、×、÷、比较号、且、或；名字里有空格的，用「」括起来',
    remedyEn: 'write +, −, ×, ÷, a comparison, `and` or `or`; a name with spaces stands in 「」',
  },
  'formula-unclosed': {
    level: 'error',
    zh: '公式写错了：这里的括号没有关上',
    en: 'the formula is wrong: the parenthesis that opens here is never closed',
    remedyZh: '补上“)”',
    remedyEn: 'add the `)`',
  },
  'formula-unfinished': {
    level: 'error',
    zh: '公式没有写完',
    en: 'the formula breaks off',
    remedyZh: '补完它，或去掉末尾多出来的符号',
    remedyEn: 'finish it, or take away the sign at its end',
  },
  'formula-empty': {
    level: 'error',
    zh: '公式是空的',
    en: 'the formula is empty',
    remedyZh: '写上公式',
    remedyEn: 'write the formula',
  },
  'formula-too-long': {
    level: 'error',
    zh: '公式太长',
    en: 'the formula is too long',
    remedyZh: '拆成几个 {key.define}',
    remedyEn: 'split it with `{key.define}`',
  },
  'formula-too-deep': {
    level: 'error',
    zh: '公式嵌套太深',
    en: 'the formula is nested too deep',
    remedyZh: '拆成几个 {key.define}',
    remedyEn: 'split it with `{key.define}`',
  },
  'unknown-name': {
    level: 'error',
    zh: '没有叫“{name}”的指标、参数或项目',
    en: 'nothing is called “{name}”',
    remedyZh:
      '可以写的：{known}；新的数写进 {key.parameters} 或 {key.define}，事项写进 {key.events}，评分写进 {key.ratings}',
    remedyEn:
      'known are: {known}; a new number goes under `{key.parameters}` or `{key.define}`, an event under `{key.events}`, a rating under `{key.ratings}`',
  },
  'undeclared-name': {
    level: 'error',
    zh: '没有声明过{what}“{name}”',
    en: 'the {what} “{name}” is not declared',
    remedyZh: '先写进制度的 {key}，例如 {key} 下面一行 overtime: 加班；已有的：{known}',
    remedyEn:
      'first write it under `{key}` of the rulebook, as in `overtime: Overtime`; declared are: {known}',
  },
  'no-score': {
    level: 'error',
    zh: '这个方案没有考核表，没有“{name}”',
    en: 'the plan has no scorecard, and so no “{name}”',
    remedyZh: '在 kpi.yaml 这个方案的 scores 里写上考核表，或不用“{name}”',
    remedyEn: 'name a scorecard under `scores` of the plan, or do without “{name}”',
  },
  'word-without-quotes': {
    level: 'error',
    zh: '“{word}”是文字，要用引号括起来',
    en: '“{word}” is a text and needs quotes',
    remedyZh: '写成 "{word}"',
    remedyEn: 'write "{word}"',
  },
  'misspelt-name': {
    level: 'error',
    zh: '没有叫“{name}”的指标、参数或项目',
    en: 'nothing is called “{name}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'ambiguous-name': {
    level: 'error',
    zh: '“{name}”有几个意思：{names}',
    en: '“{name}” can mean several things: {names}',
    remedyZh: '照上面的全名写，指明是哪一个',
    remedyEn: 'write the full name of the one that is meant, as above',
  },
  'name-of-metric': {
    level: 'warning',
    zh: '“{name}”在这里是 {own}，不是同名的 {metric}',
    en: '“{name}” is {own} here, not the metric {metric}, which has the same name',
    remedyZh: '要指标，写 {metric}；要本制度的这一项，写上面的全名，或给它换一个名字',
    remedyEn:
      'write {metric} for the metric, the full name above for the rulebook’s own, or rename that',
  },
  'unknown-function': {
    level: 'error',
    zh: '没有叫“{name}”的函数',
    en: 'there is no function “{name}”',
    remedyZh: '可以写的：{known}',
    remedyEn: 'known are: {known}',
  },
  'misspelt-function': {
    level: 'error',
    zh: '没有叫“{name}”的函数',
    en: 'there is no function “{name}”',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'wrong-argument-count': {
    level: 'error',
    zh: '函数“{name}”要 {counts} 个参数',
    en: 'the function “{name}” takes {counts} arguments',
    remedyZh: '改正参数的个数',
    remedyEn: 'correct the number of arguments',
  },
  'bad-team-scope': {
    level: 'error',
    zh: '这里要花名册的一栏，算的是与自己这一栏相同的人',
    en: 'a column of the roster is needed here: the figure goes over those who have the same there',
    remedyZh: '写其中一栏：{columns}',
    remedyEn: 'write one of these columns: {columns}',
  },
  'formula-date': {
    level: 'error',
    zh: '这里是不是日期 {meant}？日期不能这样写',
    en: 'is the date {meant} meant? Dates are not written like that',
    remedyZh: '写成带引号的年-月-日："{meant}"',
    remedyEn: 'write year, month and day in quotes: "{meant}"',
  },
  'mixed-types': {
    level: 'error',
    zh: '{left}和{right}不能用“{operator}”连在一起',
    en: '{left} and {right} do not go together with “{operator}”',
    remedyZh:
      '检查两边的单位；要先除成没有单位的数，就除以带单位的参数，例如写着 {key.value}: 10000 和 {key.unit}: yuan 的',
    remedyEn:
      'check the units of both sides; what is to become a bare number is divided by a parameter of its unit, such as one of {key.value}: 10000 and {key.unit}: yuan',
  },
  'wrong-type': {
    level: 'error',
    zh: '这里要{wanted}，却是{given}',
    en: '{wanted} is needed here, this is {given}',
    remedyZh: '改正这一部分',
    remedyEn: 'correct this part',
  },
  'not-by-day': {
    level: 'error',
    zh: '“{name}”没有每天的数，只有整月的',
    en: '“{name}” has no figure of single days, only that of the month',
    remedyZh: '换成有每天数的指标（见指标说明），或放到按天计算之外',
    remedyEn:
      'use a metric that has daily figures (see the page on metrics), or put it outside the function over days',
  },
  'defined-by-month': {
    level: 'error',
    zh: '“{name}”是用每天都有的数定义的，在按天的条件里会当成全月的数',
    en: '“{name}” is defined by figures that each day has, and would be that of the month in a condition over days',
    remedyZh: '把它的公式直接写进条件里；要和全月的数比的，放到按天计算之外',
    remedyEn:
      'write its formula into the condition itself; to compare with the month, put it outside the function over days',
  },
  'not-within-days': {
    level: 'error',
    zh: '按天计算的条件里不能用“{name}”',
    en: '“{name}” cannot stand in a condition over days',
    remedyZh: '把它放到按天计算之外，例如 团队合计(符合天数(销售额 > 3000))',
    remedyEn: 'put it around the function over days, as in team_sum(days_where(sales > 3000))',
  },
  'days-without-figure': {
    level: 'error',
    zh: '“{name}”的条件里没有每天的数',
    en: 'the condition of “{name}” has no figure of single days',
    remedyZh:
      '条件里直接写有每天数的指标，例如 销售额 > 3000；{key.define} 和工资项在这里是整月的值',
    remedyEn:
      'write a metric with daily figures in the condition itself, as in sales > 3000; definitions and lines are the month’s values here',
  },
  'days-worked-unknown': {
    level: 'error',
    zh: '不知道哪些天上班：没有聊天记录、通话记录，也没有写着“出勤”的逐条考勤',
    en: 'which days were worked is not known: there are no chats, no calls and no attendance by event that says `present`',
    remedyZh:
      '补上其中一种文件，或在逐条考勤里写上“出勤”的行；也可以把条件改成有数才成立的，例如 销售额 > 3000',
    remedyEn:
      'supply one of these files, or rows of `present` in the attendance by event; or write a condition that holds only where something was counted, as in sales > 3000',
  },
  'percent-meant': {
    level: 'warning',
    zh: '{number} 是 {percent}，而“{name}”最多是 100%：{follows}',
    en: '{number} is {percent}, and “{name}” is at most 100%: {follows}',
    remedyZh: '是不是 {written}%？比率写成百分数或小数',
    remedyEn: 'is {written}% meant? A ratio is written as a percentage or a fraction',
  },
  'percent-likely': {
    level: 'warning',
    zh: '{number} 是 {percent}，这里很少这么高：{follows}',
    en: '{number} is {percent}, hardly ever so high here: {follows}',
    remedyZh: '是不是 {written}%？比率写成百分数或小数；确实是这个意思，写成 {percent}',
    remedyEn:
      'is {written}% meant? A ratio is written as a percentage or a fraction; if it is what is meant, write {percent}',
  },
  'beyond-range': {
    level: 'warning',
    zh: '{limit}，和 {number} 比：{follows}',
    en: '{limit}; held against {number}, {follows}',
    remedyZh: '改正这个数或比较的方向；真的用不上，就去掉',
    remedyEn: 'correct the number or the direction of the comparison; what has no use is taken out',
  },
  'never-together': {
    level: 'warning',
    zh: '{one} 和 {other} 不会同时成立：这个条件永远不成立',
    en: '{one} and {other} never hold together: the condition can never hold',
    remedyZh: '改正其中的数或比较的方向；成立一个就够的，用“或”连起来',
    remedyEn:
      'correct a number or the direction of a comparison; where one of them is enough, write `or`',
  },
  'always-one': {
    level: 'warning',
    zh: '{one} 和 {other} 总有一个成立：这个条件总是成立',
    en: 'of {one} and {other} one always holds: the condition always holds',
    remedyZh: '改正其中的数或比较的方向；两个都要成立的，用“且”连起来',
    remedyEn:
      'correct a number or the direction of a comparison; where both have to hold, write `and`',
  },
  'unknown-word': {
    level: 'warning',
    zh: '“{name}”没有“{word}”：{follows}',
    en: 'there is no {name} “{word}”: {follows}',
    remedyZh: '可以写的：{known}',
    remedyEn: 'known are: {known}',
  },
  'misspelt-word': {
    level: 'warning',
    zh: '“{name}”没有“{word}”：{follows}',
    en: 'there is no {name} “{word}”: {follows}',
    remedyZh: '是否想写“{meant}”？可以写的：{known}',
    remedyEn: 'did you mean “{meant}”? Known are: {known}',
  },
  'field-of-nobody': {
    level: 'warning',
    zh: '花名册里没有一个人写了“{name}”：{follows}',
    en: 'nobody in the roster has a {name}: {follows}',
    remedyZh: '在花名册的“{name}”一栏里填上；用不上的条件就去掉',
    remedyEn: 'fill the column “{name}” of the roster; a condition that has no use is taken out',
  },
  'word-of-nobody': {
    level: 'info',
    zh: '花名册里没有一个人的“{name}”是“{word}”：{follows}',
    en: 'nobody in the roster has “{word}” as {name}: {follows}',
    remedyZh: '以后会有人的，不用管；写错了的，改成有人的：{known}',
    remedyEn:
      'leave it where somebody will have it; where another is meant, these have somebody: {known}',
  },
  'wrong-result': {
    level: 'error',
    zh: '结果应是{wanted}，却是{given}',
    en: 'the result should be {wanted}, this gives {given}',
    remedyZh:
      '改正公式；按天或按小时算的写明每天多少，例如 50 × 上班天数；参数和 {key.define} 可用 {key.unit} 注明单位，例如 yuan/day（元/天）',
    remedyEn:
      'correct the formula; what is paid by days or hours says how much for each, as in 50 × service_days; a parameter or definition can say its `{key.unit}`, such as yuan/day',
  },
  'circular-reference': {
    level: 'error',
    zh: '循环引用：{names}',
    en: 'circular reference: {names}',
    remedyZh: '去掉其中一处引用',
    remedyEn: 'remove one of the references',
  },
  'formula-place': {
    level: 'error',
    zh: '“{found}”不是一个数，也不是名字',
    en: '“{found}” is neither a number nor a name',
    remedyZh:
      '条件写成 名次(得分) <= {meant}，括号里是按什么排；发给前几名的，用 rank（按名次）或 top（评优）',
    remedyEn:
      'write the condition as rank(score) <= {meant}, with what is ranked in brackets; to pay the best, use `rank` or `top`',
  },
  'formula-grade': {
    level: 'error',
    zh: '“{found}”不是一个数，也不是名字：公式不知道多少算{found}',
    en: '“{found}” is neither a number nor a name: the formula does not know what counts as such',
    remedyZh:
      '写成分数线，例如 得分 >= 60；分数线会变的，写进 {key.parameters} 起个名字；等级加引号，例如 rating.quality = "优"',
    remedyEn:
      'write the threshold, such as score >= 60, or name it under `{key.parameters}`; a grade is in quotes, as in rating.quality = "excellent"',
  },
  'category-of-own': {
    level: 'error',
    zh: '这一项自己就在它所问的类别里：{names}',
    en: 'the line is in the very category that it asks for: {names}',
    remedyZh:
      '给它另一个类别；或不写类别，写出是哪几项相加；或写“应发工资”（这一项以前的各项之和）',
    remedyEn:
      'give it another category, add up the lines that are meant, or write `gross` (the earnings before this line)',
  },
  'no-parts': {
    level: 'error',
    zh: '{metric}的团队数要有分子和分母，导入的数据里没有',
    en: 'the team figure of {metric} needs numerator and denominator, which were not imported',
    remedyZh: '在 metrics.csv 里补上分子和分母的指标',
    remedyEn: 'add the metrics of numerator and denominator to metrics.csv',
  },
  'no-history': {
    level: 'error',
    zh: '不知道以往月份的情况',
    en: 'earlier months are not known',
    remedyZh: '先结账前几个月；确实没有的，在 kpi.yaml 写 history: {assume: none}',
    remedyEn:
      'close the earlier months first; if there are none, write history: {assume: none} in kpi.yaml',
  },
  'number-too-large': {
    level: 'error',
    zh: '算出的数大得或小得不合理',
    en: 'the result is beyond all reason large or small',
    remedyZh: '检查公式和参数里的数',
    remedyEn: 'check the numbers of formula and parameters',
  },
  'names-too-deep': {
    level: 'error',
    zh: '“{name}”一层套一层，超过 {limit} 层',
    en: '“{name}” leans on names that lean on names, more than {limit} deep',
    remedyZh: '减少 {key.define} 与工资项之间的层层引用',
    remedyEn: 'use fewer layers of `{key.define}` and lines',
  },
  'bad-text-figure': {
    level: 'error',
    zh: '文字里的“{text}”没有写完',
    en: '“{text}” in the text is not finished',
    remedyZh: '花括号里写一个公式，例如 得分',
    remedyEn: 'write a formula between braces',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
