export const problems = {
  'cannot-write': {
    text: '无法写入：{reason}',
    remedy: '换一个文件或文件夹，或检查权限和磁盘空间；原有文件没有改动',
  },
  'file-exists': {
    text: '这个文件夹里已经有 {files}',
    remedy: '换一个空文件夹，例如 kpi init 新店：kpi init 从不覆盖文件',
  },
  'no-starter': {
    text: '程序包里没有示例店铺',
    remedy: '重新安装 kpi',
  },
} as const;

const calcHelp = `
示例：
  kpi calc --month 2026-10                       在终端看工资表
  kpi calc --month 2026-10 -o 工资.csv           写成 Excel、WPS 能直接打开的文件
  kpi calc --month 2026-10 -o 工资.xlsx          工作簿：每个方案一张表，另有问题和设置
  kpi calc --month 2026-10 --agent A01 --long    一位客服的每一项，带公式和代入的数
  kpi calc --month 2026-10 --format json | jq    交给别的程序

每位客服一行，按花名册的顺序：工号、姓名、岗位、方案、得分、名次，然后每个工资项目
一列，最后是应发工资、扣款和实发。客服没有的项目是空白。金额都是正数，
实发 = 应发工资 − 扣款。合计只在表格和工作簿里有。

--agent 和 --plan 只决定显示谁，不影响计算：名次和团队数据总是看全队。`;

const metricsHelp = `
示例：
  kpi metrics --month 2026-10                    指标为行，客服为列
  kpi metrics --month 2026-10 -o 指标.csv --ids  每位客服一行，表头用固定的英文名
  kpi metrics --month 2026-10 --format json      附分子、分母和缺数据的原因

没有数据的指标是空白，不是 0。带 * 的数字是暂定的：本月之后的订单还没有齐。`;

const explainHelp = `
示例：
  kpi explain A01 --month 2026-10                一位客服的每一分钱
  kpi explain 林小雨 --month 2026-10 个人提成    只看一个项目
  kpi explain A01 --month 2026-10 conversion     只看一个指标
  kpi explain A01 --month 2026-10 sales --rows   一个数背后的每一行数据
  kpi explain A01 --month 2026-10 --format json

客服可以写工号、姓名或账号。项目可以写编号或名称：工资项目、考核项目、考核表或指标。
每一项列出公式、代入的数、依据的条款、每个条件的值与门槛，以及每个数从哪里来。

--rows 列出每个数背后的数据行（文件和行号）。订单还写明凭哪一条规则、哪一段会话归属，
以及哪些会话没有被采用、为什么；咨询写明怎么判定。写了项目时，列出它用到的每个指标、
评分、奖惩和投诉的行；没有写项目时，只列评分、奖惩、投诉和考勤，其余只写行数。
在终端上每个数最多列 50 行；写入文件、接管道，或用 --format json 时列出全部。`;

const noticesHelp = `
示例：
  kpi notices --month 2026-10                    在终端看本月的通知
  kpi notices --month 2026-10 -o 通知.md         写成可以直接张贴的文字
  kpi notices --month 2026-10 --format json      交给别的程序

警告、到期可以评的级别、辞退级的违规、要公布的事：先重后轻，先全队、再按花名册的顺序，
各注明来自哪个规则。没有要通知的事时，在标准错误里说明，退出码为 0。`;

const checkHelp = `
示例：
  kpi check                                      检查配置、花名册和规则
  kpi check --month 2026-10                      连同一个月的数据
  kpi check --month 2026-10 --format csv         列出全部问题，供程序或表格使用

检查结果就是这个命令的数据，所以写在标准输出，有错误时也一样。`;

const inspectHelp = `
示例：
  kpi inspect 2026-10/orders.csv             这是什么文件，每一列读作什么，有什么读不了
  kpi inspect 下载/*.csv                     一次看几个文件，不必在店铺文件夹里
  kpi inspect 2026-10/*.csv --format json    给程序用

只看文件本身，什么也不写。在店铺文件夹里，kpi.yaml 的 sources 和花名册一起算数；
文件在月份文件夹里时，还看日期是不是这个月的。认不出的文件会给出可以贴进 kpi.yaml 的几行。`;

const exitCodes = `
退出码：
  0  完成，可能有警告
  1  配置、规则或数据有问题；没有写出任何结果
  2  命令写错了
  3  月份已结账，或另一个 kpi 正在运行`;

export const texts = {
  total: '合计',

  'table.id': '工号',
  'table.agent': '工号',
  'table.name': '姓名',
  'table.role': '岗位',
  'table.plan': '方案',
  'table.score': '得分',
  'table.rank': '名次',
  'table.gross': '应发工资',
  'table.deductions': '扣款',
  'table.payable': '实发',
  'table.line': '项目编号',
  'table.title': '项目',
  'table.kind': '性质',
  'table.category': '类别',
  'table.amount': '金额',
  'table.formula': '公式与数字',
  'table.source': '依据',
  'table.metric': '指标',
  'table.unit': '单位',
  'table.shop': '店铺',
  'table.level': '级别',
  'table.code': '代码',
  'table.file': '文件',
  'table.line_number': '行',
  'table.column': '列',
  'table.column_number': '第几列',
  'table.read_as': '读作',
  'table.meaning': '含义',
  'table.cell': '内容',
  'table.text': '问题',
  'table.notice': '通知',
  'table.remedy': '怎么办',
  'table.rulebook': '规则',
  'table.rulebook_title': '名称',
  'table.rulebook_kind': '种类',
  'table.used_by': '用于岗位',
  'table.origin': '来自',
  'sheet.salary': '工资表',
  'sheet.problems': '问题',
  'sheet.settings': '设置',
  'table.setting': '设置',
  'table.value': '值',
  'table.month': '月份',
  'table.sha256': 'SHA-256',
  'table.rows': '行数',

  'inspect.recognised': '{title}（{kind}，读法 {reader}）',
  'inspect.not_recognised': '不能读',
  'inspect.others': '另有 {count} 个同样的工作表',
  'inspect.told_by': '认出它的列：{headers}',
  'inspect.passed_over':
    '这个文件名在月份文件夹里不会被读：扩展名要是 csv、tsv、txt、xlsx、xls、zip 或 parquet',
  'inspect.kind.agents': '花名册',
  'inspect.kind.chats': '聊天',
  'inspect.kind.orders': '订单',
  'inspect.kind.attendance': '考勤',
  'inspect.kind.complaints': '投诉、表扬、差评、差错',
  'inspect.kind.ratings': '评分',
  'inspect.kind.events': '奖惩',
  'inspect.kind.calls': '通话',
  'inspect.kind.metrics': '指标',
  'inspect.format.text': '文本',
  'inspect.format.parquet': 'Parquet',
  'inspect.format.xlsx': 'xlsx 工作簿',
  'inspect.format.xls': 'xls 工作簿',
  'inspect.format.html': 'HTML 网页',
  'inspect.format.xml': 'XML 表格',
  'inspect.format.zip': 'ZIP 压缩包',
  'inspect.format.binary': '不是文本，也不是认得的格式',
  'inspect.comma': '逗号分隔',
  'inspect.tab': '制表符分隔',
  'inspect.semicolon': '分号分隔',
  'inspect.bar': '竖线分隔',
  'inspect.header_line': '表头在第 {line} 行',
  'inspect.bytes': '{size} 字节',
  'inspect.row': '{rows} 条记录',
  'inspect.rows': '{rows} 条记录',
  'inspect.dates': '{first} 到 {last}',
  'inspect.comma_between': '，',
  'inspect.list_separator': '、',
  'inspect.ignored': '（不读）',
  'inspect.absent': '没有的列（可以没有）：{columns}',
  'inspect.nearest': '最接近 {title}（{kind}，读法 {reader}）：认出 {known}；缺 {missing}',
  'inspect.fits': '符合 {title}（{kind}，读法 {reader}）：认出 {known}',
  'inspect.mapping':
    '贴进 kpi.yaml，右边核对或改成这个文件的列名（还没用到的列：{free}；files 里可以用 *）：',

  'line.earning': '收入',
  'line.deduction': '扣款',
  'line.notice': '通知',

  'category.base': '底薪',
  'category.performance': '绩效',
  'category.commission': '提成',
  'category.bonus': '奖金',
  'category.allowance': '津贴',
  'category.insurance_cash': '保险返现',
  'category.reward': '奖励',
  'category.fine': '罚款',
  'category.loss': '损失',

  'unit.yuan': '{n} 元',
  'unit.seconds': '{n} 秒',
  'unit.hours': '{n} 小时',
  'unit.days': '{n} 天',
  'unit.months': '{n} 个月',
  'unit.persons': '{n} 人',
  'unit.person_days': '{n} 人次',
  'unit.points': '{n} 分',
  'unit.chars_per_minute': '{n} 字/分钟',
  'unit_title.yuan': '元',
  'unit_title.seconds': '秒',
  'unit_title.hours': '小时',
  'unit_title.days': '天',
  'unit_title.months': '月',
  'unit_title.persons': '人',
  'unit_title.person_days': '人次',
  'unit_title.points': '分',
  'unit_title.chars_per_minute': '字/分钟',

  'value.yes': '是',
  'value.no': '否',
  'value.missing': '缺',
  'value.undefined': '无（分母为 0）',
  'value.absent': '无',
  'value.quoted': '“{text}”',

  'operator.and': '且',
  'operator.or': '或',
  'operator.not': '非',
  'formula.mechanism': '{kind}（{inputs}）',
  'formula.mechanism_notes': '{formula}：{notes}',
  'formula.absent': '条件不成立：{formula}（{numbers}）',
  'formula.unknown': '条件无法判断：{formula}（{numbers}）',
  'formula.separator': '；',

  'kind.metric': '指标',
  'kind.parameter': '参数',
  'kind.definition': '定义',
  'kind.roster': '花名册',
  'kind.score': '得分',
  'kind.item': '考核项目',
  'kind.line': '工资项目',
  'kind.category': '类别合计',
  'kind.rating': '评分',
  'kind.event': '奖惩',
  'kind.case': '投诉等记录',
  'kind.target': '目标',

  'explain.head': '{name}（{id}） {month}  岗位：{role}  方案：{plan}',
  'explain.titled': '{title}（{id}）',
  'explain.pay': '应发工资 {gross} − 扣款 {deductions} = 实发 {payable}',
  'explain.score': '{title}（{id}）  得分 {points} / {total}，第 {rank} 名',
  'explain.ranking': '名次：{places}',
  'explain.ranking_separator': '，',
  'explain.place': '{place} {name} {value}',
  'explain.own_place': '{place} 【{name}】 {value}',
  'explain.points': '{points} / {full} 分',
  'explain.line': '{title}（{id}）  {kind} {amount}',
  'explain.source': '依据：{source}',
  'explain.formula': '公式：{formula}',
  'explain.numbers': '代入：{numbers} = {value}',
  'explain.day': '{day}：{numbers}',
  'explain.day_failed': '{day}：{numbers}，差 {distance}',
  'explain.day_open': '{day}：{numbers}，{value}',
  'explain.day_separator': '、',
  'explain.equals': '公式：{formula} = {value}',
  'explain.part': '{formula} = {value}',
  'explain.name': '{title} = {value}（{kind}）',
  'explain.held': '条件成立：{condition}',
  'explain.failed': '条件不成立：{condition}',
  'explain.unknown': '条件无法判断：{condition}',
  'explain.adjusted': '按“{title}”调整：条件成立',
  'explain.not_adjusted': '“{title}”的条件不成立，没有调整',
  'explain.mechanism': '{kind}：{text}',
  'explain.cause': '{name}：{text}；{remedy}',
  'explain.notices': '通知',
  'explain.metric': '{title}（{id}）  {value}',
  'explain.definition': '定义：{definition}',
  'explain.quotient': '分子 {numerator} ÷ 分母 {denominator}',
  'explain.imported': '由 metrics*.csv 导入，代替计算出来的数',
  'explain.provisional': '暂定：本月之后的订单还没有齐',

  'missing.undefined': '分母为 0',
  'missing.no_file': '本月没有 {files}',
  'missing.no_cell': '{file} 里有的行没有填“{column}”',
  'missing.no_row': '{file} 里没有这位客服的数据',
  'missing.not_imported': '只能由 metrics*.csv 导入，而没有导入',
  'missing.no_parts': '没有导入分子和分母',

  'metrics.shop': '店铺',
  'metrics.rating': '评分·{item}',
  'list.separator': '、',
  'metrics.lacking': '{title}（{names}）',
  'metrics.gap': '{reason}，所以没有这 {n} 项：{metrics}',
  'metrics.provisional': '* 暂定：本月之后的订单还没有齐',

  'level.error': '错误',
  'level.warning': '警告',
  'level.info': '提示',
  'level.dismissal': '辞退级',

  'problems.error': '{n} 个错误',
  'problems.errors': '{n} 个错误',
  'problems.warning': '{n} 个警告',
  'problems.warnings': '{n} 个警告',
  'problems.and': '，',
  'problems.more': '另有 {n} 处同类问题；kpi check --format csv 列出全部',
  'problems.cell': '“{cell}”',
  'problems.none': '没有发现问题',
  'problems.nothing_written': '有错误，没有写出任何结果',
  'problems.strict': '--strict 把警告当作错误，没有写出任何结果',

  'notice.line': '{level}：{name}（{id}） {text}',

  'notices.heading': '{shop} {month} 通知',
  'notices.agent': '{name}（{id}）',
  'notices.shop': '全店',
  'notices.team': '全队',
  'notices.team_part': '全队（{part}）',
  'notices.said': '{text} · {rulebook}',
  'notices.none': '{month} 没有要通知的事',

  'rules.heading': '{title}（{id}）',
  'rules.shipped': '自带',
  'rules.own': '本店',
  'rules.source': '依据：{source}',
  'rules.scorecard': '考核表',
  'rules.pay': '工资',
  'rules.plan': '方案',
  'rules.notices': '通知',
  'rules.notes': '说明',
  'rules.tested': '{n} 个例子，全部通过',
  'rules.failed': '{n} 个例子，{failed} 处不符',
  'rules.no_examples': '没有例子',
  'rules.failure': '{file}:{line} {title}：{name} 应为 {expected}，算出 {actual}',
  'rules.untouched': '没有例子涉及：{what}',
  'rules.summary': '{rulebooks} 个规则，{examples} 个例子，{failures} 处不符',

  'run.previous_month': '没有写 --month，取上个月：{month}',
  'run.written': '已写入 {file}',
  'write.no_folder': '文件夹不存在',
  'write.no_permission': '没有权限',
  'write.no_space': '磁盘已满',
  'write.not_a_file': '不是普通文件',

  'run.system':
    '无法读写 {file}：{reason}。什么也没有写出；换个位置，或检查权限和磁盘空间（TMPDIR 决定临时文件放在哪里）',
  'run.stream': '无法写到 {stream}：{reason}。请看它接到的文件所在的磁盘，或用 -o 写到别处',
  'run.memory': '这个月的数据需要更多内存。什么也没有写出；请多给一些，例如 --memory 2GB',
  'run.internal': '程序出错，这不是您的数据的问题：{message}',
  'run.no_rows': '没有符合条件的客服',

  'init.done': '已在 {folder} 建好示例店铺，共 {n} 个文件',
  'init.next': `接下来：
  1. 看看结果：  kpi calc -C {folder} --month {month}
  2. 每一分钱的来历：  kpi explain A01 -C {folder} --month {month}
  3. 改 kpi.yaml 和 agents.csv，换成自己的店和客服
  4. 每月把导出的文件放进以月份命名的文件夹，先跑 kpi check`,

  'usage.unknown_option': '没有选项 {what}',
  'usage.unknown_command': '没有命令 {what}',
  'usage.missing_argument': '缺少参数 {what}',
  'usage.missing_value': '选项 {what} 后面要写值',
  'usage.too_many': '参数太多',
  'usage.other': '命令写错了：{what}',
  'usage.separator': '，',
  'usage.did_you_mean': '是否想写 {meant}？',
  'usage.see_help': '用法见 {command} --help',
  'usage.bad_language': '--lang 只能是 zh 或 en，不是“{given}”',
  'progress.checking': '校验 {file}',
  'progress.converting': '转换编码 {file}',
  'progress.reading': '读取 {file}',
  'progress.counting': '计算指标',
  'progress.rows': '约 {rows} 行',
  'progress.left': '还要 {left}',
  'usage.bad_memory': '--memory 要写成 512MB 或 2GB 的样子，至少 256MB，不是“{given}”',
  'usage.no_file': '没有文件 {file}',
  'usage.folder': '{file} 是文件夹，请写文件；里面有：{files}',
  'usage.not_a_file': '{file} 不是普通文件：管道和设备不能读',
  'usage.empty_folder': '{file} 是文件夹，里面什么也没有',
  'usage.bad_month': '--month 要写成 2026-10 的样子，不是“{given}”',
  'usage.bad_format': '--format 可以是 {formats}，不是“{given}”',
  'usage.bad_extension': '从“{file}”的扩展名看不出格式；可用的扩展名：{extensions}',
  'usage.two_formats': '--format {format} 与文件“{file}”的扩展名不符',
  'usage.overwrites_input': '“{file}”是店铺的输入文件，不能用结果覆盖它',
  'usage.unknown_agent': '没有工号、姓名或账号是“{given}”的客服',
  'usage.ambiguous_agent': '叫“{given}”的客服不止一位：{agents}；请写工号',
  'usage.inactive_agent': '{name}（{id}）在 {month} 不在职，没有工资',
  'usage.unknown_plan': '本月没有客服用方案“{given}”',
  'usage.unknown_line': '没有叫“{given}”的项目或指标',
  'usage.unknown_rule': '没有规则“{given}”',
  'usage.workbook_needs_file': 'xlsx 不能写到标准输出；用 -o 给出文件，例如 -o 工资.xlsx',
  'usage.long_and_json': '--long 只用于 table、csv、markdown 和 xlsx；json 总是带每一项',

  'help.usage': '用法：',
  'help.arguments': '参数：',
  'help.options': '选项：',
  'help.global_options': '通用选项：',
  'help.commands': '命令：',
  'help.options_word': '[选项]',
  'help.command_word': '<命令>',
  'help.program': '网店客服的工资与绩效计算：读一个月的导出数据，算出工资表，说清每一分钱的来历。',
  'help.program_after': `
示例：
  kpi init 我的店 && cd 我的店      建一个可以运行的示例店铺
  kpi check --month 2026-10        有没有问题
  kpi calc --month 2026-10         工资表
  kpi explain A01 --month 2026-10  每一项怎么来的

每个命令的说明：kpi 命令 --help`,
  'help.exit_codes': exitCodes,
  'help.calc': '算工资表',
  'help.calc_after': calcHelp,
  'help.metrics': '算每位客服和店铺的指标',
  'help.metrics_after': metricsHelp,
  'help.explain': '一位客服的工资每一项怎么来的',
  'help.explain_after': explainHelp,
  'help.notices': '一个月的警告、晋级、辞退级违规等，可以张贴的通知',
  'help.notices_after': noticesHelp,
  'help.check': '检查配置、规则和一个月的数据，列出所有问题',
  'help.check_after': checkHelp,
  'help.inspect': '看一个文件是什么：编码、列、行数、日期，有什么读不了',
  'help.inspect_after': inspectHelp,
  'help.rules': '规则：列出、用文字说明、跑例子、给编辑器的格式',
  'help.rules_after': `
示例：
  kpi rules list                        有哪些规则，各用于什么岗位
  kpi rules show aftersales_130         用文字说明一个规则
  kpi rules show classic --format yaml  规则的原文，可以抄进店铺的 rules/ 再改
  kpi rules test                        跑所有规则自带的例子
  kpi rules schema                      给编辑器用的格式说明（JSON Schema）

不在店铺文件夹里也能用，这时只有自带的规则。`,
  'help.rules_list': '列出有效的规则',
  'help.rules_show': '用文字说明一个规则',
  'help.rules_test': '把规则里的例子当作测试来跑',
  'help.rules_test_after': `
示例：
  kpi rules test                        所有规则
  kpi rules test my_commission          一个规则

列出不符的例子，以及没有任何例子涉及的档位、条件和项目。有不符时退出码为 1。`,
  'help.rules_schema': '输出规则文件的 JSON Schema，编辑器凭它补全和检查',
  'help.rules_schema_after': `
示例：
  kpi rules schema -o rules/rulebook.schema.json

然后在 rules/ 里的规则文件第一行写
  # yaml-language-server: $schema=./rulebook.schema.json
支持 YAML 语言服务的编辑器就会补全键名，标出写错的地方，不用联网。`,
  'help.init': '建一个小而完整、可以直接运行的店铺文件夹',
  'help.init_after': `
示例：
  kpi init            在当前文件夹
  kpi init 我的店     在新文件夹

里面有配置、花名册和一个月的示例数据，每个文件都有说明。已有的文件从不覆盖。`,
  'help.help': '显示说明',
  'help.help_command': '显示一个命令的说明',
  'help.version': '显示版本',
  'help.lang': '标题和消息的语言：zh 或 en（默认：kpi.yaml 的 lang，否则 zh）',
  'help.shop': '店铺文件夹（默认：当前文件夹）',
  'help.no_color': '不用颜色（环境变量 NO_COLOR 也可以）',
  'help.month': '月份，如 2026-10（默认：上个月）',
  'help.check_month': '连同这个月的数据一起检查',
  'help.format': '格式：{formats}（默认：终端上 {terminal}，否则 {pipe}）',
  'help.format_fixed': '格式：{formats}（默认：{fallback}）',
  'help.output': '写入文件，格式看扩展名：{extensions}',
  'help.no_bom': '写 csv 文件时不加 BOM',
  'help.ids': '表头和内容用固定的英文编号',
  'help.rows': '列出数字背后的数据行（文件和行号）',
  'help.long': '每位客服的每个项目一行，带公式',
  'help.agent': '只显示这位客服：工号、姓名或账号（可重复）',
  'help.plan': '只显示这个方案的客服（可重复）',
  'help.memory': '计算最多占用的内存，超出的部分写到临时文件夹（默认 1GB）',
  'help.strict': '有警告也算有问题',
  'help.argument_agent': '客服：工号、姓名或账号',
  'help.argument_line': '只看这一项：工资项目、考核项目、考核表或指标，编号或名称',
  'help.argument_rule': '规则的编号',
  'help.argument_rules': '规则的编号（默认：全部）',
  'help.argument_files': '要看的文件',
  'help.argument_folder': '文件夹（默认：当前文件夹）',
} as const;
