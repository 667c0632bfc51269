import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { rulebookSchema } from '../../../src/rulebook/books/schema.js';
import { MECHANISMS } from '../../../src/rulebook/mechanisms/index.js';
import { fenced, page, table } from '../markdown.js';
import { DOCS, RULES } from '../places.js';
import { type Files, withShop } from '../shops.js';

const both = z.strictObject({ zh: z.string(), en: z.string() });

const schema = z.strictObject({
  title: both,
  about: both,
  keys: z.preprocess((keys) => (keys === '' ? {} : keys), z.record(z.string(), both)),
  excerpt: z.union([
    z.strictObject({ file: z.string(), entry: z.string() }),
    z.strictObject({ file: z.string(), section: z.string() }),
  ]),
  examples: z.array(z.strictObject({ title: both, book: z.string() })).min(1),
});

type Written = z.output<typeof schema>;

/** What docs/mechanisms/KEY.yaml says of a mechanism. */
interface Explained extends Written {
  readonly key: string;
}

const FOLDER = `${DOCS}mechanisms/`;

/** `adjust` stands beside the lines of a book, every other mechanism on an entry. */
const ADJUST = 'adjust';

function explained(): readonly Explained[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const text = readFileSync(`${FOLDER}${file}`, 'utf8');
    const written = schema.parse(parse(text, { schema: 'failsafe' }));
    return { key: file.replace('.yaml', ''), ...written };
  });
}

/** The pages of docs/mechanisms/, by path. */
export async function mechanismPages(): Promise<readonly (readonly [string, string])[]> {
  const all = explained();
  return Promise.all(
    all.map(async (each) => [`mechanisms/${each.key}.md`, await mechanismPage(each)] as const),
  );
}

async function mechanismPage({ key, title, about, keys, excerpt, examples }: Explained) {
  const place = key === ADJUST ? '`adjust:`' : `\`${key}:\``;
  const rows = Object.entries(keys).map(([name, { zh, en }]) => [`\`${name}\``, zh, en]);
  return page(
    `# ${title.zh} · ${title.en} ${place}`,
    about.zh,
    about.en,
    ...(rows.length === 0 ? [] : ['## 键 · Keys', table(['键 · key', '意思', 'meaning'], rows)]),
    '## 自带的制度里 · In a shipped rulebook',
    `[rules/${excerpt.file}](../../rules/${excerpt.file})`,
    fenced(excerptOf(excerpt), 'yaml'),
    '## 会运行的例子 · Examples that run',
    ...(await Promise.all(examples.map(examplePart))).flat(),
  );
}

async function examplePart({ title, book }: Written['examples'][number]) {
  const { id } = parse(book) as { id: string };
  const command = `rules test ${id}`;
  const run = await withShop(bookShop(id, book), (shop) => shop.run(command, 'zh'));
  if (run.code !== 0) throw new Error(`${id}: ${run.text}`);
  return [
    `### ${title.zh} · ${title.en}`,
    fenced(book, 'yaml'),
    fenced(`$ kpi ${command}\n${run.text}`),
  ];
}

function bookShop(id: string, book: string): Files {
  return {
    'kpi.yaml': 'shop: 小店\n',
    'agents.csv': '工号,姓名,岗位\n',
    [`rules/${id}.yaml`]: book,
  };
}

/** An entry or a section of a shipped rulebook, as it stands in the file. */
function excerptOf(excerpt: Written['excerpt']): string {
  const lines = readFileSync(`${RULES}${excerpt.file}`, 'utf8').split('\n');
  const begins =
    'entry' in excerpt
      ? new RegExp(`^ *- \\{?id: ${excerpt.entry}\\b`)
      : new RegExp(`^${excerpt.section}:`);
  const start = lines.findIndex((line) => begins.test(line));
  const first = lines[start];
  if (first === undefined) throw new Error(`${excerpt.file} has no such part`);
  const indent = indentOf(first);
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= indent);
  const part = [first, ...(length < 0 ? rest : rest.slice(0, length))];
  return part
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd();
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Mechanisms without a page, and keys that a page leaves out or makes up, as `mechanism` or `mechanism.key`. */
export function mechanismsLeftOut(): readonly string[] {
  const pages = new Map(explained().map((each) => [each.key, each]));
  const schemas = new Map<string, unknown>([
    ...MECHANISMS.map(({ id, schema: spec }) => [id, spec] as const),
    [ADJUST, adjustSchema()],
  ]);
  const keys = [...new Set([...pages.keys(), ...schemas.keys()])];
  return keys.flatMap((key) => {
    const explanation = pages.get(key);
    if (explanation === undefined || !schemas.has(key)) return [key];
    const known = keysOf(schemas.get(key));
    const written = new Set(Object.keys(explanation.keys));
    const odd = [...known].filter((each) => !written.has(each));
    const madeUp = [...written].filter((each) => !known.has(each));
    return [...odd, ...madeUp].map((each) => `${key}.${each}`);
  });
}

function adjustSchema(): unknown {
  return rulebookSchema.options
    .map((option) => (option.shape as Readonly<Record<string, unknown>>)[ADJUST])
    .find((found) => found !== undefined);
}

/** Keys of values that have no keys of their own to explain: texts in two languages. */
const COMMON: ReadonlySet<string> = new Set(['zh', 'en']);

/** Every key that may stand in what a schema reads, however deep, but those of tables inside. */
function keysOf(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (each: unknown): void => {
    const definition = definitionOf(each);
    if (definition === undefined) return;
    const { shape = {}, options = [], element, innerType, in: input } = definition;
    // A dated value is no key of the mechanism.
    if ('value' in shape && 'source' in shape) return;
    for (const [key, inner] of Object.entries(shape)) {
      if (isTable(key, inner)) continue;
      if (!COMMON.has(key)) found.add(key);
      visit(inner);
    }
    for (const inner of [...options, element, innerType, input]) visit(inner);
  };
  visit(part);
  return found;
}

/** Whether a key holds a table of its own, which has its own page. */
function isTable(key: string, part: unknown): boolean {
  const inner = definitionOf(part)?.innerType;
  return MECHANISMS.some((each) => each.id === key && each.schema === inner);
}

function definitionOf(part: unknown): Definition | undefined {
  return (part as { _zod?: { def?: Definition } } | undefined)?._zod?.def;
}

interface Definition {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly in?: unknown;
}
