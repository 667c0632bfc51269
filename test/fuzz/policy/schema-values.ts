// Values that a JSON Schema allows, and now and then some that it does not.
import type { Random } from '../../../fixtures/generator/random.js';
import type { JsonPart, JsonSchema } from '../../../src/words/yaml/json-schema-words.js';
import { anyText, FIELDS, formula, NAMES } from './texts.js';

/** How often something stands that the schema does not allow. */
const AMISS = 0.01;
const DEEPEST = 7;

/** A random value of a schema. `top`: the whole schema, in which its references are. */
export function madeValue(top: JsonSchema, random: Random, schema = top, depth = 0): JsonPart {
  if (random.chance(AMISS)) return random.pick<JsonPart>([anyText(random), null, [], {}, -1, true]);
  const inner = (part: JsonPart | undefined) =>
    madeValue(top, random, (part ?? {}) as JsonSchema, depth + 1);
  if (typeof schema.$ref === 'string') {
    return inner((top.$defs as JsonSchema)[schema.$ref.replace('#/$defs/', '')]);
  }
  const branches = (schema.oneOf ?? schema.anyOf) as readonly JsonSchema[] | undefined;
  if (branches !== undefined) {
    // What is simple stands first.
    return inner(depth > DEEPEST ? branches[0] : random.pick(branches));
  }
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return random.pick(schema.enum as readonly JsonPart[]);
  if (schema.type === 'object') return objectOf(schema, random, inner, depth);
  if (schema.type === 'array') {
    const least = Number(schema.minItems ?? 0);
    const length = random.between(least, least + (depth > DEEPEST ? 0 : 2));
    return Array.from({ length }, () => inner(schema.items));
  }
  if (schema.type === 'null') return null;
  if (schema.type === 'boolean') return random.chance(0.5);
  if (typeof schema.pattern === 'string') return textLike(schema.pattern, random);
  return scalarOf(schema, random);
}

function objectOf(
  { properties = {}, required = [], additionalProperties, propertyNames }: JsonSchema,
  random: Random,
  inner: (part: JsonPart | undefined) => JsonPart,
  depth: number,
): JsonPart {
  const known = Object.entries(properties as JsonSchema);
  const share = [0.35, 0.3, 0.35, 0.3, 0.2, 0.1][depth] ?? 0.05;
  const isAsked = (key: string) => (required as readonly string[]).includes(key);
  const pairs = known
    .filter(([key]) => (isAsked(key) ? !random.chance(AMISS) : random.chance(share)))
    .map(([key, part]) => [key, inner(part)] as const);
  if (typeof additionalProperties === 'object' && known.length === 0) {
    const { pattern } = (propertyNames ?? {}) as JsonSchema;
    for (let left = random.between(0, depth > DEEPEST ? 1 : 3); left > 0; left -= 1) {
      pairs.push([textLike(String(pattern ?? ''), random), inner(additionalProperties)]);
    }
  }
  if (random.chance(AMISS)) pairs.push([anyText(random), inner({})]);
  return Object.fromEntries(pairs);
}

/** A text that fits a pattern, of those that rulebooks have. */
function textLike(pattern: string, random: Random): string {
  const fits = new RegExp(pattern, 'u');
  const candidates = [...NAMES, ...FIELDS].filter((text) => fits.test(text));
  return candidates.length === 0 || random.chance(AMISS)
    ? anyText(random)
    : random.pick(candidates);
}

function scalarOf({ description }: JsonSchema, random: Random): JsonPart {
  if (/formula|公式|figure|数/.test(String(description)) || random.chance(0.4)) {
    return formula(random);
  }
  return random.pick<JsonPart>([random.pick(NAMES), random.pick(FIELDS), random.below(200), 0]);
}
