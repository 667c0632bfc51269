import { metricById } from '../../../src/catalogue/metrics/metrics.js';
import type { Reader, Report, ReportFigure } from '../../../src/intake/files/reader.js';
import { READERS } from '../../../src/intake/readers/index.js';
import { page, table } from '../markdown.js';

/** docs/reports.md. */
export function reportsPage(): string {
  return page(
    '# 客服报表 · Service reports',
    '这些工具的报表放进月份的文件夹就能读，文件名随意，列的次序随意，认的是表头。报表里的数会代替本程序自己算的数，所以口径不同的列要么不读，要么在下面写明。不读的列也可以用：在 kpi.yaml 的 `custom_metrics` 里声明一个指标，名称写成那一列的表头。',
    'Reports of these tools are read from the folder of the month, whatever their names and the order of their columns: they are told by their headers. A figure of a report takes the place of the one that `kpi` counts, so that a column that means something else is not read, or said below. A column that is not read can still be used: declare a metric under `custom_metrics` in kpi.yaml whose title is the header.',
    '一个客服有几个账号时，人数、条数、金额相加；平均数和比率按“合成”一栏写的列加权，绝不简单平均；几个账号分在两种工具里也一样。`a ÷ b` 表示文件里有这两列就用总数相除。没有百分号、也没有写单位的数，按每种报表下面写的约定；没有约定的，不采用并提醒，从不按大小猜。',
    'Where an agent has several accounts, counts and money are added; averages and rates are weighted by the column under “combined”, never averaged plainly; so they are where the accounts are in reports of two tools. `a ÷ b` says that the sums are divided where the file has both. What a number without unit is, is said for each report; where nothing is, it is not used and a warning says so: its size is never asked.',
    ...READERS.flatMap((reader) =>
      reader.report === undefined ? [] : section(reader, reader.report),
    ),
  );
}

function section(reader: Reader, report: Report): readonly string[] {
  const [account] = reader.columns;
  return [
    `## ${reader.title.zh} · ${reader.title.en} \`${reader.name}\``,
    `账号 · account: ${[account?.zh, ...(account?.aliases ?? [])].join(', ')}. ${bareNumbers(report)}`,
    table(
      ['列 · column', '指标 · metric', '合成 · combined', '口径 · what differs'],
      report.figures.map((figure) => [
        headers(reader, figure.column),
        `${metricById(figure.metric)?.title.zh ?? ''} \`${figure.metric}\``,
        combined(reader, figure),
        figure.note === undefined ? '' : `${figure.note.zh} ${figure.note.en}`,
      ]),
    ),
  ];
}

function bareNumbers({ shares, durations }: Report): string {
  const share = { fraction: '小数 fraction', percent: '百分数 percent' };
  const time = { seconds: '秒 seconds', minutes: '分钟 minutes' };
  const said = [shares && share[shares], durations && time[durations]].filter((each) => each);
  return `没有单位的数 · bare numbers: ${said.length === 0 ? '不采用 not used' : said.join(', ')}.`;
}

function headers(reader: Reader, id: string | undefined): string {
  const column = reader.columns.find((each) => each.id === id);
  return column === undefined ? '' : [column.zh, ...(column.aliases ?? [])].join('<br>');
}

function combined(reader: Reader, figure: ReportFigure): string {
  const how = figure.combined;
  if (how === 'sum') return '相加 added';
  if (how === 'never') return '不能 cannot be';
  const titles = (ids: readonly string[]) =>
    ids.map((id) => reader.columns.find((column) => column.id === id)?.zh ?? id).join(' + ');
  return how.of === undefined ? titles(how.by) : `${titles(how.of)} ÷ ${titles(how.by)}`;
}
