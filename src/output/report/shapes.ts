import type { Decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { JsonSchema } from '../../words/yaml/json-schema-words.js';

/** The parts of a schema that have a name, as they are met. */
export type Definitions = Map<string, JsonSchema>;

/** What may stand at a place of a JSON document. The compiler holds the values against it. */
export interface Shape<out T> {
  readonly schema: (definitions: Definitions) => JsonSchema;
  /** For the compiler alone: there is no such value. */
  readonly holds?: T;
}

/** The type of the values of a shape. */
export type Held<S> = S extends Shape<infer T> ? T : never;

function plainShape<T>(schema: JsonSchema): Shape<T> {
  return { schema: () => schema };
}

export const STRING = plainShape<string>({ type: 'string' });
/** A number with as many digits as it has: read it as a decimal, not as a binary float, to count money. */
export const DECIMAL = plainShape<Decimal | number>({ type: 'number' });
export const INTEGER = plainShape<number>({ type: 'integer' });
export const BOOLEAN = plainShape<boolean>({ type: 'boolean' });
/** `2026-10`. */
export const MONTH_TEXT = plainShape<string>({
  type: 'string',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
});

/** One of fixed words. */
export function oneWordOf<Word extends string>(words: readonly Word[]): Shape<Word> {
  return plainShape({ enum: [...words] });
}

/** What may be nothing. */
export function orNull<T>(shape: Shape<T>): Shape<T | null | undefined> {
  return eitherOf(shape, plainShape<null>({ type: 'null' }));
}

/** What has one of two shapes. */
export function eitherOf<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return { schema: (definitions) => united([one.schema(definitions), other.schema(definitions)]) };
}

/** Of simple types one schema, else a choice between schemas. */
function united(parts: readonly JsonSchema[]): JsonSchema {
  const isSimple = parts.every((part) => Object.keys(part).every((key) => key === 'type'));
  return isSimple ? { type: parts.flatMap(({ type }) => type as string) } : { anyOf: parts };
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return { schema: (definitions) => ({ type: 'array', items: shape.schema(definitions) }) };
}

/** Values by keys that nobody knows beforehand: ids of metrics, names of rulebooks. */
export function byAnyKey<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: (definitions) => ({
      type: 'object',
      additionalProperties: shape.schema(definitions),
    }),
  };
}

/** A shape with a name, which may hold itself. */
export function namedShape<T>(name: string, shapeOf: () => Shape<T>): Shape<T> {
  return {
    schema: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, shapeOf().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** A record with members that are always there. */
export function plainRecord<const Members extends Readonly<Record<string, Shape<Json>>>>(
  members: Members,
): Shape<{ readonly [Key in keyof Members]: Held<Members[Key]> }> {
  return {
    schema: (definitions) => ({
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(members).map(([key, shape]) => [key, shape.schema(definitions)]),
      ),
      required: Object.keys(members),
    }),
  };
}
