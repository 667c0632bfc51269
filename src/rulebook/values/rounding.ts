import {
  type Decimal,
  decimal,
  ONE,
  type RoundingMode,
  roundTo,
  roundToPlaces,
} from '../../lib/decimal.js';

/** How a line is rounded: to a multiple of `step` yuan. */
export interface Rounding {
  readonly step: Decimal;
  readonly mode: RoundingMode;
  /** The decimals that are left, when the step is 1, 0.1, 0.01, …: such a figure is merely cut off. */
  readonly places: number | undefined;
}

/** To the fen, halves away from zero: what holds when a line says nothing. */
export const TO_FEN: Rounding = { step: decimal('0.01'), mode: 'half up', places: 2 };

/** Items of a scorecard: 0.01 point, halves away from zero. */
export const TO_HUNDREDTH: Rounding = TO_FEN;

const UNITS: ReadonlyMap<string, string> = new Map([
  ['fen', '0.01'],
  ['分', '0.01'],
  ['jiao', '0.1'],
  ['角', '0.1'],
  ['yuan', '1'],
  ['元', '1'],
]);
const MODES: ReadonlyMap<string, RoundingMode> = new Map([
  ['half up', 'half up'],
  ['四舍五入', 'half up'],
  ['half even', 'half even'],
  ['银行家舍入', 'half even'],
  ['up', 'up'],
  ['进位', 'up'],
  ['down', 'down'],
  ['舍去', 'down'],
]);
const ROUNDING = /^(\d{1,9}(?:\.\d{1,9})?)?\s*(fen|jiao|yuan|分|角|元)(?:\s*(.+))?$/;

/** Reads `1 yuan half up`, `jiao`, `100 元 舍去`; undefined for other texts and for a step of 0. */
export function parseRounding(text: string): Rounding | undefined {
  const [, count = '1', unit = '', modeText = 'half up'] = ROUNDING.exec(text.trim()) ?? [];
  const size = UNITS.get(unit);
  const mode = MODES.get(modeText.trim().replaceAll(/\s+/g, ' '));
  if (size === undefined || mode === undefined) return undefined;
  const step = decimal(size).times(count);
  return step.isZero() ? undefined : { step, mode, places: placesOf(step) };
}

function placesOf(step: Decimal): number | undefined {
  const places = step.decimalPlaces();
  return step.times(decimal(10).pow(places)).equals(ONE) ? places : undefined;
}

export function applyRounding(value: Decimal, { step, mode, places }: Rounding): Decimal {
  return places === undefined ? roundTo(value, step, mode) : roundToPlaces(value, places, mode);
}
