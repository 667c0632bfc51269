import { z } from 'zod';

/** What a formula can call something: a word in either language. */
export const nameSchema = z
  .string()
  .regex(
    /^(?!(?:and|or|not|且|或|非)$)[a-z_\u3400-\u4dbf\u4e00-\u9fff][a-z0-9_\u3400-\u4dbf\u4e00-\u9fff]{0,59}$/i,
    'want-name',
  );
