import type { TextEntry } from './entry.js';

/** Commands and options in one line each. */
export const helpTexts = {
  'help.set': {
    zh: '换一个参数值，写成 规则.参数=值（可重复）',
    en: 'another value for a parameter, as rulebook.parameter=value (repeatable)',
  },
  'help.rules_folder': {
    zh: '用这个文件夹里的规则代替店铺自己的',
    en: 'a folder of rulebooks in place of the shop’s own',
  },
  'help.compare': {
    zh: '与现行制度相比有什么不同，逐人逐行',
    en: 'show what differs from the policy in force, by agent and line',
  },
  'help.months': { zh: '已结账的月份，写成 A..B', en: 'closed months, as A..B' },
  'help.backtest': {
    zh: '已结账的月份换一套制度要发多少',
    en: 'what closed months would have cost under another policy',
  },
  'help.diff': {
    zh: '两个月之间变了什么：哪个指标、哪条规则、各多少元',
    en: 'what changed between two months: which metric, which rule, how many yuan',
  },
  'help.argument_month_a': { zh: '较早的月份', en: 'the earlier month' },
  'help.argument_month_b': { zh: '较晚的月份', en: 'the later month' },
  'help.close': {
    zh: '结账：封存发了什么、凭什么算的',
    en: 'seal a month: what was paid and what it was computed from',
  },
  'help.verify': {
    zh: '核对已结账的月份：检查链条，逐月重算',
    en: 'prove closed months: the chain, and each computed again',
  },
  'help.recalc': {
    zh: '已结账的月份：今天重算会有什么不同',
    en: 'of a closed month: what would differ if it were computed today',
  },
  'help.even_if': { zh: '有暂定指标也结账', en: 'close although figures are provisional' },
  'help.reason': { zh: '原因，记入结账文件', en: 'why, for the record' },
  'help.sign': { zh: '用这个私钥签名', en: 'sign it with this private key' },
  'help.key': {
    zh: '公钥（文件或公钥本身）：每个月都要由它签名',
    en: 'a public key, or its file: every month has to be signed by it',
  },
  'help.keys': { zh: '签名用的密钥', en: 'keys to sign closed months with' },
  'help.keys_new': { zh: '做一对密钥：私钥和公钥', en: 'make a pair: a private and a public key' },
  'help.argument_key_file': {
    zh: '私钥的文件（默认 kpi.key）；公钥写在它旁边的 .pub',
    en: 'the file of the private key (default: kpi.key); the public one is .pub beside it',
  },
  'help.verify_month': { zh: '只核对这个月', en: 'only this month' },
  'help.correct': {
    zh: '更正已结账的月份：差额由以后的月份补发或追回',
    en: 'correct a closed month: a later month pays or recovers what differs',
  },
  'help.in': {
    zh: '补发和追回的月份，要还没有结账',
    en: 'the month that pays and recovers, not closed yet',
  },
  'help.dry_run': { zh: '只列出差额，不写文件', en: 'list what differs and write nothing' },
  'help.history': {
    zh: '已结账各月的得分、名次、指标和工资',
    en: 'scores, ranks, metrics and pay over closed months',
  },
  'help.period': { zh: '季度或年度：2026-Q3、2026', en: 'quarter or year: 2026-Q3, 2026' },
  'help.review': {
    zh: '季度和年度评定：已结账各月的平均与合计',
    en: 'quarterly and yearly reviews over closed months',
  },
  'help.usage': { zh: '用法：', en: 'Usage:' },
  'help.arguments': { zh: '参数：', en: 'Arguments:' },
  'help.options': { zh: '选项：', en: 'Options:' },
  'help.global_options': { zh: '通用选项：', en: 'Common options:' },
  'help.commands': { zh: '命令：', en: 'Commands:' },
  'help.options_word': { zh: '[选项]', en: '[options]' },
  'help.command_word': { zh: '<命令>', en: '<command>' },
  'help.program': {
    zh: '网店客服的工资与绩效计算：读一个月的导出数据，算出工资表，说清每一分钱的来历。',
    en: 'Payroll and KPI of the customer-service agents of online shops: reads a month of exports, computes the salary table, and explains every yuan.',
  },
  'help.calc': { zh: '算工资表', en: 'compute the salary table' },
  'help.metrics': {
    zh: '算每位客服和店铺的指标',
    en: 'compute the metrics of the agents and the shop',
  },
  'help.explain': {
    zh: '一位客服的工资每一项怎么来的',
    en: 'how each line of one agent’s pay came about',
  },
  'help.notices': {
    zh: '一个月的警告、晋级、辞退级违规等，可以张贴的通知',
    en: 'warnings, promotions, dismissal-level violations: a notice to post',
  },
  'help.export': {
    zh: '报送：个税扣缴端导入的表，银行代发工资的表',
    en: 'what is handed in: the form of the tax bureau’s client, the list of a bank',
  },
  'help.export_tax': {
    zh: '个税扣缴端导入的“正常工资薪金所得”',
    en: 'the wages of a month as the tax bureau’s client imports them',
  },
  'help.export_bank': { zh: '银行代发工资的表', en: 'whom a bank is to pay what' },
  'help.check': {
    zh: '检查配置、规则和一个月的数据，列出所有问题',
    en: 'check config, rulebooks and a month’s inputs, and list every problem',
  },
  'help.inspect': {
    zh: '看一个文件是什么：编码、列、行数、日期，有什么读不了',
    en: 'what a file is: encoding, columns, rows, dates, what would be refused',
  },
  'help.rules': {
    zh: '规则：列出、用文字说明、跑例子、给编辑器的格式',
    en: 'rulebooks: list, explain in words, run their examples, schema for editors',
  },
  'help.rules_list': { zh: '列出有效的规则', en: 'list the rulebooks in force' },
  'help.rules_show': { zh: '用文字说明一个规则', en: 'explain a rulebook in words' },
  'help.rules_test': {
    zh: '把规则里的例子当作测试来跑',
    en: 'run the examples in rulebooks as tests',
  },
  'help.rules_schema': {
    zh: '输出规则文件的 JSON Schema，编辑器凭它补全和检查',
    en: 'print the JSON Schema of rulebook files, for editors',
  },
  'help.schema': {
    zh: 'kpi.yaml、规则和每种 JSON 输出的 JSON Schema',
    en: 'the JSON Schema of kpi.yaml, rulebooks and every JSON output',
  },
  'help.argument_schema': { zh: '哪一个', en: 'which one' },
  'help.init': {
    zh: '建一个小而完整、可以直接运行的店铺文件夹',
    en: 'make a small, complete shop folder that works',
  },
  'help.from': {
    zh: '由一个放着导出文件的文件夹起草店铺',
    en: 'draft the shop from a folder of exports',
  },
  'help.help': { zh: '显示说明', en: 'show this help' },
  'help.help_command': { zh: '显示一个命令的说明', en: 'show the help of a command' },
  'help.version': { zh: '显示版本', en: 'show the version' },
  'help.lang': {
    zh: '标题和消息的语言：zh 或 en（默认：kpi.yaml 的 lang，否则 zh）',
    en: 'language of titles and messages: zh or en (default: lang in kpi.yaml, else zh)',
  },
  'help.shop': { zh: '店铺文件夹（默认：当前文件夹）', en: 'shop folder (default: this folder)' },
  'help.no_color': {
    zh: '不用颜色（环境变量 NO_COLOR 也可以）',
    en: 'no colour (as with the environment variable NO_COLOR)',
  },
  'help.no_cache': {
    zh: '不用以前运行存下的规则书（结果一样，只是慢一点）',
    en: 'do not use what earlier runs kept of rulebooks (the same results, a little later)',
  },
  'help.month': {
    zh: '月份，如 2026-10（默认：上个月）',
    en: 'month, like 2026-10 (default: the previous month)',
  },
  'help.check_month': { zh: '连同这个月的数据一起检查', en: 'check the inputs of this month too' },
  'help.format': {
    zh: '格式：{formats}（默认：终端上 {terminal}，否则 {pipe}）',
    en: 'format: {formats} (default: {terminal} on a terminal, else {pipe})',
  },
  'help.format_fixed': {
    zh: '格式：{formats}（默认：{fallback}）',
    en: 'format: {formats} (default: {fallback})',
  },
  'help.output': {
    zh: '写入文件，格式看扩展名：{extensions}',
    en: 'write to a file, the format by its extension: {extensions}',
  },
  'help.no_bom': { zh: '写 csv 文件时不加 BOM', en: 'no byte-order mark in a csv file' },
  'help.ids': { zh: '表头和内容用固定的英文编号', en: 'stable ids in header and cells' },
  'help.rows': {
    zh: '列出数字背后的数据行（文件和行号）',
    en: 'list the rows behind the figures, with file and line',
  },
  'help.cost': {
    zh: '带上单位缴纳的部分和用工成本',
    en: 'with what the shop pays beside pay, and the cost of each agent',
  },
  'help.new': {
    zh: '新的一个月：建文件夹，把要手填的表准备好',
    en: 'a new month: its folder, with forms for what people write by hand',
  },
  'help.argument_month': { zh: '月份，如 2026-11', en: 'month, like 2026-11' },
  'help.completion': {
    zh: '命令行补全：命令、选项、月份、客服、方案、规则',
    en: 'completion in the shell: commands, options, months, agents, plans, rulebooks',
  },
  'help.argument_shell': {
    zh: 'bash、zsh、fish 或 powershell',
    en: 'bash, zsh, fish or powershell',
  },
  'help.report': {
    zh: '月报：一个月的工资、考核、服务、订单，一个网页',
    en: 'a month on one page: pay, scores, service, orders',
  },
  'help.payslips': {
    zh: '工资条：每人一张，可以打印、裁开、签名',
    en: 'payslips: one for each agent, to print, cut and sign',
  },
  'help.force': { zh: '覆盖已有的文件', en: 'write over files that are there already' },
  'help.ask': { zh: '有疑问找谁（默认：主管）', en: 'whom to ask (default: the lead)' },
  'help.by': { zh: '最晚哪天提出，例如 2026-11-10', en: 'until which day, like 2026-11-10' },
  'help.with': {
    zh: '工作簿里加上：problems（问题）、settings（设置），用逗号隔开',
    en: 'add to a workbook: problems, settings, separated by commas',
  },
  'help.shops': {
    zh: "一次算多家店，例如 --shops 'clients/*'；每家的结果写在自己的文件夹里",
    en: "several shops in one run, such as --shops 'clients/*'; each result goes into its folder",
  },
  'help.jobs': {
    zh: '和 --shops 一起用：同时算几家，默认 1',
    en: 'with --shops: how many at a time, 1 without it',
  },
  'help.long': {
    zh: '每位客服的每个项目一行，带公式',
    en: 'one row per agent and pay line, with the formula',
  },
  'help.agent': {
    zh: '只显示这位客服：工号、姓名或账号（可重复）',
    en: 'show this agent only: id, name or account (repeatable)',
  },
  'help.plan': {
    zh: '只显示这个方案的客服（可重复）',
    en: 'show the agents of this plan only (repeatable)',
  },
  'help.memory': {
    zh: '计算最多占用的内存，超出的部分写到临时文件夹（默认 1GB）',
    en: 'memory that counting may take; what is more goes to the temporary folder (default 1GB)',
  },
  'help.strict': { zh: '有警告也算有问题', en: 'a warning counts as a problem' },
  'help.argument_agent': { zh: '客服：工号、姓名或账号', en: 'agent: id, name or account' },
  'help.argument_line': {
    zh: '只看这一项：工资项目、考核项目、考核表或指标，编号或名称',
    en: 'this only: pay line, item, scorecard or metric, by id or title',
  },
  'help.argument_rule': { zh: '规则的编号', en: 'id of a rulebook' },
  'help.argument_rules': { zh: '规则的编号（默认：全部）', en: 'ids of rulebooks (default: all)' },
  'help.argument_files': { zh: '要看的文件', en: 'files to look at' },
  'help.argument_folder': { zh: '文件夹（默认：当前文件夹）', en: 'folder (default: this folder)' },
} as const satisfies Readonly<Record<string, TextEntry>>;
