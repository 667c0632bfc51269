import type { TextEntry } from './entry.js';

/** What a run says of itself. */
export const runsTexts = {
  'run.is_closed': {
    zh: '{month} 已结账；这是封存的结果（--recalc 看今天重算会有什么不同）',
    en: '{month} is closed; this is what was sealed (--recalc shows what would differ today)',
  },
  'run.previous_month': {
    zh: '没有写 --month，取上个月：{month}',
    en: 'no --month given, taking the previous month: {month}',
  },
  'run.written': { zh: '已写入 {file}', en: 'wrote {file}' },
  'run.system': {
    zh: '无法读写 {file}：{reason}。什么也没有写出；换个位置，或检查权限和磁盘空间（TMPDIR 决定临时文件放在哪里）',
    en: 'cannot read or write {file}: {reason}. Nothing was written; use another place, or check permissions and disk space (TMPDIR says where temporary files go)',
  },
  'run.stream': {
    zh: '无法写到 {stream}：{reason}。请看它接到的文件所在的磁盘，或用 -o 写到别处',
    en: 'cannot write to {stream}: {reason}. Look at the disk of the file that it goes to, or write elsewhere with -o',
  },
  'run.memory': {
    zh: '这个月的数据需要更多内存。什么也没有写出；请多给一些，例如 --memory 2GB',
    en: 'this month needs more memory than was allowed. Nothing was written; allow more, such as --memory 2GB',
  },
  'run.internal': {
    zh: '程序出错，这不是您的数据的问题：{message}',
    en: 'the program failed; your data is not the reason: {message}',
  },
  'shops.heading': { zh: '— {folder}', en: '— {folder}' },
  'shops.others': {
    zh: '这些文件夹里没有 kpi.yaml，不是店铺，没有算：{folders}',
    en: 'left out, since there is no kpi.yaml in them: {folders}',
  },
  'shops.done': { zh: '{all} 家店，算好 {done} 家', en: '{done} of {all} {all|shop|shops} done' },
  'shops.failed': { zh: '没有算好：{folders}', en: 'not done: {folders}' },
  'shops.process_died': {
    zh: '算这家店的进程中途被系统结束了（多半是内存不够）：把 --jobs 写小，再算一次',
    en: 'the process that computed this shop was ended from outside, most likely for lack of memory: try again with fewer --jobs',
  },
  'run.no_rows': { zh: '没有符合条件的客服', en: 'no agent matches' },

  'init.done': {
    zh: '已在 {folder} 建好示例店铺，共 {n} 个文件',
    en: 'made a sample shop in {folder}, {n} {n|file|files}',
  },
  'init.next': {
    zh: `接下来：
  1. 看看结果：  kpi calc -C {folder} --month {month}
  2. 每一分钱的来历：  kpi explain A01 -C {folder} --month {month}
  3. 改 kpi.yaml 和 agents.csv，换成自己的店和客服
  4. 每月把导出的文件放进以月份命名的文件夹，先跑 kpi check`,
    en: `What to do next:
  1. see the result:     kpi calc -C {folder} --month {month}
  2. see every reason:   kpi explain A01 -C {folder} --month {month}
  3. put your shop and your agents into kpi.yaml and agents.csv
  4. every month put the exports into a folder named by the month, and run kpi check first`,
  },

  'progress.checking': { zh: '校验 {file}', en: 'Checking {file}' },
  'progress.converting': { zh: '转换编码 {file}', en: 'Converting {file}' },
  'progress.reading': { zh: '读取 {file}', en: 'Reading {file}' },
  'progress.counting': { zh: '计算指标', en: 'Counting metrics' },
  'progress.rows': { zh: '约 {rows} 行', en: 'about {rows} rows' },
  'progress.left': { zh: '还要 {left}', en: '{left} left' },
} as const satisfies Readonly<Record<string, TextEntry>>;
