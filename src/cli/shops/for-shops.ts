import { basename, join } from 'node:path';
import { decimal } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { Cell, ReportTable } from '../../output/report/report-table.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import type { Invocation } from '../commands/command.js';
import {
  type MonthFlags,
  type OutputFlags,
  parseMemoryFlag,
  parseMonthFlag,
  parsePlaceFlags,
} from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { say } from '../present/say.js';
import { runShops } from './run-shops.js';
import { foldersOfShops } from './shop-folders.js';
import type { SentCell, SentTable, ShopTask } from './shop-task.js';

/** Flags of a command that can be run for several shops. */
export interface ShopsFlags extends MonthFlags, OutputFlags {
  readonly long: boolean;
  /** Patterns of folders; none for a run over one shop. */
  readonly shops: readonly string[];
  readonly jobs?: string;
}

type Asked = Omit<Invocation<ShopsFlags>, 'arguments'>;

/**
 * Runs a command for every shop that `--shops` names: each shop's table goes into its own folder, or with `--long`
 * into one table of all. What is wrong is said shop by shop, and keeps no other from its result.
 */
export async function forShops(command: string, invocation: Asked): Promise<CommandResult> {
  const { flags, io } = invocation;
  const { language = 'zh' } = parsePlaceFlags(flags);
  checkFlags(invocation);
  const jobs = parseJobs(flags.jobs);
  const { shops, others } = await foldersOfShops(flags.shops);
  const tasks = shops.map((folder) => taskOf(command, folder, language, invocation));
  const tables: ShopTable[] = [];
  const failed: string[] = [];
  const waiting = shops.values();
  for await (const { code, said, table } of runShops(tasks, jobs, language)) {
    const { value: folder = '' } = waiting.next();
    if (said !== '') {
      await say(io, text(language, 'shops.heading', { folder }));
      await io.stderr.write(`${said}\n`);
    }
    if (code !== EXIT.done) failed.push(folder);
    if (table !== undefined) tables.push({ folder, table });
  }
  const names = (folders: readonly string[]) => listed('names', folders, language);
  return {
    language,
    ...(tables.length > 0 && { data: { table: () => tableOfAll(tables, language) } }),
    notes: [
      others.length > 0 && text(language, 'shops.others', { folders: names(others) }),
      text(language, 'shops.done', { done: shops.length - failed.length, all: shops.length }),
      failed.length > 0 && text(language, 'shops.failed', { folders: names(failed) }),
    ],
    exit: failed.length > 0 ? EXIT.problems : EXIT.done,
  };
}

/** Says once what would be wrong for every shop. */
function checkFlags({ flags, format }: Asked): void {
  parseMonthFlag(flags.month);
  parseMemoryFlag(flags.memory);
  const { output } = flags;
  if (flags.long) {
    if (format === 'xlsx' || format === 'json') throw usageError('usage.shops_long');
  } else if (output === undefined || output !== basename(output)) {
    throw usageError('usage.shops_output');
  }
}

function parseJobs(given: string | undefined): number {
  if (given === undefined) return 1;
  if (!/^[1-9]\d{0,2}$/.test(given)) throw usageError('usage.bad_jobs', { given });
  return Number(given);
}

function taskOf(
  command: string,
  folder: string,
  language: Language,
  { flags, format, io }: Asked,
): ShopTask {
  const { output, ...others } = flags;
  // One table has one language, whatever the shops have.
  const own = flags.long ? { lang: language } : { output: join(folder, output ?? '') };
  return {
    command,
    flags: { ...others, ...own, shop: folder, color: false },
    format,
    asTable: flags.long,
    now: io.now.getTime(),
    width: io.stderr.columns,
  };
}

interface ShopTable {
  readonly folder: string;
  readonly table: SentTable;
}

/** The tables of all shops under each other, with the shop before each row. */
function tableOfAll(tables: readonly ShopTable[], language: Language): ReportTable {
  const [first] = tables;
  return {
    columns: [
      { id: 'shop', heading: text(language, 'table.shop'), align: 'left' },
      ...(first?.table.columns ?? []),
    ],
    rows: tables.flatMap(({ folder, table }) =>
      table.rows.map((row) => [folder, ...row.map(cellOf)]),
    ),
    keyColumns: (first?.table.keyColumns ?? 0) + 1,
  };
}

function cellOf(sent: SentCell): Cell {
  if (sent === null) return undefined;
  return typeof sent === 'string' ? sent : decimal(sent[0]);
}
