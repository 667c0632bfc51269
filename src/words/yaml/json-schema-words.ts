/** A part of a JSON document. */
export type JsonPart =
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

/** Under this key a schema of an object has the Chinese words of its keys, until it is written in both languages. */
export const WORDS = 'words';

/** What the name of a definition ends in that has Chinese keys. */
const CHINESE = '.zh';

/** A schema of which every branch stands with English keys and with Chinese ones: a file has one language. */
export function inBothLanguages(schema: JsonSchema): JsonSchema {
  const { $defs, oneOf, ...rest } = schema;
  const definitions = isMap($defs) ? $defs : {};
  const branches = Array.isArray(oneOf) ? oneOf : [];
  const worded = definitionsWithWords(definitions);
  const chinese = (part: JsonPart = {}) => inChinese(part, worded);
  const ofChinese = [...worded].map((name) => [name + CHINESE, chinese(definitions[name])]);
  return {
    ...rest,
    oneOf: [...branches.map(inEnglish), ...branches.map(chinese)],
    $defs: { ...mapOf(definitions, inEnglish), ...Object.fromEntries(ofChinese) },
  };
}

/** The definitions that have a key with a word, themselves or in what they refer to. */
function definitionsWithWords(definitions: JsonSchema): ReadonlySet<string> {
  const worded = new Set<string>();
  for (let before = -1; before < worded.size; ) {
    before = worded.size;
    for (const [name, part] of Object.entries(definitions)) {
      if (hasWords(part, worded)) worded.add(name);
    }
  }
  return worded;
}

function hasWords(part: JsonPart, worded: ReadonlySet<string>): boolean {
  if (Array.isArray(part)) return part.some((each: JsonPart) => hasWords(each, worded));
  if (!isMap(part)) return typeof part === 'string' && worded.has(definitionNamed(part));
  const { [WORDS]: words } = part;
  const own = isMap(words) && Object.keys(words).length > 0;
  return own || Object.values(part).some((each) => hasWords(each, worded));
}

const REFERENCE = '#/$defs/';

function definitionNamed(reference: string): string {
  return reference.startsWith(REFERENCE) ? reference.slice(REFERENCE.length) : '';
}

/** A schema, or a part of one, of keys in English alone. */
export function inEnglish(part: JsonPart): JsonPart {
  if (Array.isArray(part)) return part.map(inEnglish);
  if (!isMap(part)) return part;
  const { [WORDS]: _words, ...rest } = part;
  return mapOf(rest, inEnglish);
}

function inChinese(part: JsonPart, worded: ReadonlySet<string>): JsonPart {
  const inner = (each: JsonPart): JsonPart => inChinese(each, worded);
  if (Array.isArray(part)) return part.map(inner);
  if (typeof part === 'string') return worded.has(definitionNamed(part)) ? part + CHINESE : part;
  if (!isMap(part)) return part;
  const { [WORDS]: written, properties, required, ...rest } = part;
  if (!isMap(written) || !isMap(properties)) return mapOf(part, inner);
  const words = written as Readonly<Record<string, string>>;
  const named = (key: string) => words[key] ?? key;
  const keys = Object.entries(properties);
  return {
    ...mapOf(rest, inner),
    properties: Object.fromEntries(keys.map(([key, each]) => [named(key), inner(each)])),
    ...(Array.isArray(required) ? { required: required.map((key) => named(String(key))) } : {}),
  };
}

/** A map with each of its parts changed. */
export function mapOf(
  map: JsonSchema,
  change: (value: JsonPart, key: string) => JsonPart,
): JsonSchema {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

export function isMap(value: JsonPart | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
