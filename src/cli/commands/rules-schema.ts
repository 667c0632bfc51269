import { rulebookJsonSchema } from '../../rulebook/books/json-schema.js';
import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi rules schema`: the JSON Schema of rulebook files, with which editors complete and check them. */
export async function printSchema({ flags }: Invocation<TextFlags>): Promise<CommandResult> {
  const { language = 'zh' } = parsePlaceFlags(flags);
  return { language, data: { json: rulebookJsonSchema } };
}
