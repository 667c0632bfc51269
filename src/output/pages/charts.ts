import { createHash } from 'node:crypto';
import {
  BarChart,
  type BarSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { html, type Markup } from './markup.js';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  VisualMapComponent,
]);

type ChartOption = ComposeOption<
  BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | ScatterSeriesOption
>;

/** Okabe and Ito's colours, which people tell apart however they see colours. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#999999'];
const INK = '#6b7280';
const WIDTH = 900;
/** Of the hash that tells the ids of one chart from those of another. */
const ID_DIGITS = 12;
/** Height of a bar with the room around it, and of axes and legend. */
const [BAR_ROOM, CHART_ROOM, CHART_HEIGHT] = [26, 90, 340] as const;
/** Of the name of a line across bars. */
const MARK_ROOM = 16;

/** Figures of one kind, of each row or day; undefined where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** Patterns beside colours, for grey paper. */
const PATTERNS = { enabled: true, label: { enabled: false }, decal: { show: true } } as const;

/** Draws a chart as SVG whose texts can be selected. `label` says what it shows to whoever does not see it. */
function drawn(option: ChartOption, height: number, label: string): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: 'sans-serif', color: INK },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return html`<div class="chart" role="img" aria-label="${label}">${{ markup: tidied(svg) }}</div>`;
}

/**
 * The SVG without what a page that forbids inline styles would not show, and with ids that are of this chart, whatever
 * was drawn before it.
 */
function tidied(svg: string): string {
  const number = /\bzr(\d+)-/.exec(svg)?.[1] ?? '';
  const plain = svg
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(new RegExp(`((?: id="|url\\(#))zr${number}-`, 'g'), '$1@');
  const own = createHash('sha256').update(plain).digest('hex').slice(0, ID_DIGITS);
  return plain.replaceAll(/((?: id="|url\(#))@/g, `$1c${own}-`);
}

/** ` font-size="12px"` of `font-size:12px;`. */
function attributesOf(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':'))
    .flatMap(([name = '', value]) =>
      value === undefined ? [] : ` ${name.trim()}="${value.trim()}"`,
    )
    .join('');
}

const AXIS = {
  axisLabel: { color: INK },
  axisLine: { lineStyle: { color: INK } },
  splitLine: { lineStyle: { color: '#9ca3af', opacity: 0.35 } },
} as const;
const LEGEND = { type: 'plain', top: 0, itemGap: 20, textStyle: { color: INK } } as const;
const GRID = { left: 8, right: 24, top: 48, bottom: 8, outerBoundsMode: 'same' } as const;

/** A value of the axis at which a line stands, and what it is called. */
interface Mark {
  readonly points: number;
  readonly name: string;
}

/** Bars that lie, one for each row, the first row above; several series are stacked. `marks` are lines across them. */
export function stackedBars(
  rows: readonly string[],
  series: readonly Series[],
  label: string,
  marks: readonly Mark[] = [],
): Markup {
  const option: ChartOption = {
    aria: PATTERNS,
    grid: GRID,
    legend: LEGEND,
    xAxis: { type: 'value', ...AXIS },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      ...AXIS,
      axisLabel: { color: INK, interval: 0, width: 140, overflow: 'truncate' },
    },
    series: series.map(({ name, values }, at) => ({
      type: 'bar' as const,
      name,
      stack: 'all',
      barMaxWidth: 18,
      silent: true,
      emphasis: { disabled: true },
      data: values.map((value) => value ?? 0),
      ...(at === 0 && marks.length > 0 && { markLine: linesAt(marks) }),
    })),
  };
  const above = marks.length * MARK_ROOM;
  return drawn(
    { ...option, grid: { ...GRID, top: GRID.top + above } },
    rows.length * BAR_ROOM + CHART_ROOM + above,
    label,
  );
}

/** Lines across bars, each with its name above them in a row of its own: two that are near do not lie over each other. */
function linesAt(marks: readonly Mark[]): NonNullable<BarSeriesOption['markLine']> {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: '#d55e00', type: 'dashed', width: 1.5 },
    data: marks.map(({ points, name }, at) => ({
      xAxis: points,
      name,
      label: {
        formatter: '{b}',
        color: INK,
        position: 'start' as const,
        distance: [0, 4 + at * MARK_ROOM],
      },
    })),
  };
}

/** A line for each series over days or months. */
export function lines(steps: readonly string[], series: readonly Series[], label: string): Markup {
  const option: ChartOption = {
    grid: GRID,
    legend: LEGEND,
    xAxis: {
      type: 'category',
      data: [...steps],
      ...AXIS,
      axisLabel: { color: INK, hideOverlap: true },
    },
    yAxis: { type: 'value', scale: true, ...AXIS },
    series: series.map(({ name, values }) => ({
      type: 'line' as const,
      name,
      silent: true,
      emphasis: { disabled: true },
      symbolSize: 5,
      connectNulls: false,
      data: values.map((value) => value ?? null),
    })),
  };
  return drawn(option, CHART_HEIGHT, label);
}

/** A point for each name; names that would lie over each other are left out. */
export function points(
  named: readonly { readonly name: string; readonly x: number; readonly y: number }[],
  axes: { readonly x: string; readonly y: string },
  label: string,
): Markup {
  const option: ChartOption = {
    grid: { ...GRID, bottom: 28 },
    xAxis: {
      type: 'value',
      name: axes.x,
      nameLocation: 'middle',
      nameGap: 28,
      scale: true,
      ...AXIS,
    },
    yAxis: { type: 'value', name: axes.y, scale: true, ...AXIS },
    series: [
      {
        type: 'scatter',
        silent: true,
        emphasis: { disabled: true },
        label: { show: true, position: 'right', formatter: '{b}', color: INK },
        labelLayout: { hideOverlap: true },
        data: named.map(({ name, x, y }) => ({ name, value: [x, y] })),
      },
    ],
  };
  return drawn(option, CHART_HEIGHT, label);
}

/** How much there is of each column in each row, the more the darker. */
export function heatMap(
  rows: readonly string[],
  columns: readonly string[],
  values: readonly (readonly number[])[],
  label: string,
): Markup {
  const cells = values.flatMap((row, y) => row.map((value, x) => [x, y, value]));
  const option: ChartOption = {
    grid: GRID,
    xAxis: { type: 'category', data: [...columns], ...AXIS },
    yAxis: { type: 'category', inverse: true, data: [...rows], ...AXIS },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, ...values.flat()),
      inRange: { color: ['#e8eef4', '#0072b2'] },
    },
    series: [{ type: 'heatmap', silent: true, emphasis: { disabled: true }, data: cells }],
  };
  return drawn(option, rows.length * BAR_ROOM + CHART_ROOM, label);
}
