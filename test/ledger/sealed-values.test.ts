import {
  boolean,
  constantFrom,
  assert as holds,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { MetricValue } from '../../src/catalogue/figure.js';
import { GRADES, idsOf } from '../../src/catalogue/vocabulary.js';
import { decimalText } from '../../src/ledger/codec.js';
import { figure, score, value } from '../../src/ledger/sealed-values.js';
import { decimal } from '../../src/lib/decimal.js';
import { dayOf } from '../../src/lib/month.js';
import { NO_HISTORY } from '../../src/rulebook/values/obstacles.js';
import { missing, numberValue, type Value } from '../../src/rulebook/values/value.js';

const number = tuple(integer(), integer({ min: 0, max: 40 })).map(([digits, places]) =>
  decimal(digits).times(decimal(10).pow(-places)),
);
const titles = record({ zh: string(), en: string() });
const grade = constantFrom(...idsOf(GRADES));

const known = oneof(
  number.map(numberValue),
  boolean().map((yes): Value => ({ kind: 'yesno', yes })),
  record({ text: string(), title: titles }, { requiredKeys: ['text'] }).map(
    (text): Value => ({ kind: 'text', ...text }),
  ),
  integer({ min: 0, max: 40_000 }).map((at): Value => ({ kind: 'date', day: dayOf(at) })),
  grade.map((given): Value => ({ kind: 'grade', grade: given })),
  constantFrom<Value>({ kind: 'undefined' }, { kind: 'absent' }),
);

const parts = record({
  numerator: option(number, { nil: undefined }),
  denominator: option(number, { nil: undefined }),
  provisional: constantFrom(true as const, undefined),
});
const figures = oneof(
  tuple(number, constantFrom('computed' as const, 'imported' as const), parts).map(
    ([of, origin, rest]): MetricValue => ({ state: 'known', value: of, origin, ...rest }),
  ),
  tuple(number, parts).map(
    ([top, { provisional }]): MetricValue => ({
      state: 'undefined',
      numerator: top,
      denominator: decimal(0),
      provisional,
    }),
  ),
);

/** What is read of something that was written. */
function again<Codec extends z.ZodType>(codec: Codec, of: z.output<Codec>): z.output<Codec> {
  return z.decode(codec, JSON.parse(JSON.stringify(z.encode(codec, of))));
}

describe('what is sealed is read as it was', () => {
  it('numbers, with every digit', () => {
    holds(property(number, (of) => void expect(again(decimalText, of).equals(of)).toBe(true)));
    expect(z.encode(decimalText, decimal('0.10'))).toBe('0.1');
    expect(z.encode(decimalText, decimal('1e-30'))).toBe(`0.${'0'.repeat(29)}1`);
    expect(z.encode(decimalText, decimal('1e30'))).toBe(`1${'0'.repeat(30)}`);
  });

  it.each(['', '1e3', '.5', '1.', '+1', 'NaN', '1,000'])('numbers alone: no %j', (text) => {
    expect(decimalText.safeParse(text).success).toBe(false);
  });

  it('values of rules', () => {
    holds(property(known, (of) => void expect(again(value, of)).toEqual(of)));
  });

  it('grades and numbers that were given', () => {
    const given = oneof(
      grade.map((each) => ({ kind: 'grade' as const, grade: each })),
      number.map((each) => ({ kind: 'number' as const, number: each })),
    );
    holds(property(given, (of) => void expect(again(score, of)).toEqual(of)));
  });

  it('figures, with what they were made of', () => {
    holds(property(figures, (of) => void expect(again(figure, of)).toEqual(of)));
  });

  it('but for why something is missing, which was told then', () => {
    const title = { zh: '罚款', en: 'Fine' };
    const place = { file: '2026-10/events.csv', line: 2 };
    const cause = { name: title, code: 'no-amount', place, params: { name: title } } as const;
    expect(again(value, missing(cause))).toEqual(missing(NO_HISTORY));
    expect(z.encode(figure, { state: 'missing', reason: { kind: 'not-imported' } })).toEqual({});
    expect(z.decode(figure, {})).toEqual({ state: 'missing', reason: { kind: 'not-recorded' } });
  });

  it('and for the row from which a figure was imported', () => {
    const place = { file: '2026-10/metrics.csv', line: 2 };
    const of = { state: 'known', value: decimal('0.95'), origin: 'imported', place } as const;
    expect(z.encode(figure, of)).toEqual({ value: '0.95', imported: true });
  });
});
