import type { ProblemEntry } from '../texts/entry.js';

/** Of encodings, archives, workbooks and other formats. */
export const filesProblems = {
  'bad-encoding': {
    level: 'error',
    zh: '文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本',
    en: 'the file is not text in UTF-8, GB18030 (GBK) or UTF-16',
    remedyZh: '重新导出，或在编辑器里另存为 UTF-8',
    remedyEn: 'export it again, or save it as UTF-8 in an editor',
  },
  'unsupported-format': {
    level: 'error',
    zh: '读不了：{format}',
    en: 'this cannot be read: {format}',
    remedyZh: '{remedy}',
    remedyEn: '{remedy}',
  },
  'not-a-table': {
    level: 'warning',
    zh: '没有读：{format}',
    en: 'this was not read: {format}',
    remedyZh: '里面有要用的数据，就整理成 xlsx 或 CSV 放进来；没有，就移到别的文件夹',
    remedyEn:
      'if it has data that are needed, put them here as xlsx or CSV; else move it elsewhere',
  },
  'unfinished-download': {
    level: 'error',
    zh: '这是没有下载完的文件，没有读',
    en: 'this is a download that is not finished; it was not read',
    remedyZh: '重新下载；已经有下载好的，就删去这个',
    remedyEn: 'download it again; if the whole file is here already, delete this one',
  },
  'hidden-file': {
    level: 'warning',
    zh: '这是隐藏的文件（名字以点开头），没有读',
    en: 'this is hidden (its name begins with a dot) and was not read',
    remedyZh: '要用它，就去掉名字开头的点；不用就删去或移走',
    remedyEn: 'to have it read, take the dot off its name; else delete or move it',
  },
  'blank-file': {
    level: 'warning',
    zh: '文件是空的，没有可读的内容',
    en: 'the file is empty: there is nothing to read',
    remedyZh: '如果应当有数据，请重新导出；没有用就删去',
    remedyEn: 'export it again if there should be data; else delete it',
  },
  'blank-input': {
    level: 'error',
    zh: '文件是空的，连表头也没有',
    en: 'the file is empty and has not even a header',
    remedyZh: '重新导出；确实没有数据的，第一行写上列名，例如：{columns}',
    remedyEn:
      'export it again; if there are no data, write the column names in the first row, for example: {columns}',
  },
  'misplaced-file': {
    level: 'warning',
    zh: '这样的文件只在店铺文件夹里才读，放在月份文件夹里没有读',
    en: 'a file of this name is read in the shop folder only; in the folder of a month it was not',
    remedyZh: '要用它，就移到店铺文件夹：{place}；不用就移走',
    remedyEn: 'to have it read, move it into the shop folder, as {place}; else take it away',
  },
  'archive-left-out': {
    level: 'info',
    zh: '压缩包里有 {count} 个图片、PDF 之类的文件没有读：{names}',
    en: '{count} {count|file|files} in the archive, pictures and the like, {count|was|were} not read: {names}',
    remedyZh: '不用处理；里面有要用的数据，就整理成 xlsx 或 CSV 放进来',
    remedyEn: 'nothing to do, unless they have data that are needed: put those here as xlsx or CSV',
  },
  'sheet-not-read': {
    level: 'warning',
    zh: '工作表“{sheet}”里有表格，认不出是哪一种，没有读',
    en: 'the sheet “{sheet}” has a table that is not recognised, and was not read',
    remedyZh:
      '里面有要用的数据，就把列名写对，或把它单独存成一个文件，文件名以种类开头（例如 考勤）；没有就不用管',
    remedyEn:
      'if it has data that are needed, correct its column names, or save it as a file of its own whose name begins with the kind (such as attendance)',
  },
  'hidden-sheet': {
    level: 'warning',
    zh: '工作表“{sheet}”是隐藏的，没有读；里面是认得的数据',
    en: 'the sheet “{sheet}” is hidden and was not read; it has data that are recognised',
    remedyZh:
      '要算它，在表格软件里右击工作表标签取消隐藏，再保存（“取消隐藏”里没有它，是深度隐藏的，请做表的人取消）；不算它，从工作簿里删去，就不再提醒',
    remedyEn:
      'to have it counted, unhide it in the spreadsheet and save (where “Unhide” does not list it, it is very hidden: ask who made the workbook); else delete it from the workbook, and nothing more is said',
  },
  'only-hidden-sheets': {
    level: 'error',
    zh: '有数据的工作表都是隐藏的，没有读：{sheets}',
    en: 'whatever has data in this workbook is hidden and was not read: {sheets}',
    remedyZh:
      '要算，在表格软件里右击工作表标签取消隐藏，再保存（“取消隐藏”里没有它，是深度隐藏的，请做表的人取消）；不算，就把文件移走',
    remedyEn:
      'to have it counted, unhide it in the spreadsheet and save (where “Unhide” does not list it, it is very hidden: ask who made the workbook); else take the file away',
  },
  'other-sheets': {
    level: 'info',
    zh: '这些工作表没有读：{sheets}',
    en: 'these sheets were not read: {sheets}',
    remedyZh: '不用处理；里面有要用的数据，就把它单独存成一个文件',
    remedyEn:
      'nothing to do, unless they have data that are needed: save those as files of their own',
  },
  'damaged-workbook': {
    level: 'error',
    zh: '工作簿读不出来：不完整或已损坏',
    en: 'the workbook cannot be read: incomplete or damaged',
    remedyZh: '重新复制或重新导出，或用 Excel、WPS 打开后另存一次',
    remedyEn: 'copy or export it again, or open it in Excel or WPS and save it once more',
  },
  'encrypted-workbook': {
    level: 'error',
    zh: '工作簿有密码保护',
    en: 'the workbook is protected by a password',
    remedyZh: '用 Excel 或 WPS 打开，取消密码（文件 → 保护）后保存',
    remedyEn: 'open it in Excel or WPS, take the password away (File, Protect) and save it',
  },
  'too-large-workbook': {
    level: 'error',
    zh: '工作簿解压后大得不像表格，没有读',
    en: 'the workbook unpacks to far more than tables do, and is not read',
    remedyZh: '重新导出为 CSV',
    remedyEn: 'export it again as CSV',
  },
  'too-wide': {
    level: 'error',
    zh: '宽得不像表格：列太多，或者几乎全是空格子。没有读',
    en: 'this is wider than any table: far too many columns, or next to nothing but empty cells. It is not read',
    remedyZh: '删掉右边用不着的列，或者重新导出',
    remedyEn: 'delete the columns on the right that nobody needs, or export it again',
  },
  'two-encodings': {
    level: 'error',
    zh: '一个文件里有两种编码：{utf8} 行是 UTF-8，{gb18030} 行是 GB18030，从这一行起不同',
    en: 'one file has two encodings: lines in UTF-8: {utf8}, in GB18030: {gb18030}; from this line on it is another one',
    remedyZh: '多半是两个文件拼成的：分开放，或在表格程序里打开核对后整个存成 UTF-8',
    remedyEn: 'two files were joined: keep them apart, or open, check and save the whole as UTF-8',
  },
  'endless-cell': {
    level: 'error',
    zh: '这里的一行（或一格）长得不像表格里的，没有读',
    en: 'a line or a cell here is longer than any of a table, and the file is not read',
    remedyZh: '重新导出；多半是下载坏了，或者不是表格',
    remedyEn: 'export it again: the download was damaged, or this is no table',
  },
  'xls-workbook': {
    level: 'error',
    zh: '这是旧格式的工作簿（xls 或 et），读不了',
    en: 'this is a workbook of an old format (xls or et), which cannot be read',
    remedyZh: '用 Excel 或 WPS 打开，另存为 xlsx 或“CSV UTF-8（逗号分隔）”',
    remedyEn: 'open it in Excel or WPS and save it as xlsx or “CSV UTF-8”',
  },
  'xml-workbook': {
    level: 'error',
    zh: '这是 Excel 2003 的 XML 表格，读不了',
    en: 'this is an XML spreadsheet of Excel 2003, which cannot be read',
    remedyZh: '用 Excel 或 WPS 打开，另存为 xlsx 或“CSV UTF-8（逗号分隔）”',
    remedyEn: 'open it in Excel or WPS and save it as xlsx or “CSV UTF-8”',
  },
  'damaged-archive': {
    level: 'error',
    zh: '压缩包读不出来：不完整、已损坏，或压缩方式少见',
    en: 'the archive cannot be read: incomplete, damaged, or packed in a rare way',
    remedyZh: '重新下载或重新复制；也可以先解压，再把里面的文件放进来',
    remedyEn: 'download or copy it again, or unpack it and put the files here',
  },
  'empty-archive': {
    level: 'error',
    zh: '压缩包里没有能读的文件',
    en: 'there is no file in the archive that can be read',
    remedyZh: '压缩包里要有 csv、tsv、txt 或 xlsx 文件；否则换成导出的文件本身',
    remedyEn: 'it must hold csv, tsv, txt or xlsx files; else put the exported file itself here',
  },
  'encrypted-archive': {
    level: 'error',
    zh: '压缩包有密码',
    en: 'the archive has a password',
    remedyZh: '用平台给的密码解压，把里面的文件放进来，删去压缩包',
    remedyEn:
      'unpack it with the password that the platform gives, put the files here and delete the archive',
  },
  'nested-archive': {
    level: 'error',
    zh: '压缩包里还有压缩包，没有打开',
    en: 'there is an archive inside the archive, which is not opened',
    remedyZh: '先解压外面的一层，把里面的文件放进来',
    remedyEn: 'unpack the outer one and put what is in it here',
  },
  'too-large-archive': {
    level: 'error',
    zh: '压缩包解压后大得不像导出的文件，没有打开',
    en: 'the archive unpacks to far more than exports do, and is not opened',
    remedyZh: '确认来源可靠后自己解压，把里面的文件放进来',
    remedyEn: 'unpack it yourself if you trust where it is from, and put the files here',
  },
  'unsafe-archive': {
    level: 'error',
    zh: '压缩包里的文件名会写到压缩包之外，没有打开',
    en: 'a name in the archive leads out of it; it is not opened',
    remedyZh: '重新从平台下载；确认来源可靠后也可以自己解压，把文件放进来',
    remedyEn:
      'download it again from the platform, or unpack it yourself if you trust it, and put the files here',
  },
  'damaged-parquet': {
    level: 'error',
    zh: 'Parquet 文件读不出来：不完整、已损坏，或压缩方式少见',
    en: 'the Parquet file cannot be read: incomplete, damaged, or compressed in a rare way',
    remedyZh: '重新复制或重新导出（压缩用 snappy、zstd 或 gzip），或改用 CSV',
    remedyEn: 'copy or export it again (compressed with snappy, zstd or gzip), or use CSV',
  },
  'encrypted-parquet': {
    level: 'error',
    zh: 'Parquet 文件加了密',
    en: 'the Parquet file is encrypted',
    remedyZh: '不加密再导出一次，或改用 CSV',
    remedyEn: 'export it again without encryption, or use CSV',
  },
  'nested-column': {
    level: 'error',
    zh: '“{column}”列在 Parquet 文件里是 {type}，不是一格一个文字或数字',
    en: 'column {column} of the Parquet file is {type}, not one text or number per cell',
    remedyZh: '导出时把这一列展开成文字或数字',
    remedyEn: 'export the column as text or numbers',
  },
  'inexact-column': {
    level: 'error',
    zh: '“{column}”列在 Parquet 文件里是 {type}，编号或金额的末位可能已经变了',
    en: 'column {column} of the Parquet file is {type}: the last digits of ids or amounts may have changed',
    remedyZh: '重新导出：编号用文本或整数（VARCHAR、BIGINT），金额用 DECIMAL（或 DOUBLE）',
    remedyEn:
      'export it again: ids as text or whole numbers (VARCHAR, BIGINT), amounts as DECIMAL (or DOUBLE)',
  },
  'not-parquet': {
    level: 'error',
    zh: '这一种文件不能是 Parquet：只有聊天、订单和通话可以',
    en: 'this kind of file cannot be Parquet: only chats, orders and calls can',
    remedyZh: '导出成 CSV 再放回来',
    remedyEn: 'export it as CSV and put that here',
  },
  'open-quote': {
    level: 'error',
    zh: '从这里开始有一个双引号没有配对，后面的内容无法分行',
    en: 'a quotation mark opens here and is never closed: rows cannot be told apart',
    remedyZh: '补上或删去这个双引号',
    remedyEn: 'close or delete it',
  },
  'end-padding': {
    level: 'info',
    zh: '文件末尾的 {bytes} 个填充字节（Ctrl-Z 或 NUL）没有读',
    en: 'the padding at the end of the file (Ctrl-Z or NUL, {bytes} {bytes|byte|bytes}) is passed over',
    remedyZh: '不用处理；如果文件是没有下载完的，重新下载',
    remedyEn: 'nothing to do, unless the download broke off: then download it again',
  },
  'garbled-name': {
    level: 'error',
    zh: '文件名不是 UTF-8 编码，这样的文件打不开',
    en: 'the name of the file is not in UTF-8: it cannot be opened',
    remedyZh: '给文件改名；是解压出来的，就换一个认得中文文件名的解压工具，或写明编码是 GBK',
    remedyEn: 'rename it; if it was unpacked, unpack again with a tool that knows names in GBK',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
