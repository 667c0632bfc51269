import type { Decimal } from '../lib/decimal.js';
import { NO_NOTES, type Trace } from '../rulebook/values/trace.js';
import { ABSENT, numberValue } from '../rulebook/values/value.js';

/** The trace of a line that is told in words only: its amount, and nothing behind it. */
export function amountTrace(amount: Decimal | undefined): Trace {
  const value = amount === undefined ? ABSENT : numberValue(amount);
  return { step: 'literal', value, unit: 'yuan', parts: [], notes: NO_NOTES };
}
