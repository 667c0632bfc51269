import type { TextEntry } from './entry.js';

/** Why a file cannot be read or written. */
export const filesTexts = {
  'read.no_permission': { zh: '没有权限', en: 'no permission' },
  'read.get_permission': {
    zh: '让运行 kpi 的用户能读它（文件要有读的权限，文件夹还要有进入的权限）',
    en: 'let the user who runs kpi read it (a file needs the right to read, a folder the right to enter too)',
  },
  'read.folder': {
    zh: '这是文件夹，这里要的是文件',
    en: 'this is a folder, and a file is wanted here',
  },
  'read.link_to_folder': {
    zh: '这是指向文件夹的链接，里面的文件没有读',
    en: 'this is a link to a folder, and the files in it are not read',
  },
  'read.copy_folder': {
    zh: '把那个文件夹本身复制到这里，换下这个链接；不用就删去链接',
    en: 'copy the folder itself here in place of the link, or delete the link',
  },
  'read.take_out': {
    zh: '把里面的文件直接放在这里，把这个文件夹移走或改名',
    en: 'put the files that are in it here, and move or rename the folder',
  },
  'read.no_folder': {
    zh: '这是文件，这里要的是文件夹',
    en: 'this is a file, and a folder is wanted here',
  },
  'read.make_folder': {
    zh: '把这个文件移走或改名，建一个同名的文件夹，把要读的文件放进去',
    en: 'move or rename the file, make a folder of the name and put the files into it',
  },
  'read.gone': { zh: '它指向的文件不在了', en: 'the file that it points to is not there' },
  'read.changed': {
    zh: '读的时候它被改了',
    en: 'it was changed while it was being read',
  },
  'read.read_again': {
    zh: '等导出、同步或编辑的程序写完它，再运行一次',
    en: 'wait until the program that exports, synchronises or edits it is done, then run again',
  },
  'read.put_back': {
    zh: '检查链接指向哪里，或把文件放回来',
    en: 'check where the link points to, or put the file back',
  },
  'read.broken': { zh: '磁盘或网络盘报错', en: 'the disk or network drive reports an error' },
  'read.copy_again': {
    zh: '检查磁盘或网络盘，把文件重新复制过来',
    en: 'check the disk or network drive, and copy the file anew',
  },

  'read.too_large': {
    zh: '大得不像手工填写的文件',
    en: 'it is larger than any file that people write',
  },
  'read.split': {
    zh: '重新导出，或只留要用的部分',
    en: 'export it again, or keep only what is needed',
  },
  'read.special': { zh: '这是管道或设备，不是文件', en: 'this is a pipe or a device and no file' },
  'read.take_away': { zh: '把它从文件夹里移走', en: 'take it out of the folder' },

  'format.text': { zh: '文本', en: 'text' },
  'format.xlsx': { zh: 'xlsx 工作簿', en: 'xlsx workbook' },
  'format.xls': { zh: 'xls 工作簿', en: 'xls workbook' },
  'format.html': { zh: 'HTML 网页', en: 'HTML page' },
  'format.xml': { zh: 'XML 表格', en: 'XML spreadsheet' },
  'format.parquet': { zh: 'Parquet', en: 'Parquet' },
  'format.zip': { zh: 'ZIP 压缩包', en: 'ZIP archive' },
  'format.gzip': { zh: 'gz 压缩文件', en: 'packed file (gz)' },
  'format.xlsb': { zh: '二进制工作簿（xlsb）', en: 'binary workbook (xlsb)' },
  'format.opendocument': {
    zh: 'OpenDocument 文件（ods 等）',
    en: 'OpenDocument file (such as ods)',
  },
  'format.iwork': { zh: '苹果 iWork 文件（numbers 等）', en: 'Apple iWork file (such as numbers)' },
  'format.rar': { zh: 'RAR 压缩包', en: 'RAR archive' },
  'format.7z': { zh: '7z 压缩包', en: '7z archive' },
  'format.tar': { zh: 'tar 包', en: 'tar archive' },
  'format.packed': { zh: '压缩文件（bz2、xz 或 zst）', en: 'packed file (bz2, xz or zst)' },
  'format.sqlite': { zh: 'SQLite 数据库', en: 'SQLite database' },
  'format.markup': { zh: 'XML 文件', en: 'XML file' },
  'format.json': { zh: 'JSON 文件', en: 'JSON file' },
  'format.pdf': { zh: 'PDF', en: 'PDF' },
  'format.document': {
    zh: 'Word、PowerPoint 之类的文档',
    en: 'document of Word, PowerPoint or the like',
  },
  'format.image': { zh: '图片', en: 'picture' },
  'format.media': { zh: '照片、录音或视频', en: 'photo, recording or film' },
  'format.binary': {
    zh: '既不是文本，也不是认得的格式',
    en: 'neither text nor a known format',
  },
  'format.save_as': {
    zh: '用 Excel 或 WPS（Numbers 文件用 Numbers）打开，另存为 xlsx 或“CSV UTF-8（逗号分隔）”，换下这个文件',
    en: 'open it in Excel or WPS (or in Numbers), save it as xlsx or “CSV UTF-8” and put that in its place',
  },
  'format.unpack': {
    zh: '解压，把里面的文件放进来，移走压缩包',
    en: 'unpack it, put the files here and take the archive away',
  },
  'format.export': {
    zh: '把要用的数据导出成 xlsx 或 CSV，换下这个文件',
    en: 'export what is needed as xlsx or CSV and put that in its place',
  },

  'write.no_folder': { zh: '文件夹不存在', en: 'the folder does not exist' },
  'write.no_permission': { zh: '没有权限', en: 'no permission' },
  'write.closed': { zh: '它是关着的', en: 'it is closed' },
  'write.no_space': { zh: '磁盘已满', en: 'the disk is full' },
  'write.not_a_file': { zh: '不是普通文件', en: 'not a regular file' },
} as const satisfies Readonly<Record<string, TextEntry>>;
