import type { ProblemEntry } from '../texts/entry.js';

/** Of headers, rows and cells. */
export const cellsProblems = {
  'nul-in-cell': {
    level: 'error',
    zh: '“{column}”这一格里有 NUL（编号为 0 的控制字符），文件多半损坏了',
    en: 'the cell in “{column}” has a NUL (the control character 0); most likely the file is damaged',
    remedyZh: '重新导出这个文件，或把这一格重新写一遍',
    remedyEn: 'export the file again, or write the cell anew',
  },
  'nul-in-file': {
    level: 'error',
    zh: '这一行的表头或没有用到的列里有 NUL（编号为 0 的控制字符），文件多半损坏了',
    en: 'this line has a NUL (the control character 0) in its header or in a column that has no use; most likely the file is damaged',
    remedyZh: '重新导出这个文件，或把这一格重新写一遍',
    remedyEn: 'export the file again, or write the cell anew',
  },
  'missing-cell': {
    level: 'error',
    zh: '“{column}”列是空的',
    en: 'the cell in “{column}” is empty',
    remedyZh: '补上内容，或删去这一行',
    remedyEn: 'fill it in, or delete the row',
  },
  'form-not-filled': {
    level: 'error',
    zh: '还没有填：除了工号和项目，全是空的',
    en: 'not filled in yet: everything is blank but agents and items',
    remedyZh: '填好再算；这个月用不到它，就把这个文件删掉',
    remedyEn: 'fill it in; where this month does not need it, delete the file',
  },
  'no-value': {
    level: 'error',
    zh: '“{column}”列的“{cell}”表示没有值，而这一列每行都要有',
    en: '“{cell}” in “{column}” means that there is no value, and every row needs one here',
    remedyZh: '补上内容，或删去这一行',
    remedyEn: 'fill it in, or delete the row',
  },
  'below-zero': {
    level: 'error',
    zh: '“{cell}”小于 0，“{column}”列的数不会小于 0',
    en: '“{cell}” is below 0, which nothing in “{column}” can be',
    remedyZh: '改正这一格；退款写在退款金额一列或退款文件里，不要写成负的订单',
    remedyEn:
      'correct the cell; refunds belong in the column or the file of refunds, not in orders below 0',
  },
  'bad-date': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是有效的日期或时间',
    en: '“{cell}” in “{column}” is no valid date or time',
    remedyZh: '日期写成 2026-10-01，时间写成 2026-10-01 09:00:00',
    remedyEn: 'write dates as 2026-10-01 and times as 2026-10-01 09:00:00',
  },
  'bad-number': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是数',
    en: '“{cell}” in “{column}” is not a number',
    remedyZh: '写成数字，例如 3 或 0.5；没有就留空',
    remedyEn: 'write digits such as 3 or 0.5, or leave the cell empty',
  },
  'negative-count': {
    level: 'error',
    zh: '“{column}”列的“{cell}”小于 0，这一列只能是 0 或更大的数',
    en: '“{cell}” in “{column}” is below 0; only 0 or more can stand here',
    remedyZh: '改成 0 或更大的数；没有就留空',
    remedyEn: 'write 0 or more; leave it empty if there is none',
  },
  'bad-duration': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是时长',
    en: '“{cell}” in “{column}” is no length of time',
    remedyZh: '写成秒数 150，或 2分30秒、0:02:30；没有就留空',
    remedyEn: 'write seconds such as 150, or 2分30秒 or 0:02:30; leave it empty if there is none',
  },
  'bad-days': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是天数',
    en: '“{cell}” in “{column}” is no number of days',
    remedyZh: '写成天数 1 或 0.5，或带单位：1.5天、4小时、1天30分钟；没有就写 0',
    remedyEn:
      'write days such as 1 or 0.5, or with a unit: 1.5天, 4小时, 1天30分钟; 0 where there are none',
  },
  'negative-figure': {
    level: 'error',
    zh: '“{column}”列的“{cell}”小于 0，而“{metric}”不能是负数',
    en: '“{cell}” in column “{column}” is below 0, which “{metric}” cannot be',
    remedyZh: '改成 0 或更大的数；没有就留空',
    remedyEn: 'write 0 or more; leave it empty if there is none',
  },
  'bad-amount': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是金额',
    en: '“{cell}” in “{column}” is not an amount',
    remedyZh: '写成数字，例如 1280.50（至多四位小数）',
    remedyEn: 'write digits such as 1280.50 (at most four decimals)',
  },
  'no-month': {
    level: 'error',
    zh: '“{column}”列的“{cell}”不是月份',
    en: '“{cell}” in “{column}” is no month',
    remedyZh: '写成 2026-10 的样子',
    remedyEn: 'write it like 2026-10',
  },
  'bad-word': {
    level: 'error',
    zh: '“{column}”列不能写“{cell}”',
    en: '“{cell}” is not a word of “{column}”',
    remedyZh: '只能写：{words}',
    remedyEn: 'use one of: {words}',
  },
  'damaged-id': {
    level: 'error',
    zh: '编号“{cell}”被表格软件改成了科学记数法，后几位已经丢失',
    en: 'the id “{cell}” was turned into scientific notation; its last digits are lost',
    remedyZh:
      '从平台重新导出，不要用 Excel 打开后再保存；要在 Excel 里看，用“数据 → 自文本/CSV”导入，把编号一列设成文本',
    remedyEn:
      'export the file again, and do not save it from Excel; to look at it there, import it by Data, From Text/CSV, with that column as text',
  },
  'cut-ids': {
    level: 'error',
    zh: '{long} 个订单编号里有 {cut} 个从第 16 位起全是 0：表格软件只留了前 15 位',
    en: '{cut} of {long} order numbers are zeros from digit 16 on: a spreadsheet has kept 15 digits only',
    remedyZh:
      '从平台重新导出，原样放进来；要在 Excel 里看，用“数据 → 自文本/CSV”导入，把编号一列设成文本',
    remedyEn:
      'export the file again and put it here as it is; to look at it in Excel, import it by Data, From Text/CSV, with that column as text',
  },
  'cut-order': {
    level: 'error',
    zh: '没有这个编号的订单，有的是 {order}：表格软件可能只留了前 15 位，后面写成 0',
    en: 'no order has this number, and one has {order}: a spreadsheet may have kept 15 digits only and written zeros after them',
    remedyZh: '从订单里复制完整的编号，把这一列设成文本再填',
    remedyEn: 'copy the whole number from the orders, into a column that is set to text',
  },
  'ids-as-numbers': {
    level: 'info',
    zh: '“{column}”一列有 {rows} 格存成了数字，不是文本：位数都在，照读',
    en: '{rows} {rows|cell|cells} of “{column}” {rows|is a number and not text|are numbers and not text}: all digits are there, and they are read',
    remedyZh:
      '这一次不用处理；编号超过 15 位时表格软件会丢掉后几位，最好从平台原样导出，或把这一列设成文本再填',
    remedyEn:
      'nothing to do this time; a spreadsheet loses the last digits of more than 15: put exports here as they are, or make the column text before filling it in',
  },
  'missing-column': {
    level: 'error',
    zh: '缺少“{column}”列（{id}）{near}',
    en: 'the column “{column}” ({id}) is missing{near}',
    remedyZh: '补上这一列；表头用了别的名字的，改成“{column}”，或在 kpi.yaml 的 sources 里写明',
    remedyEn:
      'add it; if it has another header, change that to “{column}” or name it in sources of kpi.yaml',
  },
  'cells-not-checked': {
    level: 'info',
    zh: '缺的列要和别的列一起才能读，这个文件的其他格子还没有检查',
    en: 'the columns of this file are read together: its other cells were not checked',
    remedyZh: '补上缺的列后再运行一次 kpi check',
    remedyEn: 'add the missing column and run kpi check once more',
  },
  'misspelt-column': {
    level: 'warning',
    zh: '列“{written}”没有读：是不是“{column}”？这个文件没有“{column}”列',
    en: 'the column “{written}” is not read: was “{column}” meant? The file has no “{column}”',
    remedyZh: '如果是，把表头改成“{column}”；不是就不用管',
    remedyEn: 'if so, change its header to “{column}”; else leave it',
  },
  'columns-not-read': {
    level: 'warning',
    zh: '列{columns}没有读；制度要用{wanted}，这个文件里没有',
    en: 'the columns {columns} are not read; the policy asks for {wanted}, which the file does not have',
    remedyZh: '如果说的是同一样东西，把表头改成制度要用的名称；不是就不用管',
    remedyEn:
      'if they mean the same, give the columns the names that the policy asks for; else leave them',
  },
  'no-header': {
    level: 'error',
    zh: '找不到表头：没有一行写着认得的列名',
    en: 'there is no header: no row has column names that are known',
    remedyZh: '第一行写上列名，例如：{columns}',
    remedyEn: 'write the column names in the first row, for example: {columns}',
  },
  'header-in-two-rows': {
    level: 'error',
    zh: '表头分在第 {upper}、{lower} 两行：“{above}”只在上一行，“{below}”只在下一行',
    en: 'the header stands in two rows, {upper} and {lower}: “{above}” in the upper one only, “{below}” in the lower one only',
    remedyZh: '把这两行并成一行，每一列只写一个名称',
    remedyEn: 'make one row of them, with one name for each column',
  },
  'header-again': {
    level: 'info',
    zh: '表头在文件中间又出现了 {headers} 次，没有当作数据',
    en: 'the header stands {headers} {headers|more time|more times} among the rows; it is not taken for data',
    remedyZh: '不用处理：几个文件首尾相接就会这样',
    remedyEn: 'nothing to do: it does where files were joined',
  },
  'other-header': {
    level: 'error',
    zh: '从这一行起是另一张表：这一行是表头，与前面的表头不同',
    en: 'another table begins here: this row is a header, and not the one of the rows above',
    remedyZh: '把这一行和下面的各行另存成一个文件',
    remedyEn: 'put this row and those below it into a file of their own',
  },
  'unclear-unit': {
    level: 'warning',
    zh: '“{column}”列的“{cell}”没有单位，看不出是哪一种；{rows} 格没有采用',
    en: '“{cell}” in “{column}” has no unit and may be either; {rows} {rows|cell is|cells are} not used',
    remedyZh: '在表头后面写上 {units}',
    remedyEn: 'write {units} behind the header',
  },
  'unclear-clock': {
    level: 'error',
    zh: '“{column}”列是 Parquet 的旧式时间，看不出是北京时间还是 UTC',
    en: 'column {column} has times of an old kind of Parquet, which may be Beijing time or UTC',
    remedyZh: '重新导出：时间用文本（2026-10-01 09:00:00），或用写明是否 UTC 的 TIMESTAMP',
    remedyEn:
      'export it again: times as text (2026-10-01 09:00:00), or as a TIMESTAMP that says whether it is UTC',
  },
  'repeated-column': {
    level: 'warning',
    zh: '{columns}是同一项，采用最后一列',
    en: '{columns} are the same thing; the last of them counts',
    remedyZh: '只留要用的一列，其余的删去或改名',
    remedyEn: 'keep the one that is right, and delete or rename the others',
  },
  'short-row': {
    level: 'error',
    zh: '这一行只有 {found} 格，表头有 {expected} 列',
    en: 'the row has {found} {found|cell|cells}, the header has {expected}',
    remedyZh: '补上缺的格；空格也要有分隔符',
    remedyEn: 'add the missing cells; an empty cell needs its delimiter too',
  },
  'long-row': {
    level: 'error',
    zh: '这一行有 {found} 格，表头只有 {expected} 列',
    en: 'the row has {found} {found|cell|cells}, the header has {expected}',
    remedyZh: '内容里如有分隔符，用英文双引号把这一格括起来',
    remedyEn: 'put quotes around a cell that has the delimiter in it',
  },
  'unknown-unit': {
    level: 'error',
    zh: '“{cell}”没有写明单位，列名里也没有',
    en: '“{cell}” has no unit, and neither has the header',
    remedyZh: '列名写上单位再导出，例如 事假(天) 或 事假(小时)',
    remedyEn: 'export with the unit in the header, such as 事假(天) or 事假(小时)',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
