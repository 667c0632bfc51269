import { jsonOf } from '../lib/json.js';
import { rulebookJsonSchema } from '../rulebook/books/json-schema.js';
import { deliver } from './deliver.js';
import type { ExitCode } from './exit.js';
import type { TextFlags } from './flags.js';
import { chooseFormat } from './format.js';
import type { Io } from './io.js';
import { parseLanguage } from './language.js';

/** `kpi rules schema`: the JSON Schema of rulebook files, with which editors complete and check them. */
export async function printSchema(flags: TextFlags, io: Io): Promise<ExitCode> {
  const language = parseLanguage(flags.lang) ?? 'zh';
  chooseFormat(flags, ['json'], 'json');
  const reporting = { language, color: flags.color, strict: false, io };
  return deliver(jsonOf(rulebookJsonSchema()), flags.output, reporting);
}
