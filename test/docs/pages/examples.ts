import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Title } from '../../../src/lib/language.js';
import { fenced, page, table } from '../markdown.js';
import { DOCS, RULES } from '../places.js';
import { SOUND } from '../problem-examples.js';
import { withShop } from '../shops.js';

/** What docs/examples/PLAN.yaml says of an example plan beside its rulebooks. */
const paper = z.strictObject({
  about: z.strictObject({ zh: z.string(), en: z.string() }),
  /** The sheet as it is on paper, and which entries of the rulebooks each clause became. */
  clauses: z
    .array(z.strictObject({ no: z.string(), text: z.string(), as: z.array(z.string()).min(1) }))
    .min(1),
  /** A kpi.yaml by which people are paid so. */
  config: z.string(),
});

export type ExamplePaper = z.output<typeof paper>;

/** A rulebook of an example plan. */
interface ExampleBook {
  readonly file: string;
  readonly text: string;
  readonly read: {
    readonly id: string;
    readonly kind: string;
    readonly title: Title;
  };
}

/** The example plans, by the name of their folder in rules/examples/, which is the plan's id. */
export function examplePlans(): readonly string[] {
  return readdirSync(`${RULES}examples`).sort();
}

export function paperOf(plan: string): ExamplePaper {
  return paper.parse(parse(readFileSync(`${DOCS}examples/${plan}.yaml`, 'utf8')));
}

/** The rulebooks of an example plan, the plan first. */
export function exampleBooks(plan: string): readonly [ExampleBook, ...ExampleBook[]] {
  const read = (name: string): ExampleBook => {
    const file = `rules/examples/${plan}/${name}`;
    const text = readFileSync(`${RULES}examples/${plan}/${name}`, 'utf8');
    return { file, text, read: parse(text) as ExampleBook['read'] };
  };
  const first = `${plan}.yaml`;
  const others = readdirSync(`${RULES}examples/${plan}`).filter((name) => name !== first);
  return [read(first), ...others.sort().map(read)];
}

/** The pages of docs/examples/, by path. */
export async function examplePages(): Promise<readonly (readonly [string, string])[]> {
  const plans = examplePlans();
  const pages = plans.map(
    async (plan) => [`examples/${plan}.md`, await examplePage(plan)] as const,
  );
  return [['examples/README.md', listPage(plans)], ...(await Promise.all(pages))];
}

function listPage(plans: readonly string[]): string {
  const rows = plans.map((plan) => {
    const [{ read }] = exampleBooks(plan);
    const { about } = paperOf(plan);
    return [`[${read.title.zh}](${plan}.md)`, `\`${plan}\``, about.zh, about.en];
  });
  return page(
    '# 整套方案的例子 · Complete plans as examples',
    '每一页左边是纸上的制度，右边写明每一条成了 YAML 里的哪几项，后面是全文。挑一套最像自己店里的，在 kpi.yaml 里写它的编号，用 set 改数；条款不同的，把文件抄进店铺的 rules/ 再改。没有写进 kpi.yaml 的，对工资没有任何影响。',
    'Each page has the sheet as it is on paper, what of the YAML each clause became, and the files in full. Take the one that is most like your own, name it in kpi.yaml and change numbers under `set`; where clauses differ, copy the files into the shop’s rules/ and change them. What kpi.yaml does not name has no effect on pay.',
    table(['方案 · plan', '编号 · id', '内容', 'what it is'], rows),
  );
}

async function examplePage(plan: string): Promise<string> {
  const books = exampleBooks(plan);
  const { about, clauses, config } = paperOf(plan);
  const titles = new Map(books.flatMap(({ read }) => entriesOf(read)));
  const rows = clauses.map(({ no, text, as }) => [
    no,
    text,
    as.map((id) => namedAs(id, titles, plan)).join('\n'),
  ]);
  const [{ read }] = books;
  const tested = books.filter((book) => book.read.kind !== 'plan').map((book) => book.read.id);
  const command = `rules test ${tested.join(' ')}`;
  const run = await withShop(SOUND, (shop) => shop.run(command, 'zh'));
  if (run.code !== 0) throw new Error(`${plan}: ${run.text}`);
  return page(
    `# ${read.title.zh} · ${read.title.en} \`${plan}\``,
    about.zh,
    about.en,
    '## 纸上的制度 · The sheet on paper',
    table(['条', '规定', '在 YAML 里 · in the YAML'], rows),
    '## 用起来 · Using it',
    'kpi.yaml：',
    fenced(config, 'yaml'),
    '## 写成 YAML · As YAML',
    ...books.flatMap(({ file, text }) => [`[${file}](../../${file})`, fenced(text, 'yaml')]),
    fenced(`$ kpi ${command}\n${run.text}`),
  );
}

function namedAs(id: string, titles: ReadonlyMap<string, string>, plan: string): string {
  const title = titles.get(id);
  if (title === undefined) throw new Error(`${plan} has no ${id}`);
  return `${title} \`${id}\``;
}

/** Every entry of a rulebook that a clause may have become, with its Chinese title. */
function entriesOf(book: unknown): readonly (readonly [string, string])[] {
  if (typeof book !== 'object' || book === null) return [];
  return Object.entries(book).flatMap(([key, value]) => {
    if (key === 'examples') return [];
    const { id = key, title } = value as { readonly id?: string; readonly title?: Title };
    return [
      ...(typeof title?.zh === 'string' ? [[id, title.zh] as const] : []),
      ...entriesOf(value),
    ];
  });
}
