import { inAll } from '../../lib/language.js';
import type { TextParams } from '../../words/fill.js';
import type { Problem } from '../../words/problem.js';

/** What stands in place of digits. */
const HIDDEN = '…';
const DIGITS = /\p{Nd}+/gu;

/**
 * A problem of a file whose contents nobody is shown: where it is, and no digit of what stands there. Where columns
 * have slid, or the header is not there, any text that a problem quotes may be a number.
 */
export function withoutContents({ cell: _, excerpt: __, column, params, ...of }: Problem): Problem {
  const header = typeof column === 'string' ? masked(column) : column;
  return {
    ...of,
    ...(header === undefined ? {} : { column: header }),
    params: withoutDigits(params),
  };
}

function withoutDigits(params: TextParams): TextParams {
  const shown = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number') return [name, value];
    if (typeof value === 'string') return [name, masked(value)];
    return [name, { ...value, ...inAll((language) => masked(value[language])) }];
  });
  return Object.fromEntries(shown);
}

function masked(text: string): string {
  return text.replaceAll(DIGITS, HIDDEN);
}
