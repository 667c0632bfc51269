import type { TextEntry } from './entry.js';

/** Wrong use of the command line. */
export const usageTexts = {
  'usage.compare_what': {
    zh: '--compare 要同时写 --set 或 --rules',
    en: '--compare needs --set or --rules',
  },
  'usage.variant_sealed': {
    zh: '{month} 已结账：加 --compare 看换一套制度会怎样',
    en: '{month} is closed: add --compare to see what another policy would make of it',
  },
  'usage.backtest_what': {
    zh: 'backtest 要写 --set 或 --rules',
    en: 'backtest needs --set or --rules',
  },
  'usage.bad_day': {
    zh: '“{given}”不是日期，要写成 2026-11-10',
    en: '“{given}” is no date such as 2026-11-10',
  },
  'usage.bad_months': {
    zh: '“{given}”不是月份范围，要写成 2026-01..2026-06',
    en: '“{given}” is no range of months such as 2026-01..2026-06',
  },
  'usage.unknown_part': {
    zh: '--with 不认识“{given}”，可以是：{known}',
    en: '--with does not know “{given}”; it takes: {known}',
  },
  'usage.with_needs_workbook': {
    zh: '--with 只用于工作簿，例如 -o 工资.xlsx',
    en: '--with is for workbooks only, such as -o salary.xlsx',
  },
  'usage.recalc_open': {
    zh: '--recalc 只用于已结账的月份，这个月没有结账',
    en: '--recalc is for closed months, and this one is not closed',
  },
  'usage.even_if': { zh: '--even-if 只能是 provisional', en: '--even-if takes: provisional' },
  'usage.even_if_reason': {
    zh: '--even-if 要同时写 --reason，会记入结账文件',
    en: '--even-if needs --reason, which is recorded',
  },
  'usage.key_exists': {
    zh: '{file} 或它旁边的 .pub 已经有了，密钥从不覆盖；换一个文件名',
    en: '{file} or the .pub beside it is there already, and keys are never written over; choose another name',
  },
  'usage.in_needed': {
    zh: 'correct 要用 --in 写明在哪个月补发和追回，例如 --in 2026-11',
    en: 'correct needs --in, the month that pays and recovers: --in 2026-11',
  },
  'usage.in_later': {
    zh: '--in 的月份要在更正的月份之后',
    en: '--in takes a month later than the one that is corrected',
  },
  'usage.no_period': {
    zh: '要写 --period，例如 2026-Q3 或 2026',
    en: '--period is needed, such as 2026-Q3 or 2026',
  },
  'usage.bad_period': {
    zh: '--period 要写成 2026-Q3 或 2026 的样子，不是“{given}”',
    en: '--period is written like 2026-Q3 or 2026, not “{given}”',
  },
  'usage.unknown_option': { zh: '没有选项 {what}', en: 'there is no option {what}' },
  'usage.unknown_command': { zh: '没有命令 {what}', en: 'there is no command {what}' },
  'usage.missing_argument': { zh: '缺少参数 {what}', en: 'the argument {what} is missing' },
  'usage.missing_value': { zh: '选项 {what} 后面要写值', en: 'the option {what} needs a value' },
  'usage.too_many': { zh: '参数太多', en: 'too many arguments' },
  'usage.other': { zh: '命令写错了：{what}', en: 'wrong use: {what}' },
  'usage.separator': { zh: '，', en: '; ' },
  'usage.did_you_mean': { zh: '是否想写 {meant}？', en: 'did you mean {meant}?' },
  'usage.known': { zh: '可以写的：{known}', en: 'known are: {known}' },
  'usage.see_help': { zh: '用法见 {command} --help', en: 'see {command} --help' },
  'usage.bad_language': {
    zh: '--lang 只能是 zh 或 en，不是“{given}”',
    en: '--lang is zh or en, not “{given}”',
  },
  'usage.bad_memory': {
    zh: '--memory 要写成 512MB 或 2GB 的样子，至少 256MB，不是“{given}”',
    en: '--memory is written like 512MB or 2GB, at least 256MB, not “{given}”',
  },
  'usage.no_file': { zh: '没有文件 {file}', en: 'there is no file {file}' },
  'usage.folder': {
    zh: '{file} 是文件夹，请写文件；里面有：{files}',
    en: '{file} is a folder; name a file. In it: {files}',
  },
  'usage.not_a_file': {
    zh: '{file} 不是普通文件：管道和设备不能读',
    en: '{file} is not a regular file: pipes and devices cannot be read',
  },
  'usage.empty_folder': {
    zh: '{file} 是文件夹，里面什么也没有',
    en: '{file} is a folder with nothing in it',
  },
  'usage.month_argument': { zh: '月份要写成 {option}', en: 'write the month as {option}' },
  'usage.no_folder': { zh: '没有文件夹 {folder}', en: 'there is no folder {folder}' },
  'usage.not_a_folder': {
    zh: '{folder} 不是文件夹，-C 后面要写店铺文件夹',
    en: '{folder} is no folder; -C takes the shop folder',
  },
  'usage.bad_month': {
    zh: '--month 要写成 2026-10 的样子，不是“{given}”',
    en: '--month is written like 2026-10, not “{given}”',
  },
  'usage.bad_format': {
    zh: '--format 可以是 {formats}，不是“{given}”',
    en: '--format is one of {formats}, not “{given}”',
  },
  'usage.bad_extension': {
    zh: '从“{file}”的扩展名看不出格式；可用的扩展名：{extensions}',
    en: 'the extension of “{file}” names no format; known are {extensions}',
  },
  'usage.two_formats': {
    zh: '--format {format} 与文件“{file}”的扩展名不符',
    en: '--format {format} does not go with the extension of “{file}”',
  },
  'usage.overwrites_input': {
    zh: '“{file}”是店铺的输入文件，不能用结果覆盖它',
    en: '“{file}” is an input of the shop; results never overwrite it',
  },
  'usage.unknown_agent': {
    zh: '没有工号、姓名或账号是“{given}”的客服',
    en: 'no agent has the id, name or account “{given}”',
  },
  'usage.ambiguous_agent': {
    zh: '叫“{given}”的客服不止一位：{agents}；请写工号',
    en: 'more than one agent is called “{given}”: {agents}; give the id',
  },
  'usage.inactive_agent': {
    zh: '{name}（{id}）在 {month} 不在职，没有工资',
    en: '{name} ({id}) was not employed in {month} and has no pay',
  },
  'usage.unknown_plan': {
    zh: '本月没有客服用方案“{given}”',
    en: 'no agent is paid by the plan “{given}” in this month',
  },
  'usage.unknown_line': {
    zh: '没有叫“{given}”的项目或指标',
    en: 'no line, item or metric is called “{given}”',
  },
  'usage.line_of_other_plan': {
    zh: '“{given}”是方案{others}的；{name}（{id}）按“{plan}”发，没有这一项',
    en: '“{given}” is of the plan {others}; {name} ({id}) is paid by “{plan}”, which does not have it',
  },
  'usage.unknown_rule': { zh: '没有规则“{given}”', en: 'there is no rulebook “{given}”' },
  'usage.unknown_schema': { zh: '没有 schema“{given}”', en: 'there is no schema “{given}”' },
  'usage.workbook_needs_file': {
    zh: 'xlsx 不能写到标准输出；用 -o 给出文件，例如 -o 工资.xlsx',
    en: 'xlsx cannot go to stdout; name a file with -o, such as -o salary.xlsx',
  },
  'usage.export_needs_file': {
    zh: 'kpi export 要用 -o 给出文件：证件号码和账号不显示在屏幕上',
    en: 'kpi export needs a file, -o: identity and account numbers are not shown on the screen',
  },
  'usage.no_shops': {
    zh: '{given} 里没有店铺文件夹（带 kpi.yaml 的文件夹）',
    en: '{given}: no folder of a shop, with a kpi.yaml in it',
  },
  'usage.shops_output': {
    zh: '--shops 要用 -o 写每家店结果的文件名，例如 -o 工资.csv（写在各店自己的文件夹里）；要合成一张表就加 --long',
    en: '--shops needs -o with a bare file name, such as -o salary.csv, for the table in the folder of each shop; --long makes one table of all',
  },
  'usage.shops_long': {
    zh: '--shops --long 合成的表只能是 table、csv 或 markdown',
    en: '--shops with --long makes one table, csv or markdown',
  },
  'usage.bad_jobs': {
    zh: '--jobs 要写 1 到 999 的整数，不能写“{given}”',
    en: '--jobs takes a whole number from 1 to 999, not “{given}”',
  },
  'usage.unknown_shell': {
    zh: '没有给“{given}”的补全，有：{shells}',
    en: 'there is no completion for “{given}”, only for: {shells}',
  },
  'usage.pages_need_folder': {
    zh: '每人一页要写进文件夹；用 -o 给出，例如 -o 工资条',
    en: 'a page for each agent goes into a folder; name it with -o, such as -o payslips',
  },
  'usage.file_exists': {
    zh: '{file} 已经有了；要覆盖请加 --force',
    en: '{file} is there already; --force writes over it',
  },
  'usage.long_and_json': {
    zh: '--long 只用于 table、csv、markdown 和 xlsx；json 总是带每一项',
    en: '--long is for table, csv, markdown and xlsx; json always has every line',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
