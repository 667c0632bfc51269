import { z } from 'zod';
import { idsOf, type Vocabulary } from '../catalogue/vocabulary.js';
import { type Decimal, decimal, isDecimal, plain } from '../lib/decimal.js';
import type { Day, Month } from '../lib/month.js';

// What sealed files are made of: each is declared once, for writing and for reading.

/** More decimals than any figure has. */
const MANY_PLACES = 1000;

/** A number with every digit, as text: no reader turns it into a float. */
export const decimalText = z.codec(
  z.string().regex(/^-?\d+(?:\.\d+)?$/),
  z.custom<Decimal>(isDecimal),
  {
    decode: (text) => decimal(text),
    encode: (number) => plain(number, MANY_PLACES),
  },
);

export const sealedTitle = z.strictObject({ zh: z.string(), en: z.string() });
export const titled = z.strictObject({ id: z.string(), title: sealedTitle });
export const month = z.custom<Month>(matching(/^\d{4}-\d{2}$/));
export const day = z.custom<Day>(matching(/^\d{4}-\d{2}-\d{2}$/));
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

function matching(pattern: RegExp): (text: unknown) => boolean {
  return (text) => typeof text === 'string' && pattern.test(text);
}

/** The id of a word of a vocabulary. */
export function wordOf<Id extends string>(vocabulary: Vocabulary<Id>) {
  return z.enum(idsOf(vocabulary));
}

/** Values in their order. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

/** Values by key: an object in the file. */
export function byKey<Item extends z.ZodType>(item: Item) {
  return z.codec(z.record(z.string(), item), z.custom<ReadonlyMap<string, z.output<Item>>>(), {
    decode: (record) => new Map(Object.entries(record)),
    encode: (map) => Object.fromEntries(map) as Record<string, z.output<Item>>,
  });
}

/** A value that has another form in the file, `written`, than in the program. */
export function formed<Written extends z.ZodType, Value>(
  written: Written,
  forms: {
    readonly decode: (written: z.output<Written>) => Value;
    readonly encode: (value: Value) => z.output<Written>;
  },
) {
  return z.codec(written, z.custom<Value>(), {
    decode: (from) => forms.decode(from) as z.core.util.NoUndefined<Value>,
    encode: forms.encode,
  });
}

type Names = Readonly<Record<string, string>>;
type Renamed<Of, To extends Names> = {
  [Key in keyof Of as Key extends keyof To ? To[Key] : Key]: Of[Key];
};

/** An object some of whose members have another name in the file; `names` are by those of the file. */
export function renamed<Written extends z.ZodObject, const To extends Names>(
  written: Written,
  names: To,
) {
  const back = Object.fromEntries(Object.entries(names).map(([from, to]) => [to, from]));
  return formed(written, {
    decode: (of) => withNames(of, names) as Renamed<z.output<Written>, To>,
    encode: (of) => withNames(of, back) as z.output<Written>,
  });
}

function withNames(of: object, names: Names): object {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [names[key] ?? key, value]));
}
