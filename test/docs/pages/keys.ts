import { type GlobalMeta, z } from 'zod';
import { rulebookSchema } from '../../../src/rulebook/books/schema.js';
import { page, table } from '../markdown.js';

const ABOUT_ZH =
  '店里自己的制度，键可以写英文，也可以写中文，一份文件只用一种；值里固定的词（种类、类别、级别……）两种都认。自带的制度用英文键。编辑器按 `# yaml-language-server` 那一行的 schema 两种都会补全。';
const ABOUT_EN =
  'A shop writes the keys of its own rulebooks in English or in Chinese, one language for each file; fixed words of values (kinds, categories, levels, …) are read in either. Shipped rulebooks have English keys. Editors complete both.';

/** A key, as far as a schema says something of it. */
interface Key extends Pick<GlobalMeta, 'means' | 'word'> {
  readonly enum?: readonly unknown[];
}

/** docs/keys.md: every key of a rulebook in both languages. */
export function keysPage(): string {
  const schema = z.toJSONSchema(rulebookSchema, { io: 'input', unrepresentable: 'any' });
  const rows = new Map<string, readonly string[]>();
  const waiting: unknown[] = [schema];
  for (const part of waiting) {
    if (typeof part !== 'object' || part === null) continue;
    waiting.push(...Object.values(part));
    const { properties = {} } = part as { readonly properties?: Readonly<Record<string, Key>> };
    for (const [key, { means, word, enum: values = [] }] of Object.entries(properties)) {
      if (means === undefined || word === undefined) continue;
      const written = values.map((value) => `\`${String(value)}\``).join(' ');
      const row = [`\`${key}\``, `\`${word}\``, written, means.zh, means.en];
      rows.set(row.join(), row);
    }
  }
  const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return page(
    '# 制度的键，英文和中文 · The keys of rulebooks in English and Chinese',
    ABOUT_ZH,
    ABOUT_EN,
    table(['键 · key', '中文', '固定的词 · fixed words', '意思', 'meaning'], sorted),
  );
}
