import { stat } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import { ROLES } from '../../catalogue/vocabulary.js';
import { type DraftRoster, draftRoster, shopNamed } from '../../intake/first/draft-roster.js';
import { type ExportedFile, lookAtExports } from '../../intake/first/exported-files.js';
import { readRosterRows } from '../../intake/people/read-roster.js';
import { jsonOf } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { configFile, rosterFile, rosterRows } from '../../output/files/shop-draft.js';
import { configJsonSchema } from '../../shop/config-json-schema.js';
import { isThere, writeNewFiles } from '../../shop/new-files.js';
import { hasShop } from '../../shop/open.js';
import { createRoster } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { listed, listedTitles } from '../../words/lists.js';
import { collectProblems } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { usageError } from '../flags/usage.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { cannotWrite } from '../present/write-file.js';

/** `kpi init --from`: a shop drafted from a folder of exports; of a shop that is there, what is new. */
export async function initFrom(
  folder: string,
  target: string,
  language: Language,
): Promise<CommandResult> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw usageError('usage.no_file', { file: folder });
  const { files, people } = await lookAtExports(folder);
  // A roster that is not complete yet knows its accounts all the same; what is wrong with it `check` tells.
  const isThere = await hasShop(target);
  const known = isThere ? (await readRosterRows(target, undefined, collectProblems())).agents : [];
  const roster = draftRoster(people, known);
  const copies = copiesOf(files);
  const notes = leftOut(files, roster, language);
  if (copies.length === 0 && !isThere) {
    const nothing = text(language, 'draft.nothing', { folder });
    return { language, notes: [nothing, ...notes], exit: EXIT.problems };
  }
  try {
    return isThere
      ? await supplement(target, { roster, known }, copies, { language, notes })
      : await draft(target, files, roster, copies, { language, notes });
  } catch (error) {
    return { language, problems: [cannotWrite(target, error)] };
  }
}

interface Saying {
  readonly language: Language;
  /** What was left out, and why. */
  readonly notes: readonly (string | false)[];
}

interface Copy {
  /** Relative to the folder of the shop, with `/`. */
  readonly name: string;
  readonly from: string;
}

/**
 * Where files go: each below the folder of its month, as it lies below that of the exports. Of two that would be one file
 * the second has a number.
 */
function copiesOf(files: readonly ExportedFile[]): readonly Copy[] {
  const taken = new Set<string>();
  return files.flatMap(({ file, path, month, readers }) => {
    if (month === undefined || readers.length === 0) return [];
    const name = freeName(file.startsWith(`${month}/`) ? file : `${month}/${file}`, taken);
    taken.add(name);
    return [{ name, from: path }];
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const { dir, name: stem, ext } = posix.parse(name);
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${dir}/${stem}-${number}${ext}`;
  return free;
}

async function draft(
  target: string,
  files: readonly ExportedFile[],
  roster: DraftRoster,
  copies: readonly Copy[],
  { language, notes }: Saying,
): Promise<CommandResult> {
  const name = shopNamed(roster.agents) ?? basename(resolve(target));
  const written = await writeNewFiles(target, [
    { name: 'agents.csv', content: rosterFile(roster.agents, language) },
    { name: 'kpi.yaml', content: configFile(name, files, language) },
    { name: 'kpi.schema.json', content: jsonOf(configJsonSchema()) },
    ...copies,
  ]);
  if ('problems' in written) return { language, problems: written.problems };
  const months = [
    ...new Set(copies.map(({ name: file }) => file.slice(0, 'YYYY-MM'.length))),
  ].sort();
  return {
    language,
    notes: [
      text(language, 'draft.done', {
        folder: target,
        agents: roster.agents.length,
        files: copies.length,
        months: listed('names', months, language),
      }),
      ...notes,
      text(language, 'draft.next', {
        folder: target,
        month: months.at(-1) ?? '',
        roles: listedTitles('names', Object.values(ROLES)),
      }),
    ],
  };
}

/** Of a shop that is there: copies what is new, and gives the rows of accounts that nobody has. */
async function supplement(
  target: string,
  { roster, known }: { readonly roster: DraftRoster; readonly known: readonly Agent[] },
  copies: readonly Copy[],
  { language, notes }: Saying,
): Promise<CommandResult> {
  const names = createRoster(known);
  const unknown = roster.agents.flatMap((agent) => {
    const accounts = agent.accounts.filter(({ account }) => {
      const resolution = names.resolve(account);
      return 'problem' in resolution && resolution.problem === 'unknown';
    });
    return accounts.length === 0 ? [] : [{ ...agent, accounts }];
  });
  const missing: Copy[] = [];
  const unlike: Copy[] = [];
  for (const copy of copies) {
    const there = await stat(join(target, copy.name)).catch(() => undefined);
    if (there === undefined) missing.push(copy);
    else if (!(await isThere(target, copy))) unlike.push(copy);
  }
  const written = await writeNewFiles(target, missing);
  if ('problems' in written) return { language, problems: written.problems };
  return {
    language,
    ...(unknown.length > 0 && { data: { text: () => rosterRows(unknown, language) } }),
    notes: [
      text(language, 'draft.copied', { folder: target, files: missing.length }),
      unlike.length > 0 &&
        text(language, 'draft.unlike', {
          files: shownNames(
            unlike.map(({ name }) => name),
            language,
          ),
        }),
      ...notes,
      text(language, unknown.length > 0 ? 'draft.add_rows' : 'draft.nobody'),
    ],
  };
}

/** Names that are said of many. */
const MOST_NAMES = 8;

function shownNames(all: readonly string[], language: Language): string {
  const shown = listed('names', all.slice(0, MOST_NAMES), language);
  return all.length > MOST_NAMES ? text(language, 'draft.others_more', { names: shown }) : shown;
}

/** What became of what is in neither roster nor months. */
function leftOut(
  files: readonly ExportedFile[],
  { robots, mainAccounts, others }: DraftRoster,
  language: Language,
): readonly (string | false)[] {
  const names = (all: readonly string[]) => shownNames(all, language);
  const people = [...new Set(others.map(({ name }) => name))];
  const unknown = files.filter(({ readers }) => readers.length === 0).map(({ file }) => file);
  const monthless = files
    .filter(({ readers, month }) => readers.length > 0 && month === undefined)
    .map(({ file }) => file);
  return [
    unknown.length > 0 && text(language, 'draft.unknown_file', { files: names(unknown) }),
    monthless.length > 0 && text(language, 'draft.no_month', { files: names(monthless) }),
    robots.length > 0 && text(language, 'draft.robots', { accounts: names(robots) }),
    mainAccounts.length > 0 && text(language, 'draft.main', { accounts: names(mainAccounts) }),
    people.length > 0 &&
      text(language, 'draft.others', { count: people.length, names: names(people) }),
  ];
}
