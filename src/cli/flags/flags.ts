import type { Language } from '../../lib/language.js';
import { likelyMonth, type Month, parseMonth } from '../../lib/month.js';
import { parseLanguage } from './language-flag.js';
import { usageError } from './usage.js';

/** Flags that every command knows, as the command line gives them. */
export interface CommonFlags {
  readonly shop: string;
  readonly lang?: string;
  readonly color: boolean;
  /** Whether what earlier runs made of rulebooks is used. */
  readonly cache: boolean;
}

/** Flags of commands that print something in one of several formats. */
export interface TextFlags extends CommonFlags {
  readonly format?: string;
  readonly output?: string;
}

/** Flags of commands that print data. */
export interface OutputFlags extends TextFlags {
  readonly bom: boolean;
  readonly ids: boolean;
  readonly strict: boolean;
}

/** Flags that choose whom to show. */
export interface FilterFlags {
  readonly agent: readonly string[];
  readonly plan: readonly string[];
}

/** Flags that name another policy. */
export interface VariantFlags {
  readonly set: readonly string[];
  readonly rules?: string;
}

/** Flags of commands that go through a month's files. */
export interface MonthFlags extends CommonFlags {
  readonly month?: string;
  readonly memory?: string;
}

/** Reads the value of `--month`; undefined when it is not given. */
export function parseMonthFlag(given: string | undefined): Month | undefined {
  if (given === undefined) return undefined;
  const month = parseMonth(given);
  if (month === undefined) throw usageError('usage.bad_month', { given }, likelyMonth(given));
  return month;
}

/** With less the engine could not even hold the rows that it is working on. */
const LEAST_MEGABYTES = 256;

/** Reads the value of `--memory` in megabytes; undefined when it is not given. */
export function parseMemoryFlag(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const [, number = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?([MG]B)$/i.exec(given) ?? [];
  const megabytes = Number(number) * (unit.toUpperCase() === 'GB' ? 1000 : 1);
  if (megabytes < LEAST_MEGABYTES) throw usageError('usage.bad_memory', { given });
  return Math.floor(megabytes);
}

/** The folder and the language of a run; the language is left out when kpi.yaml is to decide. */
export function parsePlaceFlags(flags: CommonFlags): { folder: string; language?: Language } {
  const language = parseLanguage(flags.lang);
  return { folder: flags.shop, ...(language === undefined ? {} : { language }) };
}

const FIRST = '0000-01' as Month;
const LAST = '9999-12' as Month;

/** The range that `--months A..B` names; all months without it. */
export function parseMonthsFlag(given: string | undefined): {
  readonly from: Month;
  readonly to: Month;
} {
  if (given === undefined) return { from: FIRST, to: LAST };
  const [, first = '', last = first] = /^(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?$/.exec(given) ?? [];
  const [from, to] = [parseMonth(first), parseMonth(last)];
  if (from === undefined || to === undefined || from > to) {
    throw usageError('usage.bad_months', { given });
  }
  return { from, to };
}
