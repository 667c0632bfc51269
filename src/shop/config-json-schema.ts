import { editorSchema } from '../words/yaml/editor-schema.js';
import { inEnglish, isMap, type JsonSchema, mapOf } from '../words/yaml/json-schema-words.js';
import { configSchema } from './config-schema.js';

/** The JSON Schema of kpi.yaml, with which editors complete and check it. */
export function configJsonSchema(): JsonSchema {
  // The keys of kpi.yaml are English, also where a rulebook could have them in Chinese.
  const { $schema, properties, ...rest } = mapOf(editorSchema(configSchema), inEnglish);
  const sections = isMap(properties) ? properties : {};
  return {
    $schema: $schema ?? '',
    title: 'kpi.yaml',
    ...rest,
    // A section whose lines are all commented out says nothing.
    properties: mapOf(sections, (section, key) =>
      key === 'shop' ? section : { anyOf: [section, { type: 'null' }] },
    ),
  };
}
