import { editorSchema } from '../../words/yaml/editor-schema.js';
import { inBothLanguages, type JsonSchema } from '../../words/yaml/json-schema-words.js';
import { rulebookSchema } from './schema.js';

/** The JSON Schema of rulebook files, once with English keys and once with Chinese ones. */
export function rulebookJsonSchema(): JsonSchema {
  const { $schema, ...rest } = inBothLanguages(editorSchema(rulebookSchema));
  return { $schema: $schema ?? '', title: 'kpi rulebook', ...rest };
}
