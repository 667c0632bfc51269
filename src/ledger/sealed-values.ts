import { z } from 'zod';
import type { MetricValue } from '../catalogue/figure.js';
import type { Score } from '../catalogue/rows.js';
import { GRADES } from '../catalogue/vocabulary.js';
import { NO_HISTORY } from '../rulebook/values/obstacles.js';
import { missing, numberValue, type Value } from '../rulebook/values/value.js';
import { day, decimalText, formed, sealedTitle, wordOf } from './codec.js';

const number = z.strictObject({ number: decimalText });
const grade = z.strictObject({ grade: wordOf(GRADES) });

/** A value of a rule. Why one is missing is not kept: that was told when the month was closed. */
export const value = formed(
  z.union([
    number,
    z.strictObject({ yes: z.boolean() }),
    z.strictObject({ text: z.string(), title: sealedTitle.exactOptional() }),
    z.strictObject({ day }),
    grade,
    z.strictObject({ unknown: z.enum(['missing', 'undefined', 'absent']) }),
  ]),
  {
    decode(sealed): Value {
      if ('number' in sealed) return numberValue(sealed.number);
      if ('yes' in sealed) return { kind: 'yesno', ...sealed };
      if ('text' in sealed) return { kind: 'text', ...sealed };
      if ('day' in sealed) return { kind: 'date', ...sealed };
      if ('grade' in sealed) return { kind: 'grade', ...sealed };
      return sealed.unknown === 'missing' ? missing(NO_HISTORY) : { kind: sealed.unknown };
    },
    encode(of) {
      switch (of.kind) {
        case 'missing':
        case 'undefined':
        case 'absent':
          return { unknown: of.kind };
        default: {
          const { kind: _, ...known } = of;
          return known;
        }
      }
    },
  },
);

/** A grade or a number that a supervisor gave. */
export const score = formed(z.union([number, grade]), {
  decode: (sealed): Score =>
    'grade' in sealed ? { kind: 'grade', ...sealed } : { kind: 'number', ...sealed },
  encode: ({ kind: _, ...given }) => given,
});

/** A figure. Why one is missing is not kept, nor the row that one was imported from. */
export const figure = formed(
  z.strictObject({
    /** Absent of a figure that was missing, or a quotient over 0. */
    value: decimalText.optional(),
    numerator: decimalText.optional(),
    denominator: decimalText.optional(),
    imported: z.literal(true).optional(),
    provisional: z.literal(true).optional(),
  }),
  {
    decode({ value: known, imported, ...parts }): MetricValue {
      const { numerator, denominator, provisional } = parts;
      if (known !== undefined) {
        const origin = imported === true ? 'imported' : 'computed';
        return { state: 'known', value: known, origin, ...parts };
      }
      return numerator === undefined || denominator === undefined
        ? { state: 'missing', reason: { kind: 'not-recorded' } }
        : { state: 'undefined', numerator, denominator, provisional };
    },
    encode(of) {
      if (of.state === 'missing') return {};
      const { numerator, denominator, provisional } = of;
      const parts = { numerator, denominator, provisional };
      if (of.state === 'undefined') return parts;
      return { value: of.value, imported: of.origin === 'imported' || undefined, ...parts };
    },
  },
);
