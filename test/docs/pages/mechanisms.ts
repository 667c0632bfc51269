import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type GlobalMeta, z } from 'zod';
import { groupBy } from '../../../src/lib/group.js';
import type { Title } from '../../../src/lib/language.js';
import { rulebookSchema } from '../../../src/rulebook/books/schema.js';
import { MECHANISMS } from '../../../src/rulebook/mechanisms/index.js';
import { title as wording } from '../../../src/words/text.js';
import { fenced, page, table } from '../markdown.js';
import { DOCS, RULES } from '../places.js';
import { type Files, withShop } from '../shops.js';

const both = z.strictObject({ zh: z.string(), en: z.string() });

/** What docs/mechanisms/KEY.yaml says of a mechanism beside its schema. */
const explanation = z.strictObject({
  about: both,
  /** Where a shipped rulebook has one. */
  excerpt: z
    .union([
      z.strictObject({ file: z.string(), entry: z.string() }),
      z.strictObject({ file: z.string(), section: z.string() }),
    ])
    .optional(),
  examples: z.array(z.strictObject({ title: both, book: z.string() })).min(1),
});

type Explanation = z.output<typeof explanation>;

/** What has a page: its key, its title, and the name of its schema. */
interface Subject {
  readonly key: string;
  readonly title: Title;
  readonly schema: string;
}

/** `adjust` stands beside the lines of a book, every mechanism on an entry. */
const SUBJECTS: readonly Subject[] = [
  ...MECHANISMS.map(({ id, title }) => ({ key: id, title, schema: id })),
  { key: 'adjust', title: wording('rule.adjustments'), schema: 'adjustment' },
];

/** The pages of docs/mechanisms/, by path. */
export async function mechanismPages(): Promise<readonly (readonly [string, string])[]> {
  const { $defs = {} } = z.toJSONSchema(rulebookSchema, { io: 'input', unrepresentable: 'any' });
  const pages = SUBJECTS.map(async (subject) => {
    const schema: Schema = $defs[subject.schema] ?? {};
    return [`mechanisms/${subject.key}.md`, await mechanismPage(subject, schema)] as const;
  });
  return [['mechanisms/README.md', listPage($defs)], ...(await Promise.all(pages))];
}

function listPage(schemas: Readonly<Record<string, Schema>>): string {
  const rows = SUBJECTS.map(({ key, title, schema }) => {
    const { means: { zh, en } = title, word = title.zh } = schemas[schema] ?? {};
    return [`[\`${key}\`](${key}.md)`, `\`${word}\``, title.zh, zh, en];
  });
  return page(
    '# 算法 · Mechanisms',
    table(['键 · key', '中文键', '名称', '意思', 'meaning'], rows),
  );
}

async function mechanismPage({ key, title }: Subject, schema: Schema): Promise<string> {
  const text = readFileSync(`${DOCS}mechanisms/${key}.yaml`, 'utf8');
  const { about, excerpt, examples } = explanation.parse(parse(text, { schema: 'failsafe' }));
  const rows = keysOf(schema).map(([names, words, { zh, en }]) => [names, words, zh, en]);
  return page(
    `# ${title.zh} · ${capitalised(title.en)} \`${key}:\``,
    about.zh,
    about.en,
    ...(rows.length === 0
      ? []
      : ['## 键 · Keys', table(['键 · key', '中文键', '意思', 'meaning'], rows)]),
    ...(excerpt === undefined
      ? []
      : [
          '## 自带的制度里 · In a shipped rulebook',
          `[rules/${excerpt.file}](../../rules/${excerpt.file})`,
          fenced(excerptOf(excerpt), 'yaml'),
        ]),
    '## 会运行的例子 · Examples that run',
    ...(await Promise.all(examples.map(examplePart))).flat(),
  );
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** A part of a JSON Schema, as far as keys stand in it. */
interface Schema extends Pick<GlobalMeta, 'means' | 'word'> {
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
  readonly anyOf?: readonly (Schema | boolean)[];
  readonly items?: unknown;
  readonly $ref?: string | undefined;
}

/**
 * The keys that stand in a schema and what they mean, those of rows after those that the rows stand under; keys
 * that mean the same are together. What has a schema of a name of its own is explained where that is.
 */
function keysOf(schema: Schema): readonly (readonly [keys: string, words: string, Title])[] {
  const keys = new Map<string, Title>();
  const words = new Map<string, string>();
  const waiting: unknown[] = [schema];
  for (const each of waiting) {
    const { properties = {}, anyOf = [], items } = each as Schema;
    for (const [key, part] of Object.entries(properties)) {
      const { means, word, $ref } = part as Schema;
      if (word !== undefined) words.set(key, `\`${word}\``);
      if (means === undefined && $ref === undefined) throw new Error(`${key} has no meaning`);
      if (means !== undefined && !keys.has(key)) keys.set(key, means);
    }
    waiting.push(...anyOf, ...(items === undefined ? [] : [items]), ...Object.values(properties));
  }
  return [...groupBy([...keys], ([, { zh }]) => zh).values()].flatMap((group) => {
    const [[, means] = []] = group;
    const together = group.map(([key]) => `\`${key}\``).join(' ');
    const chinese = [...new Set(group.flatMap(([key]) => words.get(key) ?? []))].join(' ');
    return means === undefined ? [] : [[together, chinese, means] as const];
  });
}

async function examplePart({ title, book }: Explanation['examples'][number]) {
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
function excerptOf(excerpt: NonNullable<Explanation['excerpt']>): string {
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
