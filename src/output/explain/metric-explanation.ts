import type { MetricValue } from '../../catalogue/figure.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { text } from '../../words/text.js';
import { absenceText } from '../month/absence.js';
import { type MetricTitle, metricTitles } from '../month/metric-titles.js';
import { rounded } from '../month/metrics-json.js';
import { type Branch, leaf } from '../report/branch.js';
import { bareFigure, figureText } from '../report/figure-text.js';
import { jsonColumn, optionalColumn, type ReportColumn } from '../report/report-columns.js';
import { BOOLEAN, DECIMAL, orNull, STRING } from '../report/shapes.js';
import { isMeant } from './explanation.js';

/** A figure with what it is called. */
export interface MetricFigure {
  readonly metric: MetricTitle;
  readonly figure: MetricValue;
}

/** The figures of an agent and of the shop. */
function figuresOf(agent: string, month: MeasuredMonth): MetricFigure[] {
  const { metrics } = month;
  const titleOf = metricTitles(month);
  const own = metrics?.agents.get(agent)?.metrics ?? new Map<string, MetricValue>();
  const shops = metrics?.shop ?? new Map<string, MetricValue>();
  return [...own, ...shops].map(([id, figure]) => ({ metric: titleOf(id), figure }));
}

/** The figures that a word names by id or title. */
export function metricsNamed(word: string, agent: string, month: MeasuredMonth): MetricFigure[] {
  return figuresOf(agent, month).filter(({ metric }) =>
    isMeant(word, 'metric', metric.id, metric.title),
  );
}

/** Everything that `metricsNamed` understands, for suggestions. */
export function metricNames(agent: string, month: MeasuredMonth): readonly MetricTitle[] {
  return figuresOf(agent, month).map(({ metric }) => metric);
}

/** A metric in words: value, definition, numerator and denominator, where it comes from. */
export function metricBranch({ metric, figure }: MetricFigure, language: Language): Branch {
  const { definition } = metric;
  return {
    text: text(language, 'explain.metric', {
      title: metric.title,
      id: metric.id,
      value: figureValue({ metric, figure }, language),
    }),
    tone: 'title',
    children: [
      ...(definition === undefined
        ? []
        : [leaf(text(language, 'explain.definition', { definition }))]),
      ...evidenceOf(figure, language).map((line) => leaf(line, 'fact')),
    ],
  };
}

function figureValue({ metric, figure }: MetricFigure, language: Language): string {
  if (figure.state === 'known') {
    return figureText(figure.value, metric.shown, language);
  }
  return text(language, figure.state === 'missing' ? 'value.missing' : 'value.undefined');
}

function evidenceOf(figure: MetricValue, language: Language): string[] {
  if (figure.state === 'missing') return [absenceText(figure, language)];
  const { numerator, denominator } = figure;
  return [
    ...(numerator === undefined || denominator === undefined
      ? []
      : [
          text(language, 'explain.quotient', {
            numerator: bareFigure(numerator, undefined),
            denominator: bareFigure(denominator, undefined),
          }),
        ]),
    ...(figure.state === 'known' && figure.origin === 'imported'
      ? [text(language, 'explain.imported')]
      : []),
    ...(figure.provisional === true ? [text(language, 'explain.provisional')] : []),
  ];
}

/** The numerator and denominator of a figure, as far as they are known. */
function partOf(figure: MetricValue, part: 'numerator' | 'denominator'): Decimal | undefined {
  const value = figure.state === 'missing' ? undefined : figure[part];
  return value && rounded(value);
}

/** A metric as data. */
export const METRIC_COLUMNS: readonly ReportColumn<MetricFigure>[] = [
  jsonColumn('id', STRING, ({ metric }) => metric.id),
  jsonColumn('title', STRING, ({ metric }, language) => metric.title[language]),
  jsonColumn('unit', orNull(STRING), ({ metric }) => metric.unit),
  jsonColumn('value', orNull(DECIMAL), ({ figure }) =>
    figure.state === 'known' ? rounded(figure.value) : null,
  ),
  optionalColumn('missing', STRING, ({ figure }, language) =>
    figure.state === 'known' ? undefined : absenceText(figure, language),
  ),
  optionalColumn('numerator', DECIMAL, ({ figure }) => partOf(figure, 'numerator')),
  optionalColumn('denominator', DECIMAL, ({ figure }) => partOf(figure, 'denominator')),
  optionalColumn('origin', STRING, ({ figure }) =>
    figure.state === 'known' ? figure.origin : undefined,
  ),
  optionalColumn('provisional', BOOLEAN, ({ figure }) =>
    figure.state === 'missing' ? undefined : figure.provisional,
  ),
  optionalColumn('definition', STRING, ({ metric }, language) => metric.definition?.[language]),
];
