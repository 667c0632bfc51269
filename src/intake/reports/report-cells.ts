// What cells of service reports say. The unit comes from the cell, the header or the format, never from the size
// of a number.
import { type Decimal, decimal, ZERO } from '../../lib/decimal.js';
import { parseLongDuration, parseLongNumber, parseRatio } from '../cells/cells.js';
import type { ColumnMeasure, Report } from '../files/reader.js';

/** Why a cell gives no figure. */
type NoFigure = 'bad' | 'unclear' | 'above-one';

/** The units of time that a header or a cell says, in seconds. */
export const TIME_UNITS: Readonly<Record<string, number>> = {
  s: 1,
  秒: 1,
  min: 60,
  分: 60,
  分钟: 60,
  小时: 3600,
};

const IN_ONE_UNIT = /^(\d+(?:\.\d+)?)(秒|分钟|分|小时)$/;

/**
 * Reads a cell of a report: a duration in seconds, a share as a fraction. `unit` is what the header has in
 * brackets. Missing cells are the caller's.
 */
export function reportFigure(
  text: string,
  measure: ColumnMeasure,
  unit: string | undefined,
  conventions: Pick<Report, 'shares' | 'durations'>,
): Decimal | NoFigure {
  if (measure === 'share') return shareIn(text, unit, conventions.shares);
  if (measure === 'duration') return durationIn(text, unit, conventions.durations);
  const value = measure === 'ratio' ? (parseRatio(text) ?? 'bad') : bareNumber(text);
  return value !== 'bad' && measure !== 'money' && value.lt(0) ? 'bad' : value;
}

function shareIn(
  text: string,
  unit: string | undefined,
  convention: Report['shares'],
): Decimal | NoFigure {
  const value = parseRatio(text);
  if (value === undefined || value.lt(0)) return 'bad';
  const bare = SHARE_UNITS[unit ?? ''] ?? convention;
  const isSaid = /[%％]/.test(text) || value.isZero();
  if (!isSaid && bare === undefined) return 'unclear';
  const share = !isSaid && bare === 'percent' ? value.times('0.01') : value;
  return share.gt(1) ? 'above-one' : share;
}

const SHARE_UNITS: Readonly<Record<string, Report['shares']>> = {
  '%': 'percent',
  小数: 'fraction',
};

function durationIn(
  text: string,
  unit: string | undefined,
  convention: Report['durations'],
): Decimal | NoFigure {
  const one = IN_ONE_UNIT.exec(text.replaceAll(' ', ''));
  if (one !== null) return decimal(one[1] ?? '').times(TIME_UNITS[one[2] ?? ''] ?? 1);
  const value = bareNumber(text);
  if (value === 'bad') return parseLongDuration(text) ?? 'bad';
  if (value.lt(0)) return 'bad';
  if (value.isZero()) return ZERO;
  const said = TIME_UNITS[unit ?? ''];
  if (said !== undefined) return value.times(said);
  if (convention === undefined) return 'unclear';
  return convention === 'minutes' ? value.times(60) : value;
}

/** A number of any precision: workbooks hold `37.790000000000006`. */
function bareNumber(text: string): Decimal | 'bad' {
  if (/[%％]/.test(text)) return 'bad';
  return parseLongNumber(text) ?? parseRatio(text) ?? 'bad';
}
