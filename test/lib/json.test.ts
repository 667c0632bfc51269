import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, plain } from '../../src/lib/decimal.js';
import { type Json, jsonOf } from '../../src/lib/json.js';

describe('numbers in JSON', () => {
  test('are written digit by digit from decimals, without needless zeros', () => {
    expect(jsonOf([decimal('1238.00'), decimal('82.50'), decimal('-0.10')])).toBe(
      '[\n  1238,\n  82.5,\n  -0.1\n]\n',
    );
  });

  test('keep digits that a float would lose', () => {
    expect(jsonOf({ amount: decimal('12345678901234567.89') })).toBe(
      '{\n  "amount": 12345678901234567.89\n}\n',
    );
  });

  test('equal the text of the decimal, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.nat(12),
        (digits, places) => {
          const value = decimal(digits).times(decimal('0.1').pow(places));
          const written = jsonOf({ n: value }).split(': ')[1]?.split('\n')[0];
          expect(written).toBe(plain(value));
          expect(decimal(written ?? '').equals(value)).toBe(true);
        },
      ),
    );
  });
});

describe('JSON documents', () => {
  test('leave undefined members out and keep empty lists and objects on one line', () => {
    expect(jsonOf({ a: undefined, b: [], c: {}, d: null })).toBe(
      '{\n  "b": [],\n  "c": {},\n  "d": null\n}\n',
    );
  });

  test('are read back by JSON.parse as what they were', () => {
    const documents = fc.letrec<{ node: Json }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc.array(tie('node')),
        fc.dictionary(fc.string(), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(documents, (document) => {
        expect(JSON.stringify(JSON.parse(jsonOf(document)))).toBe(JSON.stringify(document));
      }),
    );
  });
});
