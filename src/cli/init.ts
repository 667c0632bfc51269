import { type Started, writeStarter } from '../shop/starter.js';
import type { Problem } from '../words/problem.js';
import { writingReason } from '../words/system-reasons.js';
import { text } from '../words/text.js';
import { EXIT, type ExitCode } from './exit.js';
import { type CommonFlags, placeOf } from './flags.js';
import type { Io } from './io.js';
import { reportProblems, say } from './report.js';

/** `kpi init`: a small, complete, working shop folder. */
export async function init(
  folder: string | undefined,
  flags: CommonFlags,
  io: Io,
): Promise<ExitCode> {
  const { language = 'zh', folder: shop } = placeOf(flags);
  const target = folder ?? shop;
  const started = await start(target);
  if ('problems' in started) {
    await reportProblems(started.problems, { language, color: flags.color, strict: false, io });
    return EXIT.problems;
  }
  const { files } = started;
  await say(io, text(language, 'init.done', { folder: target, n: files.length }));
  const month = files.map((file) => /^\d{4}-\d{2}(?=\/)/.exec(file)?.[0]).find(Boolean) ?? '';
  await say(io, text(language, 'init.next', { folder: quoted(target), month }));
  return EXIT.done;
}

async function start(folder: string): Promise<Started> {
  try {
    return await writeStarter(folder);
  } catch (error) {
    const problem: Problem = {
      level: 'error',
      code: 'cannot-write',
      file: folder,
      params: { reason: writingReason(error) },
    };
    return { problems: [problem] };
  }
}

/** A path as a shell takes it in one piece. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./~-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
