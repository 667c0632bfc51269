import { createHash } from 'node:crypto';
import { html } from './markup.js';

/** Of the hash that tells the ids of one chart from those of another. */
const ID_DIGITS = 12;

/** What stands beside the pointer over a figure, by the numbers of its series and of itself. */
export type Tip = (series: number, figure: number) => string;

/** A drawn chart as it may stand in a page, with what its figures say. */
export function pageSvg(svg: string, tip: Tip): string {
  return tidied(withTips(svg, tip));
}

/** A shape that stands for a figure. */
const FIGURE =
  /ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"([^>]*)><\/path>/g;

/** The SVG with the words of each figure in its shape, from where browsers show them; patterns lie over shapes. */
function withTips(svg: string, tip: Tip): string {
  return svg
    .replaceAll(FIGURE, (_, series: string, figure: string, rest: string) => {
      const { markup } = html`<title>${tip(Number(series), Number(figure))}</title>`;
      return `${rest}>${markup}</path>`;
    })
    .replaceAll(' fill="url(', ' pointer-events="none" fill="url(');
}

/**
 * The SVG without what a page that forbids inline styles would not show, and with ids that are of this chart, whatever
 * was drawn before it.
 */
function tidied(svg: string): string {
  const number = /\bzr(\d+)-/.exec(svg)?.[1] ?? '';
  const plain = svg
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replaceAll(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
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
