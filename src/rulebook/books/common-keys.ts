import { z } from 'zod';
import { nameSchema } from '../../catalogue/name-schema.js';
import { CATEGORIES, type Category } from '../../catalogue/pay-words.js';
import { UNIT_WORDS } from '../../catalogue/units.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import { title as wording } from '../../words/text.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { MOST, whenSchema } from '../formula/expr.js';
import { noticeLevel, titleSchema } from '../mechanisms/entry-keys.js';

/** A list of bounded length. */
export function boundedList<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).max(MOST, 'want-fewer');
}

/** Things by name, so many at most. */
export function boundedMap<Schema extends z.ZodType>(schema: Schema) {
  return z
    .record(nameSchema, schema)
    .refine((map) => Object.keys(map).length <= MOST, 'want-fewer');
}

export const category = eitherWord(
  Object.fromEntries(CATEGORIES.map((id) => [id, wording(`category.${id}`).zh])) as Record<
    Category,
    string
  >,
);

export const anyYaml = z.custom<YamlValue>((value) => value !== undefined);
export const yamlByName = z.record(z.string(), anyYaml);

export const notesKey = z
  .union([titleSchema.transform((title) => [title]), z.array(titleSchema)], 'want-notes')
  .optional()
  .meta(meaning('说明', 'notes', '说明'));

export const whenKey = whenSchema.meta(
  meaning('什么时候才有这一项', 'when there is such an entry at all', '条件'),
);

export const levelKey = noticeLevel.meta(meaning('级别', 'level', '级别'));

export const unitKey = z
  .enum([...UNIT_WORDS.keys()])
  .transform((word) => UNIT_WORDS.get(word))
  .optional()
  .meta(meaning('单位', 'unit', '单位'));
