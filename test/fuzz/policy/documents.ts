// Texts of kpi.yaml and of rulebooks: made from their schemas, and of those that ship something changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { createRandom, type Random } from '../../../fixtures/generator/random.js';
import { rulebookJsonSchema } from '../../../src/rulebook/books/json-schema.js';
import { configJsonSchema } from '../../../src/shop/config-json-schema.js';
import type { JsonPart, JsonSchema } from '../../../src/words/yaml/json-schema-words.js';
import { madeValue } from './schema-values.js';
import { anyText, formula } from './texts.js';

const ROOT = join(import.meta.dirname, '../../..');

/** A text of one of the two kinds. */
export interface PolicyDocument {
  readonly kind: 'book' | 'config';
  readonly text: string;
}

const rulebook = rulebookJsonSchema();
const config = configJsonSchema();
const schemas = { book: rulebook, config } as const;

function yamlBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
}

const shipped = {
  book: yamlBelow('rules'),
  config: ['fixtures/demo', 'fixtures/starter', 'test/fixtures/closed-months'].map((folder) =>
    readFileSync(join(ROOT, folder, 'kpi.yaml'), 'utf8'),
  ),
} as const;

/** A sound one, which leaves nothing of the program unloaded. */
export const SOUND: PolicyDocument = { kind: 'config', text: shipped.config[0] ?? '' };

/** The names of documents of a seed, without end; `only`: of those that have it in their names. */
export function* documentNames(seed: number, only = ''): Generator<string> {
  const random = createRandom(seed, 'documents');
  for (let number = 0; ; number += 1) {
    const kind = random.chance(0.65) ? 'book' : 'config';
    const way = random.pick(['schema', 'schema', 'nodes', 'lines']);
    const name = `${kind} ${way} ${seed * 1_000_000 + number}`;
    if (name.includes(only)) yield name;
  }
}

/** The document of a name. */
export function documentOf(name: string): PolicyDocument {
  const [kindName = '', way = '', seed] = name.split(' ');
  if ((kindName !== 'book' && kindName !== 'config') || seed === undefined)
    throw new Error(`no such document: ${name}`);
  const random = createRandom(Number(seed), `${kindName} ${way}`);
  const text =
    way === 'schema'
      ? stringify(fromSchema(schemas[kindName], random))
      : way === 'nodes'
        ? withOtherNodes(kindName, random)
        : withOtherLines(random.pick(shipped[kindName]), random);
  return { kind: kindName, text };
}

/** A rulebook has an id of its own: it is asked for by it. */
function fromSchema(schema: JsonSchema, random: Random): JsonPart {
  const made = madeValue(schema, random);
  if (schema !== rulebook || made === null || typeof made !== 'object' || Array.isArray(made))
    return made;
  return '类型' in made ? { ...made, 编号: 'own' } : { ...made, id: 'own' };
}

/** A map or list, and the key of one of its values. */
interface Slot {
  readonly holder: Record<string, JsonPart>;
  readonly key: string;
}

function slotsOf(part: JsonPart): readonly Slot[] {
  if (part === null || typeof part !== 'object') return [];
  const holder = part as Record<string, JsonPart>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key] ?? null)]);
}

/** Changes some nodes of a document: what was written, or what stands under the same key elsewhere. */
function withOtherNodes(kind: PolicyDocument['kind'], random: Random): string {
  const document = parse(random.pick(shipped[kind])) as JsonPart;
  for (let left = random.between(1, 4); left > 0; left -= 1) {
    const slots = slotsOf(document);
    if (slots.length === 0) break;
    changeNode(random.pick(slots), slots, kind, random);
  }
  return stringify(document, { aliasDuplicateObjects: false });
}

function changeNode(
  { holder, key }: Slot,
  slots: readonly Slot[],
  kind: PolicyDocument['kind'],
  random: Random,
): void {
  const other = random.pick(slots);
  const copied = structuredClone(other.holder[other.key] ?? null);
  switch (random.below(7)) {
    case 0:
      delete holder[key];
      return;
    case 1:
      holder[key] = anyText(random);
      return;
    case 2:
      holder[key] = formula(random);
      return;
    case 3:
      holder[key] = copied;
      return;
    case 4: {
      const value = holder[key] ?? null;
      delete holder[key];
      holder[random.chance(0.5) ? other.key : anyText(random)] = value;
      return;
    }
    case 5: {
      const elsewhere = slotsOf(parse(random.pick(shipped[kind])) as JsonPart);
      const same = elsewhere.filter((slot) => slot.key === key);
      const found = same.length === 0 ? undefined : random.pick(same);
      if (found !== undefined) holder[key] = found.holder[key] ?? null;
      return;
    }
    default:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)] ?? null));
      else holder[key] = random.pick<JsonPart>([null, [], {}, -1, 0, 1e21, true, [copied]]);
  }
}

/** Changes some lines of a text, as a careless hand does in an editor. */
function withOtherLines(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let left = random.between(1, 4); left > 0; left -= 1) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const place = random.below(line.length + 1);
    const odd = [':', '：', ' ', '\t', '"', '-', '{', '[', '#', '&a ', '*a', '!x ', '|', '0', '，'];
    const changed: readonly string[] = random.pick([
      [],
      [line, line],
      [` ${line}`],
      [line.replace(/^ +/, '')],
      [`${line.slice(0, place)}${random.pick(odd)}${line.slice(place)}`],
      [line.slice(0, place)],
      [line.replace(/[\d.]+/, () => random.pick(['-1', '1e9', '0', '９', '1,000', '']))],
      [line, random.pick(lines)],
    ]);
    lines.splice(at, 1, ...changed);
  }
  return lines.join('\n');
}
