import { DOCUMENT_SCHEMAS } from '../../output/documents/document-schemas.js';
import { rulebookJsonSchema } from '../../rulebook/books/json-schema.js';
import { configJsonSchema } from '../../shop/config-json-schema.js';
import { byId, nearNames } from '../../words/known-names.js';
import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** Every schema by its name: of the files that people write, and of the documents that commands give. */
const SCHEMAS = { config: configJsonSchema, rulebook: rulebookJsonSchema, ...DOCUMENT_SCHEMAS };

/** The names, for completion. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(SCHEMAS);

/** `kpi schema`: the JSON Schema of kpi.yaml, of rulebooks, and of every document that a command gives. */
export async function schema({
  flags,
  arguments: [name],
}: Invocation<TextFlags, readonly [string]>): Promise<CommandResult> {
  const { language = 'zh' } = parsePlaceFlags(flags);
  const found = Object.entries(SCHEMAS).find(([id]) => id === name);
  if (found === undefined) {
    throw usageError('usage.unknown_schema', { given: name }, nearNames(name, byId(SCHEMA_NAMES)));
  }
  return { language, data: { json: found[1] } };
}
