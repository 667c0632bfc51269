import type { Decimal } from '../../lib/decimal.js';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** What stands for figures that are all the same. */
const LEVEL = '▄';

/** Figures as a row of bars, the least the lowest, the greatest the highest; a blank where there is none. */
export function sparkline(figures: readonly (Decimal | undefined)[]): string {
  const known = figures.filter((figure) => figure !== undefined);
  const [first] = known;
  if (first === undefined) return '';
  const least = known.reduce((a, b) => (b.lessThan(a) ? b : a), first);
  const greatest = known.reduce((a, b) => (b.greaterThan(a) ? b : a), first);
  const range = greatest.minus(least);
  return figures
    .map((figure) => {
      if (figure === undefined) return ' ';
      if (range.isZero()) return LEVEL;
      const share = figure.minus(least).dividedBy(range);
      return BARS[Math.round(share.toNumber() * (BARS.length - 1))] ?? LEVEL;
    })
    .join('');
}
