import { z } from 'zod';
import type { Dated } from '../lib/dated.js';
import { type Month, parseMonth } from '../lib/month.js';
import type { YamlValue } from '../lib/yaml/yaml-node.js';
import type { JsonSchema } from '../words/yaml/json-schema-words.js';
import type { Parse, WantedValue } from './scalars.js';

/** What is wrong with a value in whose place something else should stand. */
function issueOf(
  { want, at }: WantedValue,
  input: unknown,
  above: readonly string[],
): Parameters<z.core.$RefinementCtx['addIssue']>[0] {
  const path = at === undefined ? [...above] : [...above, at];
  return typeof want === 'string'
    ? { code: 'custom', message: want, path, input }
    : { code: 'invalid_value', values: [...want], path, input };
}

/** A value that `parse` reads. */
export function scalar<T>(parse: Parse<T>) {
  return z
    .unknown()
    .meta(parse.looks)
    .transform((value, context): T => {
      const parsed = parse(value as YamlValue);
      if ('value' in parsed) return parsed.value;
      context.addIssue(issueOf(parsed, value, []));
      return z.NEVER;
    });
}

/** A value that `parse` reads, or such values by the month from which each holds. */
export function dated<T>(parse: Parse<T>) {
  return z
    .unknown()
    .meta({ anyOf: [parse.looks, byMonth(parse.looks)] })
    .transform((value, context): Dated<T> => {
      const entries: { from: Month | undefined; value: T }[] = [];
      const add = (from: Month | undefined, part: unknown, path: string[]) => {
        const parsed = parse(part as YamlValue);
        if ('value' in parsed) entries.push({ from, value: parsed.value });
        else context.addIssue(issueOf(parsed, part, path));
      };
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        add(undefined, value, []);
        return { entries };
      }
      for (const [key, part] of Object.entries(value)) {
        const month = parseMonth(key);
        if (month !== undefined) add(month, part, [key]);
        else context.addIssue({ code: 'custom', message: 'want-month-key', path: [key] });
      }
      if (Object.keys(value).length === 0) {
        context.addIssue({ code: 'custom', message: 'want-month-key' });
      }
      entries.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      return { entries };
    });
}

function byMonth(looks: JsonSchema): JsonSchema {
  return {
    type: 'object',
    propertyNames: { pattern: '^\\d{4}-\\d{2}$' },
    additionalProperties: looks,
  };
}
