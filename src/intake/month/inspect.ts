import { basename } from 'node:path';
import { groupBy } from '../../lib/group.js';
import { parseMonth } from '../../lib/month.js';
import type { Watch } from '../../lib/progress.js';
import { shopOf } from '../../shop/open.js';
import { createRoster } from '../../shop/roster.js';
import { shippedRules } from '../../shop/shipped-rules.js';
import type { Shop } from '../../shop/shop.js';
import { collectProblems, type Problem, problemOf } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { withEngine } from '../facts/month-engine.js';
import { isHidden, isLeftBehind } from '../files/left-behind.js';
import { lookInto } from '../files/open-table.js';
import type { Opening, Part } from '../files/opening.js';
import type { Reader } from '../files/reader.js';
import { IDENTITY_FILES } from '../people/read-identities.js';
import { ROSTER_FILES } from '../people/read-roster.js';
import { CANONICAL_AGENTS } from '../readers/canonical.js';
import { HEADLESS, READERS } from '../readers/index.js';
import { foldersAbove, type InspectedShop } from './find-file.js';
import {
  absentOf,
  inspectedColumns,
  layoutOf,
  nearestOf,
  recognisedBy,
} from './inspect-columns.js';
import { contentsOfAll, problemsAlone } from './inspect-contents.js';
import { mappingOf } from './inspect-mapping.js';
import type { Inspection } from './inspected-file.js';
import { kindOf } from './month-folder.js';
import type { FileContents } from './read-month.js';

/**
 * Says what a file is and what would be refused, by reading it as `kpi calc` would: once of a text, once per
 * kind of sheet of a workbook.
 */
export async function inspectFile(
  file: string,
  path: string,
  { shop, roster }: InspectedShop,
  watch?: Watch,
): Promise<readonly Inspection[]> {
  const name = basename(path);
  if (IDENTITY_FILES.includes(name)) return [notLookedInto(file)];
  const isRoster = ROSTER_FILES.includes(name);
  const known = shop ?? standIn();
  const named = isRoster ? ({ kind: 'agents', source: undefined } as const) : kindOf(name, known);
  const readers = isRoster ? [CANONICAL_AGENTS] : READERS;
  return withEngine(async (engine, unpackInto) => {
    const problems = collectProblems();
    const isLookedAt = isRoster || !(isLeftBehind(name) || isHidden(name));
    const input = { file, path, ...named };
    const opening = await lookInto(input, readers, problems, {
      engine,
      watch,
      unpackInto,
      headless: HEADLESS,
      roster: roster && createRoster(roster),
    }).catch((error: unknown) => reportUnreadable(error, file, problems));
    if (opening === undefined) {
      return [{ ...nothingIn(file, { ...UNREAD, isLookedAt }), problems: problems.all }];
    }
    const [month] = foldersAbove(path)
      .map((folder) => parseMonth(basename(folder)))
      .filter((each) => each !== undefined);
    const where = { shop: known, roster, month, watch };
    const about = {
      format: opening.format,
      size: opening.digest.size,
      sha256: opening.digest.sha256,
      isLookedAt,
    };
    const inspections: Inspection[] = [];
    for (const parts of alikeParts(opening)) {
      const contents = await contentsOfAll(parts, where, problems);
      inspections.push(inspectionOf(path, parts, contents, about, named.kind));
    }
    const all = inspections.length > 0 ? inspections : [nothingIn(file, about)];
    return shareProblems(all, problemsAlone(problems, { month, roster }));
  });
}

/** The parts of a file; sheets of one make count as one, or a workbook of a sheet per buyer has no end. */
function alikeParts({ parts }: Opening): readonly (readonly [Part, ...Part[]])[] {
  const makeOf = ({ found: [first], table }: Part) =>
    JSON.stringify(first && [table?.match.reader.name, first.match.header.written]);
  return [...groupBy(parts, makeOf).values()];
}

/** What is the same of every part of a file. */
type About = Pick<Inspection, 'format' | 'size' | 'sha256' | 'isLookedAt'>;

function inspectionOf(
  path: string,
  parts: readonly [Part, ...Part[]],
  contents: FileContents | undefined,
  about: About,
  named: Reader['kind'] | undefined,
): Inspection {
  const [part, ...others] = parts;
  const { table } = part;
  const isForeign = part.foreign !== undefined;
  const isUnknown = table === undefined && !isForeign;
  return {
    ...about,
    file: part.file,
    others: others.map(({ file }) => file),
    format: part.foreign ?? about.format,
    ...layoutOf(part, isForeign),
    recognisedBy: recognisedBy(table),
    recognised: table?.match.reader,
    columns: isForeign ? [] : inspectedColumns(part, contents),
    absent: absentOf(table),
    rows: contents?.rows,
    range: contents?.range,
    nearest: isUnknown ? nearestOf(part) : [],
    mapping: isUnknown ? mappingOf(basename(path), part, named) : undefined,
    problems: [],
  };
}

const UNREAD = { format: 'unread', size: undefined, sha256: undefined } as const;

/** Identities and accounts are for the exports alone: nothing else shows what is in them. */
function notLookedInto(file: string): Inspection {
  const problem = problemOf('private-file', { file });
  return { ...nothingIn(file, { ...UNREAD, isLookedAt: true }), problems: [problem] };
}

/** Of a file in which there is nothing to look at. */
function nothingIn(file: string, about: About): Inspection {
  const unknown = { encoding: undefined, delimiter: undefined, headerLines: undefined } as const;
  return {
    ...about,
    ...unknown,
    file,
    others: [],
    recognisedBy: [],
    recognised: undefined,
    columns: [],
    absent: [],
    rows: undefined,
    range: undefined,
    nearest: [],
    mapping: undefined,
    problems: [],
  };
}

/** Gives each inspection the problems of its sheets, and the first one those of the file. */
function shareProblems(
  inspections: readonly Inspection[],
  problems: readonly Problem[],
): readonly Inspection[] {
  const owner = (problem: Problem): number => {
    const at = inspections.findIndex(
      ({ file, others }) => file === problem.file || others.includes(problem.file ?? ''),
    );
    return Math.max(at, 0);
  };
  return inspections.map((inspection, at) => ({
    ...inspection,
    problems: problems.filter((problem) => owner(problem) === at),
  }));
}

/** What stands for a shop where there is none. */
function standIn(): Shop {
  const problems = collectProblems();
  const source = { file: 'kpi.yaml', text: 'shop: "-"\n' };
  const texts = { folder: '.', source, rulebooks: [], shipped: shippedRules() };
  return shopOf(texts, problems);
}
