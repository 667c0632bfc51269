import type { Column } from '../../../src/catalogue/columns.js';
import type { InputKind } from '../../../src/catalogue/inputs.js';
import type { Reader } from '../../../src/intake/files/reader.js';
import { READERS } from '../../../src/intake/readers/index.js';
import { text } from '../../../src/words/text.js';
import { page, table } from '../markdown.js';

const TITLES: Readonly<Record<string, string>> = {
  chat_table: '聊天表格：千牛脚本导出的工作簿、飞鸽等 · tables of chats: userscript workbook, 飞鸽',
  taobao_orders: '淘宝、天猫订单报表，2016 年至今 · Taobao and Tmall orders, 2016 to now',
  taobao_items: '淘宝宝贝报表 · Taobao items',
  taobao_items_old: '淘宝宝贝报表，旧版 · Taobao items, old',
  taobao_refunds: '淘宝退款管理导出 · Taobao refunds',
  jd_orders: '京东订单 · JD orders',
  pdd_orders: '拼多多订单 · PDD orders',
  after_sales: '售后单，按列名认 · after-sales by the names of columns',
  douyin_orders: '抖店订单 · Douyin orders',
  douyin_after_sales: '抖店售后单 · Douyin after-sales',
  fake_orders: '刷单、补单名单 · lists of fake orders',
  reviews: '评价，按列名认 · reviews by the names of columns',
  complaints_table: '投诉，按列名认 · complaints by the names of columns',
};

/** Formats that are told by what stands in them, without a header. */
const BY_CONTENT = [
  ['qianniu_text', '千牛客户端复制的聊天文本 · chats copied from the Qianniu client'],
  ['bracket_text', '[昵称] 时间 的聊天文本 · chats as “[nick] time”'],
  [
    'qianniu_userscript',
    '千牛聊天记录_….zip，每位买家一个 JSON · a ZIP with a JSON file per buyer',
  ],
] as const;

/** docs/exports.md. */
export function exportsPage(): string {
  const shown = READERS.filter(({ name }) => Object.hasOwn(TITLES, name));
  return page(
    '# 平台和工具的导出 · Exports of platforms and tools',
    '导出的文件原样放进月份的文件夹：不用改名、改列名、另存编码，不用删合计行。认的是表头和内容，不是文件名、列的次序或扩展名。CSV、TSV、TXT、xlsx、假的 xls（其实是网页或 CSV）、ZIP 都行；真的 xls 和有密码的工作簿会说明怎么办。`kpi inspect 文件` 说每一列读作什么。',
    'Put exports into the folder of the month as they are: no renaming of files or columns, no saving in another encoding, no deleting of rows of totals. They are told by header and content, never by name, order of columns or extension. CSV, TSV, TXT, xlsx, what is called xls and is a web page or CSV, and ZIP archives; of a true xls and of a workbook with a password it is said what to do. `kpi inspect FILE` says what each column is read as.',
    '考勤见 [attendance.md](attendance.md)，客服报表见 [reports.md](reports.md)。下表的列名可以有单位和空格，旧名新名都认；粗体的列必须有。',
    'For attendance see [attendance.md](attendance.md), for service reports [reports.md](reports.md). Headers may have units and blanks, old and new names are known; bold columns must be there.',
    ...shown.map(section),
    '## 没有表头的 · Without a header',
    table(
      ['读法 · read as', '是什么 · what it is'],
      BY_CONTENT.map(([name, title]) => [`\`${name}\``, title]),
    ),
    '结算单、账单等认得出、但不读的文件，会说一句“不读”：里面不是订单。',
    'Settlements and bills are recognised and not read, and a sentence says so: there are no orders in them.',
  );
}

function section(reader: Reader): string {
  const kind = text('zh', `inspect.kind.${reader.kind as InputKind}`);
  return [
    `## ${TITLES[reader.name]}`,
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
