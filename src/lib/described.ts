import type { z } from 'zod';

/** A schema with what an editor says of it, in both languages. */
export function described<Schema extends z.ZodType>(
  schema: Schema,
  zh: string,
  en: string,
): Schema {
  return schema.meta({ description: `${zh} / ${en}` });
}

/** A schema that has a name of its own in the JSON Schema, and what an editor says of it. */
export function definition<Schema extends z.ZodType>(
  id: string,
  zh: string,
  en: string,
  schema: Schema,
): Schema {
  return schema.meta({ id, description: `${zh} / ${en}` });
}
