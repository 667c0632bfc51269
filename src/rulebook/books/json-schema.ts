import { z } from 'zod';
import type { Title } from '../../lib/language.js';
import { exprSchema, noticeSchema, titleSchema, whenSchema } from '../formula/schema-parts.js';
import { MECHANISMS } from '../mechanisms/index.js';
import { DEFINITION_TEXTS, type DefinitionId, KEY_TEXTS } from './json-schema-texts.js';
import { rulebookSchema } from './schema.js';

/** A part of a JSON document. */
type JsonPart =
  | string
  | number
  | boolean
  | null
  | readonly JsonPart[]
  | { readonly [key: string]: JsonPart };

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly [key: string]: JsonPart;
}

/**
 * The JSON Schema of rulebook files, from the types that read them. The reader takes every scalar as it
 * is written; an editor sees numbers and booleans, so the schema takes those wherever a text may stand.
 */
export function rulebookJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(rulebookSchema, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: definitions(),
    // Parameters and examples hold whatever YAML says; the compiler checks them.
    unrepresentable: 'any',
  });
  const { $schema, ...rest } = forEditors(schema as unknown as JsonSchema, undefined);
  const title = 'kpi rulebook';
  const description = described({ zh: 'kpi 的规则文件', en: 'a rulebook of kpi' });
  return { $schema: $schema ?? '', title, description, ...rest };
}

/** A month, as a dated value has it for a key. */
const MONTH_KEY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } as const;

/** What the schema says of a definition beside what the type says. */
interface About {
  readonly id?: string;
  readonly description?: string;
  readonly propertyNames?: typeof MONTH_KEY;
}

type Registry = z.core.$ZodRegistry<About>;

/** The types that have a name of their own in the schema. */
function definitions(): Registry {
  const registry: Registry = z.registry<About>();
  const define = (id: DefinitionId, schema: z.ZodType) =>
    registry.add(schema, { id, description: described(DEFINITION_TEXTS[id]) });
  const [scorecard, pay] = rulebookSchema.options;
  define('title', titleSchema);
  define('formula', exprSchema);
  define('when', whenSchema);
  define('notice', noticeSchema);
  define('parameter', scorecard.shape.parameters.unwrap().valueType);
  define('definition', scorecard.shape.define.unwrap().valueType);
  define('example', scorecard.shape.examples.unwrap().element);
  define('item', scorecard.shape.items.unwrap().element);
  define('line', pay.shape.lines.unwrap().element);
  define('adjustment', pay.shape.adjust.unwrap().element);
  for (const { id, about, schema } of MECHANISMS) {
    if (about !== undefined) registry.add(schema, { id, description: described(about) });
  }
  const [, dated] = exprSchema.in.options;
  registry.add(dated, { propertyNames: MONTH_KEY });
  return registry;
}

/** A schema with what editors need: scalars of any type, and a word on every key. */
function forEditors(schema: JsonSchema, definition: string | undefined): JsonSchema {
  const entries = Object.entries(scalar(schema)).map(([key, value]) => {
    return [key, inside(key, value, definition)] as const;
  });
  return Object.fromEntries(entries);
}

/** What stands under a key of a schema. */
function inside(key: string, value: JsonPart, definition: string | undefined): JsonPart {
  if (Array.isArray(value)) {
    const isChoice = key === 'anyOf' || key === 'oneOf';
    return isChoice ? value.map((each) => schemaOr(each, definition)) : value;
  }
  if (!isMap(value)) return value;
  switch (key) {
    case 'items':
    case 'additionalProperties':
      return forEditors(value, definition);
    case '$defs':
      return mapOf(value, (each, id) => schemaOr(each, id));
    case 'properties':
      return mapOf(value, (each, name) => withText(schemaOr(each, definition), name, definition));
    case 'propertyNames':
      return anyCase(value);
    default:
      return value;
  }
}

function schemaOr(value: JsonPart, definition: string | undefined): JsonPart {
  return isMap(value) ? forEditors(value, definition) : value;
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

/** The schema of a key with what the key means. */
function withText(schema: JsonPart, key: string, definition: string | undefined): JsonPart {
  const text = KEY_TEXTS[`${definition}.${key}`] ?? KEY_TEXTS[key];
  return text === undefined || !isMap(schema)
    ? schema
    : { description: described(text), ...schema };
}

function described({ zh, en }: Title): string {
  return `${zh} / ${en}`;
}

function mapOf(map: JsonSchema, change: (value: JsonPart, key: string) => JsonPart): JsonSchema {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

function isMap(value: JsonPart): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
