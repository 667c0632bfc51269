import type { Unit } from '../../catalogue/units.js';
import { GRADES } from '../../catalogue/vocabulary.js';
import { type Decimal, plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { DisplayUnit, Value } from '../../rulebook/values/value.js';
import { text } from '../../words/text.js';
import type { Cell, TableColumn } from '../report/report-table.js';

/** Decimals beyond which people do not read on; what is computed keeps all of them. */
const READABLE_PLACES = 4;

/** Decimals of a number that stands in a formula: enough to do the sum again to the fen. */
const FORMULA_PLACES = 6;

/** A figure with its unit in words: `1,238.00 元`, `6.2%`, `45.2 秒`. */
export function figureText(value: Decimal, unit: DisplayUnit, language: Language): string {
  if (unit === 'yuan') return moneyText(value, language);
  const digits = bareFigure(value, unit, READABLE_PLACES);
  if (unit === undefined || unit === 'ratio' || unit === 'count') return digits;
  return text(language, `unit.${unit}`, { n: digits });
}

/** An amount with thousands separators and currency. */
export function moneyText(value: Decimal, language: Language): string {
  const digits = withPlaces(value.abs(), Math.min(READABLE_PLACES, Math.max(2, places(value))));
  const grouped = digits.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
  return (
    (value.isNegative() && !value.isZero() ? '-' : '') + text(language, 'unit.yuan', { n: grouped })
  );
}

/** The figure as it stands in a formula: a ratio as a percentage, anything else as plain digits. */
export function bareFigure(value: Decimal, unit: DisplayUnit, most = FORMULA_PLACES): string {
  return unit === 'ratio' ? `${plain(value.times(100), most)}%` : plain(value, most);
}

/** Decimals of figures in a table of metrics, by unit. */
const TABLE_PLACES: Readonly<Partial<Record<Unit, number>>> = {
  yuan: 2,
  ratio: 2,
  seconds: 1,
  hours: 2,
};

/** The figure as it stands in a table of metrics, where the unit is written beside the name. */
export function tableFigure(value: Decimal, unit: DisplayUnit): string {
  const fixed = unit === undefined ? undefined : TABLE_PLACES[unit];
  if (fixed === undefined) return plain(value, 2);
  return unit === 'ratio' ? `${withPlaces(value.times(100), fixed)}%` : withPlaces(value, fixed);
}

/** A value of any kind in words, with its unit. */
export function valueText(value: Value, unit: DisplayUnit, language: Language): string {
  switch (value.kind) {
    case 'number':
      return figureText(value.number, unit, language);
    case 'yesno':
      return text(language, value.yes ? 'value.yes' : 'value.no');
    case 'text':
      return value.title?.[language] ?? value.text;
    case 'date':
      return value.day;
    case 'grade':
      return GRADES[value.grade][language];
    case 'missing':
      return text(language, 'value.missing');
    case 'undefined':
      return text(language, 'value.undefined');
    case 'absent':
      return text(language, 'value.absent');
  }
}

/**
 * The cells of one column as text. Numbers show as many decimals as the one that needs most, so that
 * the points stand below each other; amounts show none or two.
 */
export function columnTexts(column: TableColumn, cells: readonly Cell[]): string[] {
  const needed = Math.max(0, ...cells.map((cell) => (typeof cell === 'object' ? places(cell) : 0)));
  const shown = column.money && needed > 0 ? Math.max(2, needed) : needed;
  return cells.map((cell) => {
    if (cell === undefined) return '';
    return typeof cell === 'string' ? cell : withPlaces(cell, shown);
  });
}

function places(value: Decimal): number {
  return value.decimalPlaces();
}

function withPlaces(value: Decimal, count: number): string {
  const digits = value.toDecimalPlaces(count).toFixed(count);
  return /^-0(\.0*)?$/.test(digits) ? digits.slice(1) : digits;
}
