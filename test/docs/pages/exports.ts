import type { Column } from '../../../src/catalogue/columns.js';
import type { InputKind } from '../../../src/catalogue/inputs.js';
import { CANONICAL, type Reader } from '../../../src/intake/files/reader.js';
import { HEADLESS, READERS } from '../../../src/intake/readers/index.js';
import { text } from '../../../src/words/text.js';
import { page, table } from '../markdown.js';

/** How refunds and payments are taken, whatever the export. */
const REFUNDS = [
  '## 退款和付款 · Refunds and payments',
  '退款是大于 0、不多于实付的金额。有的系统把退款全部写成负数：一个文件里的退款没有一个大于 0，负号就只是写法，按退款读入，并提醒一句。正负都有的文件里，负数可能是退款，也可能是撤销，程序不猜：逐格报错。退款合起来多于实付的，按实付计，并提醒订单和金额：多出来的是补偿或运费，不是退回的货款。',
  'A refund is an amount above 0 and not above what was paid. Some systems write all refunds below 0: where no refund of a file is above 0 the sign is but a way of writing, the amounts are read as refunds, and a warning says so. In a file with both, one below 0 may be a refund or one that was withdrawn; nothing is guessed, each such cell is an error. Where the refunds of an order are more than was paid, what was paid counts, and a warning names order and amounts: the rest is a compensation or freight, not money for goods.',
  '状态是已付款、已发货或已完成而没有付款时间的订单（例如货到付款）不计入销售额，提醒里有个数和金额：收了款的，补上付款时间。一个订单有几行的，一行没写的旗帜、备注、买家以另一行为准；互相矛盾的会报出列和两处的值。',
  'Orders whose status is paid, shipped or completed and that have no time of payment (on delivery, for example) are in no sales; a warning has their number and sum: fill in the time of those that were paid. Where an order has several rows, the flag, memo or buyer that one leaves out is as another says; where they contradict each other, the column and both values are named.',
];

/** What begins a message in a copied chat. */
const COPIED_CHATS = [
  '复制的聊天里，`昵称 2026-10-01 09:02:08`、`昵称 (2026-10-01 09:02:08):`、昵称和时间各占一行，都是一条消息的开头。买家和客服也会把带时间的话贴进聊天（`拍下了 2026-09-30 18:00:00`）：写的人不是客服的账号、也不是这段对话的买家，时间又不在上下两条消息之间，就是上一条消息里的话。时间在中间、下面有内容的，是另一位买家的消息；没有内容的按话读，并提醒。每段对话之间加一行 `-----`，就没有分不清的了。',
  'In a copied chat `nick 2026-10-01 09:02:08`, `nick (2026-10-01 09:02:08):`, and nick and time on lines of their own begin a message. People paste lines with times, too (`拍下了 2026-09-30 18:00:00`): where the writer is no account of an agent and not the buyer of the chat, and the time is not between those of the messages around it, it is a line of the message above. Where it is between them and has a text below, another buyer writes; without a text it is read as a line, and a warning says so. With a line `-----` between conversations nothing is unclear.',
];

/** docs/exports.md. */
export function exportsPage(): string {
  const shown = READERS.filter(isExport);
  const withoutHeader = [...new Set(HEADLESS.flatMap(({ readers }) => readers))];
  return page(
    '# 平台和工具的导出 · Exports of platforms and tools',
    '导出的文件原样放进月份的文件夹：不用改名、改列名、另存编码，不用删合计行。认的是表头和内容，不是文件名、列的次序或扩展名。子文件夹里的也读。CSV、TSV、TXT、xlsx、xlsm、假的 xls（其实是网页或 CSV）、ZIP、gz 都行；真的 xls 和 et、ods、有密码的工作簿、RAR、图片、没有读的工作表，都会说出名字和办法。`~$…`、`.DS_Store`、`Thumbs.db`、`desktop.ini` 这类系统留下的文件不算。`kpi inspect 文件` 说每一列读作什么。',
    'Put exports into the folder of the month as they are: no renaming of files or columns, no saving in another encoding, no deleting of rows of totals. They are told by header and content, never by name, order of columns or extension. Sub-folders are read, too. CSV, TSV, TXT, xlsx, xlsm, what is called xls and is a web page or CSV, ZIP archives and gz; true xls and et, ods, workbooks with a password, RAR, pictures and sheets that are not read are named, each with what to do. What systems leave behind (`~$…`, `.DS_Store`, `Thumbs.db`, `desktop.ini`) is passed over. `kpi inspect FILE` says what each column is read as.',
    '考勤见 [attendance.md](attendance.md)，客服报表见 [reports.md](reports.md)。下表的列名可以有单位和空格，旧名新名都认；粗体的列必须有。',
    'For attendance see [attendance.md](attendance.md), for service reports [reports.md](reports.md). Headers may have units and blanks, old and new names are known; bold columns must be there.',
    ...REFUNDS,
    ...shown.map(section),
    '## 没有表头的 · Without a header',
    table(
      ['读法 · read as', '是什么 · what it is'],
      withoutHeader.map(({ name, title }) => [`\`${name}\``, `${title.zh} · ${title.en}`]),
    ),
    ...COPIED_CHATS,
    '结算单、账单等认得出、但不读的文件，会说一句“不读”：里面不是订单。',
    'Settlements and bills are recognised and not read, and a sentence says so: there are no orders in them.',
  );
}

/** Attendance and reports have pages of their own, what has the form of kpi itself or is not read none. */
function isExport({ name, kind, report, notRead }: Reader): boolean {
  return (
    name !== CANONICAL && kind !== 'attendance' && report === undefined && notRead === undefined
  );
}

function section(reader: Reader): string {
  const kind = text('zh', `inspect.kind.${reader.kind as InputKind}`);
  return [
    `## ${reader.title.zh} · ${reader.title.en}`,
    `\`${reader.name}\` · ${kind} ${reader.kind}`,
    table(
      ['列 · column', '读作 · read as'],
      reader.columns.map((column) => [headers(column), `\`${column.id}\``]),
    ),
  ].join('\n\n');
}

function headers({ zh, aliases = [], required }: Column): string {
  const names = [...new Set([zh, ...aliases])].join('、');
  return required === true ? `**${names}**` : names;
}
