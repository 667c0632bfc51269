import { makeKeys, publicFileOf } from '../../ledger/sign-keys.js';
import { isSystemError } from '../../lib/system-error.js';
import { text } from '../../words/text.js';
import { type CommonFlags, parsePlaceFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import type { CommandResult } from '../present/result.js';
import { cannotWrite } from '../present/write-file.js';
import type { Invocation } from './command.js';

/** Where keys are made when no file is named. */
const KEY_FILE = 'kpi.key';

/** `kpi keys new`: a pair of keys, with which months are signed and signatures proven. */
export async function newKeys({
  flags,
  arguments: [file = KEY_FILE],
}: Invocation<CommonFlags, readonly [string | undefined]>): Promise<CommandResult> {
  const { language = 'zh' } = parsePlaceFlags(flags);
  try {
    const key = await makeKeys(file);
    const params = { file, public: publicFileOf(file), key };
    return { language, notes: [text(language, 'keys.made', params), text(language, 'keys.keep')] };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST') throw usageError('usage.key_exists', { file });
    return { language, problems: [cannotWrite(file, error)] };
  }
}
