import type { Timing } from './measure.js';

/** Prints timings as a table; the ratios are of processor times, to the first one, which is ours. */
export function printTimings(
  title: string,
  timings: readonly Timing[],
  ratios: 'with ratios' | 'without ratios',
): void {
  const [own] = timings;
  const rows = timings.map(({ name, wall, fastest, processor }) => [
    name,
    milliseconds(wall),
    milliseconds(fastest),
    milliseconds(processor),
    own === undefined || ratios === 'without ratios' ? '' : times(processor / own.processor),
  ]);
  printTable(title, ['', 'ms', 'fastest', 'processor ms', 'times ours'], rows);
}

/** Prints a table: the first column to the left, numbers to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const used = head.map((_, column) => column === 0 || rows.some((row) => row[column] !== ''));
  const kept = [head, ...rows].map((row) => row.filter((_, column) => used[column] === true));
  const widths = (kept[0] ?? []).map((_, column) =>
    Math.max(...kept.map((row) => row[column]?.length ?? 0)),
  );
  const lines = kept.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
  console.log(`\n${title}\n\n${lines.map((line) => `  ${line.trimEnd()}`).join('\n')}`);
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function times(ratio: number): string {
  return `${ratio.toPrecision(2)} ×`;
}
