import type { Language } from '../../lib/language.js';
import type { WrittenFiles } from '../../shop/new-files.js';
import { writeStarter } from '../../shop/starter.js';
import { problemOf } from '../../words/problem.js';
import { writingReason } from '../../words/system-reasons.js';
import { text } from '../../words/text.js';
import { type CommonFlags, parsePlaceFlags } from '../flags/flags.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface InitFlags extends CommonFlags {
  /** A folder of exports. */
  readonly from?: string;
}

/** `kpi init`: a small, complete, working shop folder. */
export async function init({
  flags,
  arguments: [folder],
}: Invocation<InitFlags, readonly [string | undefined]>): Promise<CommandResult> {
  const { language = 'zh', folder: shop } = parsePlaceFlags(flags);
  const target = folder ?? shop;
  if (flags.from !== undefined) {
    const { initFrom } = await import('./init-from.js');
    return initFrom(flags.from, target, language);
  }
  const started = await start(target, language);
  if ('problems' in started) return { language, problems: started.problems };
  const { files } = started;
  const month = files.map((file) => /^\d{4}-\d{2}(?=\/)/.exec(file)?.[0]).find(Boolean) ?? '';
  return {
    language,
    notes: [
      text(language, 'init.done', { folder: target, n: files.length }),
      text(language, 'init.next', { folder: quoted(target), month }),
    ],
  };
}

async function start(folder: string, language: Language): Promise<WrittenFiles> {
  try {
    return await writeStarter(folder, language);
  } catch (error) {
    const params = { reason: writingReason(error) };
    return { problems: [problemOf('cannot-write', { file: folder }, { params })] };
  }
}

/** A path as a shell takes it in one piece. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./~-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
