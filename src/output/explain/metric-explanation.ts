import type { MetricValue } from '../../catalogue/figure.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { text } from '../../words/text.js';
import { absenceText } from '../month/absence.js';
import { type MetricTitle, metricTitles } from '../month/metric-titles.js';
import { rounded } from '../month/metrics-json.js';
import { type Branch, leaf } from '../report/branch.js';
import { bareFigure, figureText } from '../report/figure-text.js';
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

export function metricJson(
  { metric, figure }: MetricFigure,
  language: Language,
): { readonly [key: string]: Json } {
  const parts = figure.state === 'missing' ? undefined : figure;
  return {
    id: metric.id,
    title: metric.title[language],
    unit: metric.unit ?? null,
    value: figure.state === 'known' ? rounded(figure.value) : null,
    missing: figure.state === 'known' ? undefined : absenceText(figure, language),
    numerator: parts?.numerator === undefined ? undefined : rounded(parts.numerator),
    denominator: parts?.denominator === undefined ? undefined : rounded(parts.denominator),
    origin: figure.state === 'known' ? figure.origin : undefined,
    provisional: parts?.provisional,
    definition: metric.definition?.[language],
  };
}
