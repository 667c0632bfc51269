import type { MetricValue, MissingReason } from '../catalogue/figure.js';
import type { InputKind } from '../catalogue/inputs.js';
import type { Metric } from '../catalogue/metric.js';
import { type Decimal, decimal, divide, ONE, ZERO } from '../lib/decimal.js';
import type { EngineRow } from '../lib/engine.js';
import { filesColumn } from './count-rows.js';
import type { NothingOf, Side } from './measures/measure.js';
import { COUNTS, derivation, sideOf } from './measures/measures.js';

/** What the reading of a figure needs to know of the month. */
export interface FigureContext {
  readonly files: ReadonlyMap<InputKind, readonly string[]>;
  /** The orders end before the looking ahead of the last consults does. */
  readonly provisional: boolean;
}

/**
 * A metric's value from a row of figures. A plain metric stands in the column of its id, or is derived from
 * others; a quotient in the columns of its sides.
 */
export function figureIn(metric: Metric, row: EngineRow, context: FigureContext): MetricValue {
  if (metric.needs.length === 0) return missingMetric({ kind: 'not-imported' });
  const absent = metric.needs.find((input) => !context.files.has(input));
  if (absent !== undefined) return missingMetric({ kind: 'no-file', input: absent });
  const value = metric.quotient ? quotientIn(metric, row, context) : plainIn(metric, row, context);
  return metric.looksAhead && context.provisional && value.state !== 'missing'
    ? { ...value, provisional: true }
    : value;
}

function plainIn({ id, needs }: Metric, row: EngineRow, context: FigureContext): MetricValue {
  const derived = derivation(id);
  if (derived !== undefined) return nothingOf(derived, row, needs.at(0), context);
  const value = decimalIn(row[id]);
  if (value !== undefined) return computed(value);
  const column = COUNTS.get(id)?.lacks;
  if (column === undefined) return unknown(needs.at(0), context);
  const file = row[filesColumn(id)];
  return missingMetric({
    kind: 'no-cell',
    file: typeof file === 'string' ? file : filesOfKinds(needs, context),
    column,
  });
}

/**
 * 1 when nothing was counted of any of them, else 0: one that was counted decides, whatever is not known of
 * the others. Unknown while one that must be known is not.
 */
function nothingOf(
  { known, ifKnown }: NothingOf,
  row: EngineRow,
  input: InputKind | undefined,
  context: FigureContext,
): MetricValue {
  const isCounted = (column: string) => decimalIn(row[column])?.isZero() === false;
  if ([...known, ...ifKnown].some(isCounted)) return computed(ZERO);
  const figures = known.filter((column) => decimalIn(row[column]) === undefined);
  return figures.length === 0 ? computed(ONE) : unknown(input, context, figures);
}

function quotientIn(metric: Metric, row: EngineRow, context: FigureContext): MetricValue {
  const part = (side: Side) => decimalIn(row[sideOf(metric, side)]);
  const numerator = part('numerator');
  const denominator = part('denominator');
  if (numerator === undefined) return unknown(metric.needs.at(0), context);
  // Only logged-in time can be unknown here: few attendance files have it, imports do.
  if (denominator === undefined) return missingMetric({ kind: 'not-imported' });
  return quotient(numerator, denominator);
}

/** A quotient from its exact parts; undefined when it would divide by 0. */
function quotient(numerator: Decimal, denominator: Decimal): MetricValue {
  if (denominator.isZero()) return { state: 'undefined', numerator, denominator };
  const value = divide(numerator, denominator);
  return { state: 'known', value, numerator, denominator, origin: 'computed' };
}

/** A figure that was counted here. */
export function computed(value: Decimal): MetricValue {
  return { state: 'known', value, origin: 'computed' };
}

export function missingMetric(reason: MissingReason): MetricValue {
  return { state: 'missing', reason };
}

/** `figures`: those that are unknown of what the figure is made of. */
function unknown(
  input: InputKind | undefined,
  { files }: FigureContext,
  figures?: readonly string[],
): MetricValue {
  if (input === undefined) return missingMetric({ kind: 'not-imported' });
  const file = filesOfKinds([input], { files });
  return missingMetric({ kind: 'no-row', input, file, ...(figures && { figures }) });
}

/** The files of these kinds that the month has, as they are named. */
export function filesOfKinds(
  inputs: readonly InputKind[],
  { files }: Pick<FigureContext, 'files'>,
): string {
  return inputs.flatMap((input) => files.get(input) ?? []).join(', ');
}

function decimalIn(cell: EngineRow[string] | undefined): Decimal | undefined {
  return typeof cell === 'string' || typeof cell === 'number' ? decimal(cell) : undefined;
}
