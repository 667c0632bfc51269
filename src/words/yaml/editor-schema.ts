import { type GlobalMeta, z } from 'zod';
import { isMap, type JsonPart, type JsonSchema, mapOf, WORDS } from './json-schema-words.js';
import { keysOf } from './schema-keys.js';

/**
 * The JSON Schema of a YAML file, from the types that read it. The reader takes every scalar as it is written; an
 * editor sees numbers and booleans, so the schema takes those wherever a text may stand. Under `WORDS` each object
 * has the Chinese words of its keys, if any has one.
 */
export function editorSchema(read: z.ZodType): JsonSchema {
  const schema = z.toJSONSchema(read, {
    target: 'draft-2020-12',
    io: 'input',
    // What holds whatever YAML says is checked by who reads it.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { means } = jsonSchema as GlobalMeta;
      delete jsonSchema.means;
      delete jsonSchema.word;
      if (means !== undefined) jsonSchema.description = `${means.zh} / ${means.en}`;
      const words = [...keysOf([zodSchema])].filter(([, word]) => word !== undefined);
      if (jsonSchema.properties !== undefined && words.length > 0)
        jsonSchema[WORDS] = Object.fromEntries(words);
    },
  });
  return forEditors(schema as unknown as JsonSchema);
}

/** A schema as editors need it: what it means first, and scalars of any type. */
function forEditors(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  const parts = mapOf(scalar(rest), (value, key) => {
    if (Array.isArray(value)) {
      return key === 'anyOf' || key === 'oneOf' ? value.map(schemaOr) : value;
    }
    if (!isMap(value)) return value;
    switch (key) {
      case 'items':
      case 'additionalProperties':
        return forEditors(value);
      case '$defs':
      case 'properties':
        return mapOf(value, schemaOr);
      case 'propertyNames':
        return anyCase(value);
      default:
        return value;
    }
  });
  return description === undefined ? parts : { description, ...parts };
}

function schemaOr(value: JsonPart): JsonPart {
  return isMap(value) ? forEditors(value) : value;
}

const ANY_SCALAR = ['string', 'number', 'boolean'] as const;

/** A text as an editor may see it: `1.5` as a number, `true` as a boolean. */
function scalar(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  if (type !== 'string' || 'pattern' in schema || 'const' in schema) return schema;
  const { enum: words, default: standard } = schema;
  if (!Array.isArray(words)) return { type: ANY_SCALAR, ...rest };
  const values = words.map(asSeen);
  const isText = values.every((value) => typeof value === 'string');
  if (isText) return schema;
  return {
    ...rest,
    enum: values,
    ...(standard === undefined ? {} : { default: asSeen(standard) }),
  };
}

/** The value that an editor reads where the file says `true` or `0`. */
function asSeen(word: JsonPart): JsonPart {
  if (word === 'true' || word === 'false') return word === 'true';
  return typeof word === 'string' && /^\d+$/.test(word) ? Number(word) : word;
}

/** Names are read without regard to case, which a pattern has to spell out. */
function anyCase(names: JsonSchema): JsonSchema {
  const { pattern } = names;
  return typeof pattern === 'string'
    ? { ...names, pattern: pattern.replaceAll(/a-z(?!A-Z)/g, 'a-zA-Z') }
    : names;
}
