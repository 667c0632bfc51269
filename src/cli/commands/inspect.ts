import { type FoundFile, findFile, openShopFor } from '../../intake/month/find-file.js';
import { inspectFile } from '../../intake/month/inspect.js';
import type { Inspection } from '../../intake/month/inspected-file.js';
import type { Language } from '../../lib/language.js';
import { version } from '../../lib/version.js';
import { INSPECTION_DOCUMENT, inspectionText } from '../../output/files/inspection.js';
import { recordOf } from '../../output/report/report-columns.js';
import { listed } from '../../words/lists.js';
import { collectProblems, forbidResult, type Problem } from '../../words/problem.js';
import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

/**
 * `kpi inspect`: what files are, and what of them would be refused. As with `check`, the findings are what
 * the command is for, and so they are its data.
 */
export async function inspect({
  flags,
  arguments: [files],
  io,
}: Invocation<TextFlags, readonly [readonly string[]]>): Promise<CommandResult> {
  const { folder, language: wanted } = parsePlaceFlags(flags);
  const found = await Promise.all(
    files.map(async (file) => ({ file, path: pathOf(file, await findFile(file, folder), wanted) })),
  );
  const inspections: Inspection[] = [];
  // Of several files of one shop its own problems are told once.
  const ofShops = new Map<string, Problem>();
  let known: Language | undefined = wanted;
  for (const { file, path } of found) {
    const problems = collectProblems();
    const shop = await openShopFor(folder, path, problems);
    known ??= shop.shop?.language;
    for (const problem of problems.all) ofShops.set(JSON.stringify(problem), problem);
    const spoken = known ?? 'zh';
    inspections.push(
      ...(await withProgress(io, ({ watch }) =>
        inspectFile(file, path, shop, watch && ((progress) => watch(progress, spoken))),
      )),
    );
  }
  const language = known ?? 'zh';
  const problems = [...ofShops.values()];
  const isRefused = (inspection: Inspection) =>
    inspection.recognised === undefined || forbidResult(inspection.problems, false);
  const isWrong = inspections.some(isRefused) || forbidResult(problems, false);
  return {
    language,
    data: {
      text: (look) =>
        inspections.map((each) => inspectionText(each, { ...look, language })).join('\n'),
      json: () => {
        const edition = { version: version() };
        return recordOf(INSPECTION_DOCUMENT, { edition, inspections }, language);
      },
    },
    reads: found.map(({ path }) => path),
    problems,
    isFinding: true,
    exit: isWrong ? EXIT.problems : EXIT.done,
  };
}

/** Names that are listed of a folder. */
const MOST_NAMES = 20;

/** The path of a file that was found; wrong use when there is none, or when it is a folder. */
function pathOf(file: string, found: FoundFile | undefined, language: Language = 'zh'): string {
  if (found === undefined) throw usageError('usage.no_file', { file });
  if (found.kind === 'file') return found.path;
  if (found.kind === 'other') throw usageError('usage.not_a_file', { file });
  if (found.names.length === 0) throw usageError('usage.empty_folder', { file });
  const shown = found.names.slice(0, MOST_NAMES);
  const rest = found.names.length > MOST_NAMES ? ['…'] : [];
  const files = listed('names', [...shown, ...rest], language);
  throw usageError('usage.folder', { file, files });
}
