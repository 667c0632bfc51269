import {
  type FoundFile,
  findFile,
  type Inspection,
  inspectFile,
  openShopFor,
} from '../intake/month/inspect.js';
import { jsonOf } from '../lib/json.js';
import type { Language } from '../lib/language.js';
import { inspectionJson, inspectionText } from '../output/files/inspection.js';
import { listed } from '../words/lists.js';
import { collectProblems, forbidResult, type Problem } from '../words/problem.js';

import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { placeOf, type TextFlags } from './flags.js';
import { chooseFormat, TEXT_FORMATS } from './format.js';
import type { Io } from './io.js';
import { withProgress } from './progress.js';
import { dataStyle } from './render.js';
import { reportProblems } from './report.js';
import { usageError } from './usage.js';
import { version } from './version.js';

/**
 * `kpi inspect`: what files are, and what of them would be refused. As with `check`, the findings are what
 * the command is for, and go to stdout.
 */
export async function inspect(
  files: readonly string[],
  flags: TextFlags,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat(flags, TEXT_FORMATS, 'text');
  const { folder, language: wanted } = placeOf(flags);
  const found = await Promise.all(
    files.map(async (file) => ({ file, path: pathOf(file, await findFile(file, folder), wanted) })),
  );
  const inspections: Inspection[] = [];
  // Of several files of one shop its own problems are told once.
  const ofShops = new Map<string, Problem>();
  let language: Language | undefined = wanted;
  for (const { file, path } of found) {
    const problems = collectProblems();
    const shop = await openShopFor(folder, path, problems);
    language ??= shop.shop?.language;
    for (const problem of problems.all) ofShops.set(JSON.stringify(problem), problem);
    const spoken = language ?? 'zh';
    inspections.push(
      ...(await withProgress(io, ({ watch }) =>
        inspectFile(file, path, shop, watch && ((progress) => watch(progress, spoken))),
      )),
    );
  }
  const reporting = { language: language ?? 'zh', color: flags.color, strict: false, io };
  const content = await contentOf(inspections, format, reporting.language, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  await reportProblems([...ofShops.values()], reporting);
  const isRefused = ({ recognised, problems }: Inspection) =>
    recognised === undefined || forbidResult(problems, false);
  const isWrong = inspections.some(isRefused) || forbidResult([...ofShops.values()], false);
  return isWrong ? EXIT.problems : EXIT.done;
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

async function contentOf(
  inspections: readonly Inspection[],
  format: 'text' | 'json',
  language: Language,
  flags: TextFlags,
  io: Io,
): Promise<string> {
  if (format === 'json') {
    const files = inspections.map((inspection) => inspectionJson(inspection, language));
    return jsonOf({ kpi: version(), files });
  }
  const width = flags.output === undefined ? io.stdout.columns : undefined;
  const view = { language, width, style: await dataStyle(flags, io) };
  return inspections.map((inspection) => inspectionText(inspection, view)).join('\n');
}
