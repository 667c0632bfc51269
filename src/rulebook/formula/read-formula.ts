import { type Slip, slipAt, thousandsSlip } from './likely-slip.js';
import { type ParsedFormula, parseFormula } from './parse-formula.js';

/** A formula as it was read: what was made of it once the slips in it were mended. */
interface ReadFormula {
  /** The slips, by where they stand in the text. */
  readonly slips: readonly Slip[];
  readonly parsed: ParsedFormula;
  /** Where in the text a character of what was parsed stands. */
  offsetOf(offset: number): number;
}

/** More slips than anybody makes in one formula. */
const MOST_SLIPS = 20;

/** Reads a formula on after each slip, so that all are found in one run. */
export function readFormula(text: string): ReadFormula {
  const slips: Slip[] = [];
  let current = text;
  let origins = [...Array(text.length + 1).keys()];
  const offsetOf = (offset: number) => origins[offset] ?? text.length;
  for (;;) {
    const parsed = parseFormula(current);
    const slip = slipIn(current, parsed);
    if (slip === undefined) return { slips, parsed, offsetOf };
    const { offset, found, mended } = slip;
    slips.push({ ...slip, offset: offsetOf(offset) });
    if (mended === undefined || slips.length === MOST_SLIPS) return { slips, parsed, offsetOf };
    const end = offset + found.length;
    const filled = Array.from({ length: mended.length }, () => offsetOf(offset));
    current = `${current.slice(0, offset)}${mended}${current.slice(end)}`;
    origins = [...origins.slice(0, offset), ...filled, ...origins.slice(end)];
  }
}

function slipIn(text: string, parsed: ParsedFormula): Slip | undefined {
  const isWrong = !parsed.ok && parsed.reason === 'syntax';
  return thousandsSlip(text) ?? (isWrong ? slipAt(text, parsed.offset) : undefined);
}
