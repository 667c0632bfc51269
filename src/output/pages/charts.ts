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
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { pageSvg, type Tip } from './chart-svg.js';
import { html, type Markup } from './markup.js';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LabelLayout,
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
/** More lines than these in one chart are told apart by nobody. */
export const MOST_LINES = COLOURS.length;
/** On grey paper lines are told apart by these. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'];
/** The colour of texts, which a page may replace by one that is read on its own ground. */
export const CHART_INK = '#6b7280';
/** The colour of a cell with nothing in it, and of texts on light cells and on dark ones. */
const [PALE, DARK, LIGHT] = ['#e8eef4', '#1b2430', '#ffffff'] as const;
const WIDTH = 900;
/** Height of a bar with the room around it, and of axes and legend. */
const [BAR_ROOM, CHART_ROOM, CHART_HEIGHT] = [26, 90, 340] as const;
/** Of the name beside the last point. */
const NAME_ROOM = 96;
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
function drawn(option: ChartOption, height: number, label: string, tip: Tip): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: 'sans-serif', color: CHART_INK },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return html`<div class="chart" role="img" aria-label="${label}">${{ markup: pageSvg(svg, tip) }}</div>`;
}

/** The words of a figure in a chart of series over steps. */
function stepTip(steps: readonly string[], series: readonly Series[]): Tip {
  return (at, step) => {
    const { name = '', values = [] } = series[at] ?? {};
    return `${steps[step]} ${name} ${values[step] ?? ''}`;
  };
}

const AXIS = {
  axisLabel: { color: CHART_INK },
  axisLine: { lineStyle: { color: CHART_INK } },
  splitLine: { lineStyle: { color: '#9ca3af', opacity: 0.35 } },
} as const;
const LEGEND = { type: 'plain', top: 0, itemGap: 20, textStyle: { color: CHART_INK } } as const;
const GRID = { left: 8, right: 24, top: 48, bottom: 8, outerBoundsMode: 'same' } as const;

/** A value of the axis at which a line stands, and what it is called. */
interface Mark {
  readonly points: number;
  readonly name: string;
}

/** What stands upon bars. */
interface OnBars {
  /** Lines across them. */
  readonly marks?: readonly Mark[];
  /** A point for each row: what its bar comes to, where that is not how long it is. */
  readonly result?: Series | undefined;
}

/** Bars that lie, one for each row, the first row above; several series are stacked. */
export function stackedBars(
  rows: readonly string[],
  series: readonly Series[],
  label: string,
  { marks = [], result }: OnBars = {},
): Markup {
  const option: ChartOption = {
    aria: PATTERNS,
    grid: GRID,
    legend: LEGEND,
    xAxis: { type: 'value', ...AXIS, ...reaching(marks) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      ...AXIS,
      axisLabel: { color: CHART_INK, interval: 0, width: 140, overflow: 'truncate' },
    },
    series: [
      ...series.map(({ name, values }, at) => ({
        type: 'bar' as const,
        name,
        stack: 'all',
        barMaxWidth: 18,
        silent: true,
        emphasis: { disabled: true },
        data: values.map((value) => value ?? 0),
        ...(at === 0 && marks.length > 0 && { markLine: linesAt(marks) }),
      })),
      ...(result === undefined ? [] : [pointsOn(result)]),
    ],
  };
  const above = marks.length * MARK_ROOM;
  return drawn(
    { ...option, grid: { ...GRID, top: GRID.top + above } },
    rows.length * BAR_ROOM + CHART_ROOM + above,
    label,
    stepTip(rows, result === undefined ? series : [...series, result]),
  );
}

/** A point upon each bar, that is seen on any colour. */
function pointsOn({ name, values }: Series): ScatterSeriesOption {
  return {
    type: 'scatter',
    name,
    silent: true,
    symbol: 'diamond',
    symbolSize: 14,
    itemStyle: { color: DARK, borderColor: LIGHT, borderWidth: 2 },
    emphasis: { disabled: true },
    z: 4,
    data: values.flatMap((value, at) => (value === undefined ? [] : [[value, at]])),
  };
}

/** An axis that goes as far as the last mark, where no bar does. */
function reaching(marks: readonly Mark[]) {
  const last = Math.max(0, ...marks.map(({ points: at }) => at));
  return { max: ({ max }: { readonly max: number }) => (last > max ? last : null) };
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
        color: CHART_INK,
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
      axisLabel: { color: CHART_INK, hideOverlap: true },
    },
    yAxis: { type: 'value', scale: true, ...AXIS },
    series: series.map(({ name, values }, at) => ({
      type: 'line' as const,
      name,
      silent: true,
      emphasis: { disabled: true },
      symbol: SYMBOLS[at % SYMBOLS.length] as string,
      symbolSize: 7,
      lineStyle: { type: at % 2 === 0 ? ('solid' as const) : ('dashed' as const) },
      connectNulls: false,
      data: values.map((value) => value ?? null),
    })),
  };
  return drawn(option, CHART_HEIGHT, label, stepTip(steps, series));
}

/** A point for each name; names that would lie over each other are left out. */
export function points(
  named: readonly { readonly name: string; readonly x: number; readonly y: number }[],
  axes: { readonly x: string; readonly y: string },
  label: string,
): Markup {
  const option: ChartOption = {
    grid: { ...GRID, right: NAME_ROOM, bottom: 28 },
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
        label: { show: true, position: 'right', formatter: '{b}', color: CHART_INK },
        labelLayout: { hideOverlap: true },
        data: named.map(({ name, x, y }) => ({ name, value: [x, y] })),
      },
    ],
  };
  return drawn(option, CHART_HEIGHT, label, (_, at) => {
    const { name = '', x = '', y = '' } = named[at] ?? {};
    return `${name} ${x} / ${y}`;
  });
}

/** How much there is of each column in each row, the more the darker; `written` stands in the cells. */
export function heatMap(
  rows: readonly string[],
  columns: readonly string[],
  values: readonly (readonly number[])[],
  label: string,
  written: readonly (readonly string[])[] = [],
): Markup {
  const cells = values.flatMap((row, y) => row.map((value, x) => ({ x, y, value })));
  const most = Math.max(1, ...values.flat());
  const option: ChartOption = {
    grid: { ...GRID, top: 8 },
    xAxis: { type: 'category', data: [...columns], ...AXIS },
    yAxis: { type: 'category', inverse: true, data: [...rows], ...AXIS },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [PALE, COLOURS[0] ?? ''] } },
    series: [
      {
        type: 'heatmap',
        silent: true,
        emphasis: { disabled: true },
        label: { show: written.length > 0, formatter: '{b}' },
        data: cells.map(({ x, y, value }) => ({
          name: written[y]?.[x] ?? '',
          value: [x, y, value],
          label: { color: value * 2 > most ? LIGHT : DARK },
        })),
      },
    ],
  };
  return drawn(option, rows.length * BAR_ROOM + CHART_ROOM, label, (_, at) => {
    const { x = 0, y = 0, value = 0 } = cells[at] ?? {};
    return [rows[y], columns[x], value, written[y]?.[x]].join(' ').trim();
  });
}
