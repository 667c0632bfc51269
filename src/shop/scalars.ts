import { FLAGS, type Flag, ROLES, wordId } from '../catalogue/vocabulary.js';
import { parseYesNo } from '../catalogue/yes-no.js';
import { type Decimal, parseDecimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import { type Month, parseMonth } from '../lib/month.js';
import type { YamlValue } from '../lib/yaml/yaml-node.js';
import { mayStand } from '../words/problem.js';
import type { TextKey } from '../words/text.js';
import type { JsonSchema } from '../words/yaml/json-schema-words.js';

/** What should stand in place of a value: as a text says it, or one of some words; of a list, which entry is wrong. */
export interface WantedValue {
  readonly want: TextKey | readonly string[];
  readonly at?: number;
  readonly value?: never;
}

/** What a value of kpi.yaml means, or what should stand there. */
type Parsed<T> = { readonly value: T; readonly want?: never } | WantedValue;

/** Reads one value of kpi.yaml, as it is written. */
export interface Parse<T> {
  (value: YamlValue): Parsed<T>;
  /** What an editor takes in its place: no less than is read. */
  readonly looks: JsonSchema;
}

function looking<T>(looks: JsonSchema, read: (value: YamlValue) => Parsed<T>): Parse<T> {
  return Object.assign(read, { looks });
}

/** A text of a form. */
function written(pattern: string, example: string): JsonSchema {
  return { type: 'string', pattern, examples: [example] };
}

/** `5`, `1.1%`, `1,000`. */
const FIGURE: JsonSchema = { type: ['number', 'string'] };
const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };
const SCALARS: JsonSchema = {
  type: ['string', 'number', 'boolean', 'array', 'null'],
  items: SCALAR,
};
const DURATION = written('^\\s*\\d+\\s*[smhd]\\s*$', '24h');
const HOURS = written('^\\s*\\d{1,2}:\\d{2}\\s*[-–~]\\s*\\d{1,2}:\\d{2}\\s*$', '09:00-18:00');

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Nobody waits or looks back longer; what is longer was meant in another unit. */
const LONGEST_DURATION = 366 * 86_400;

/** `60s`, `10m`, `24h`, `2d`, in seconds. A number without unit is refused: minutes or seconds? */
export const duration: Parse<number> = looking(DURATION, (value) => {
  const parts = typeof value === 'string' ? /^(\d+)\s*([smhd])$/.exec(value.trim()) : null;
  const unit = SECONDS_PER_UNIT[parts?.[2] ?? ''];
  if (unit === undefined) return { want: 'want-duration' };
  const seconds = Number(parts?.[1]) * unit;
  return seconds > LONGEST_DURATION ? { want: 'want-shorter' } : { value: seconds };
});

/** The working time of a day, `8h` or `450m`, in seconds. */
export const workdayLength: Parse<number> = looking(DURATION, (value) => {
  const parsed = duration(value);
  return parsed.value !== undefined && parsed.value > 0 && parsed.value <= 86_400
    ? parsed
    : { want: 'want-workday-length' };
});

/** As with durations. */
const MOST_DAYS = 366;

/** `21` or `21d`, in days. */
export const days: Parse<number> = looking({ type: ['integer', 'string'] }, (value) => {
  const parts = typeof value === 'string' ? /^(\d{1,4})\s*d?$/.exec(value.trim()) : null;
  const found = Number(parts?.[1]);
  return found <= MOST_DAYS ? { value: found } : { want: 'want-days' };
});

/** A month, `2026-10`. */
export const monthOfText: Parse<Month> = looking(
  written('^\\s*\\d{4}-\\d{2}\\s*$', '2026-10'),
  (value) => {
    const month = typeof value === 'string' ? parseMonth(value.trim()) : undefined;
    return month === undefined ? { want: 'want-month' } : { value: month };
  },
);

/** The code of a warning or a note. */
export const codeThatMayStand: Parse<string> = looking({ type: 'string' }, (value) =>
  typeof value === 'string' && mayStand(value.trim())
    ? { value: value.trim() }
    : { want: 'want-warning' },
);

/** How many days of a month are off: as many as leave a day of work in every month. */
export const daysOff: Parse<number> = looking({ type: ['integer', 'string'] }, (value) =>
  typeof value === 'string' && /^(1?\d|2[0-7])$/.test(value.trim())
    ? { value: Number(value) }
    : { want: 'want-days-off' },
);

/** How many messages or replies: no conversation has more. */
export const positiveInteger: Parse<number> = looking({ type: ['integer', 'string'] }, (value) =>
  typeof value === 'string' && /^(?:[1-9]\d{0,3}|10000)$/.test(value.trim())
    ? { value: Number(value) }
    : { want: 'want-positive-integer' },
);

function secondsOfDay(text: string): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const hours = Number(parts?.[1]);
  const minutes = Number(parts?.[2]);
  if (parts === null || minutes > 59 || hours * 60 + minutes > 24 * 60) return undefined;
  return hours * 3600 + minutes * 60;
}

/** `04:00`, in seconds after midnight. */
export const timeOfDay: Parse<number> = looking(
  written('^\\s*\\d{1,2}:\\d{2}\\s*$', '04:00'),
  (value) => {
    const seconds = typeof value === 'string' ? secondsOfDay(value) : undefined;
    return seconds === undefined || seconds === 86_400 ? { want: 'want-time' } : { value: seconds };
  },
);

/** `08:00-23:00`, in seconds after midnight; the end may be `24:00`. */
export const hours: Parse<{ readonly from: number; readonly to: number }> = looking(
  HOURS,
  (value) => {
    const [start = '', end = '', more] = typeof value === 'string' ? value.split(/[-–~]/) : [];
    const from = secondsOfDay(start);
    const to = secondsOfDay(end);
    return from === undefined || to === undefined || more !== undefined || from >= to
      ? { want: 'want-hours' }
      : { value: { from, to } };
  },
);

/** `09:00-18:00` or, past midnight, `20:00-02:00`: minutes after the midnight on which the shift begins. */
export const shiftHours: Parse<{ readonly from: number; readonly to: number }> = looking(
  HOURS,
  (value) => {
    const [start = '', end = '', more] = typeof value === 'string' ? value.split(/[-–~]/) : [];
    const from = secondsOfDay(start);
    const to = secondsOfDay(end);
    if (from === undefined || to === undefined || more !== undefined || from === to) {
      return { want: 'want-hours' };
    }
    return { value: { from: from / 60, to: (to < from ? to + 86_400 : to) / 60 } };
  },
);

/** `yes` or `no`, 是 or 否. */
export const yesNo: Parse<boolean> = looking({ type: ['boolean', 'string'] }, (value) => {
  const answer = typeof value === 'string' ? parseYesNo(value) : undefined;
  return answer === undefined ? { want: 'want-yes-no' } : { value: answer };
});

/** `500000` or `1.1%`, exact. */
const number: Parse<Decimal> = looking(FIGURE, (value) => {
  const parsed = typeof value === 'string' ? parseDecimal(value) : undefined;
  return parsed === undefined ? { want: 'want-number' } : { value: parsed };
});

/** A number of 0 or more: nobody is to reach less than nothing. */
export const targetFigure: Parse<Decimal> = looking(FIGURE, (value) => {
  const parsed = number(value);
  return parsed.value?.isNegative() === true ? { want: 'want-target' } : parsed;
});

/** `20%` or `0.2`: no less than nothing and no more than all. */
export const share: Parse<Decimal> = looking(FIGURE, (value) => {
  const { value: parsed } = number(value);
  return parsed === undefined || parsed.isNegative() || parsed.greaterThan(1)
    ? { want: 'want-share' }
    : { value: parsed };
});

/** `2590`: no less than nothing. */
export const positiveAmount: Parse<Decimal> = looking(FIGURE, (value) => {
  const { value: parsed } = number(value);
  return parsed === undefined || parsed.isNegative() ? { want: 'want-amount' } : { value: parsed };
});

/** One of a few words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Parse<Word> {
  return looking({ enum: [...words] }, (value) => {
    const found = words.find((word) => word === value);
    return found === undefined ? { want: words } : { value: found };
  });
}

/** A list of texts; a single text is a list of one. */
export const texts: Parse<readonly string[]> = looking(SCALARS, (value) => {
  if (value === '') return { value: [] };
  const items = typeof value === 'string' ? [value] : Array.isArray(value) ? value : undefined;
  return items?.every((item): item is string => typeof item === 'string' && item !== '')
    ? { value: items }
    : { want: 'want-texts' };
});

/** A list of words of a vocabulary, by id or title; `want` is said of what is no list of texts. */
export function vocabularyWords<Id extends string>(
  known: Readonly<Record<Id, Title>>,
  want: TextKey,
): Parse<readonly Id[]> {
  return looking(SCALARS, (value) => {
    const parsed = texts(value);
    if ('want' in parsed) return { want };
    const found = parsed.value.map((word) => wordId(known, word));
    const wrong = found.indexOf(undefined);
    if (wrong < 0) return { value: found.filter((id) => id !== undefined) };
    const words = Object.entries<Title>(known).flatMap(([id, { zh }]) => [id, zh]);
    return Array.isArray(value) ? { want: words, at: wrong } : { want: words };
  });
}

/** A list of roles, each by id or title. */
export const roles: Parse<readonly string[]> = looking(SCALARS, (value) => {
  const parsed = texts(value);
  return 'want' in parsed ? parsed : { value: parsed.value.map(roleId) };
});

/** The id of a role that is given by id or title; a shop's own role is its own id. */
export function roleId(text: string): string {
  return wordId(ROLES, text) ?? text.trim();
}

const flagWords = vocabularyWords(FLAGS, 'want-flags');

/** `any`, or a list of flag colours; undefined stands for any. */
export const flags = looking<readonly Flag[] | undefined>(SCALARS, (value) => {
  if (value === 'any') return { value: undefined };
  const parsed = flagWords(value);
  return parsed.value?.length === 0 ? { want: 'want-flags' } : parsed;
});

const ENCODINGS: Readonly<Record<string, 'utf-8' | 'gb18030' | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16',
  utf16: 'utf-16',
};

/** How a file is encoded. */
export const encoding: Parse<'utf-8' | 'gb18030' | 'utf-16'> = looking(
  { type: 'string' },
  (value) => {
    const found = typeof value === 'string' ? ENCODINGS[value.toLowerCase()] : undefined;
    return found === undefined ? { want: 'want-encoding' } : { value: found };
  },
);
