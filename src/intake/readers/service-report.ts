import type { Column } from '../../catalogue/columns.js';
import { normaliseHeader } from '../files/header.js';
import type { ColumnMeasure, Header, Reader, Report, ReportFigure } from '../files/reader.js';

/** A column of a report that is a metric. Its id is that of the metric. */
interface FigureColumn extends Omit<ReportFigure, 'column'> {
  /** The headers under which the format has had it; none: it is worked out of other columns. */
  readonly headers?: readonly string[];
}

/** What makes a reader of a service report. */
interface ServiceReport
  extends Pick<Reader, 'name' | 'title' | 'recognises'>,
    Pick<Report, 'shares' | 'durations'> {
  /** The headers of the column that says whose account a row is about, the surest first. */
  readonly account: readonly string[];
  /** The headers of a second column that names the agent, where accounts are not in the roster. */
  readonly nick?: readonly string[];
  /** The headers of a column of row numbers, in which rows of totals say what they are. */
  readonly numbers?: readonly string[];
  readonly figures: readonly FigureColumn[];
  /** Columns that are no metrics, but that averages are weighted by, by id. */
  readonly weights?: Readonly<Record<string, readonly string[]>>;
}

/** The units that a header may give in brackets, by what its column measures. */
const UNITS: Readonly<Record<ColumnMeasure, readonly string[]>> = {
  count: ['人', '人次', '次', '个', '条', '字', '件', '笔', '单', '天'],
  money: ['元'],
  ratio: ['%'],
  share: ['%', '小数'],
  duration: ['秒', 's', '分钟', '分', 'min'],
};

/** The reader of a report that a platform or a tool makes of agents. */
export function serviceReport(report: ServiceReport): Reader {
  const {
    name,
    title,
    account,
    nick,
    numbers,
    figures,
    weights = {},
    recognises,
    shares,
    durations,
  } = report;
  const columns: Column[] = [
    { ...columnOf('agent', account, []), required: true },
    ...(nick === undefined ? [] : [columnOf('nick', nick, [])]),
    ...(numbers === undefined ? [] : [columnOf('row_number', numbers, [])]),
    columnOf('date', ['日期', '统计日期', '统计时间'], []),
    ...figures.flatMap(({ metric, headers, measure }) =>
      headers === undefined ? [] : [columnOf(metric, headers, UNITS[measure])],
    ),
    ...Object.entries(weights).map(([id, headers]) => columnOf(id, headers, UNITS.count)),
  ];
  return {
    name,
    title,
    kind: 'metrics',
    layout: 'metrics_wide',
    columns,
    recognises,
    report: {
      ...(shares === undefined ? {} : { shares }),
      ...(durations === undefined ? {} : { durations }),
      figures: figures.map(({ headers, ...figure }) =>
        headers === undefined ? figure : { ...figure, column: figure.metric },
      ),
    },
  };
}

function columnOf(id: string, [zh = id, ...aliases]: readonly string[], units: readonly string[]) {
  return { id, zh, aliases, units };
}

/** True when a header has one of these names, whatever stands in brackets behind it. */
export function hasAnyHeader(header: Header, names: readonly string[]): boolean {
  return names.some((name) => header.places.has(normaliseHeader(name)));
}
