import { isDecimal, plain } from '../../lib/decimal.js';
import type { Cell } from '../../output/report/report-table.js';
import { forbidResult } from '../../words/problem.js';
import type { Command } from '../commands/command.js';
import { COMMANDS } from '../commands/list.js';
import { chooseCache } from '../flags/cache.js';
import { type OutputFlags, parsePlaceFlags } from '../flags/flags.js';
import { checkShopFolder } from '../flags/shop-folder.js';
import { isUsageError, usageText } from '../flags/usage.js';
import { EXIT } from '../present/exit.js';
import { failureText } from '../present/failure.js';
import { presentResult } from '../present/present.js';
import type { CommandResult } from '../present/result.js';
import { say } from '../present/say.js';
import type { Io } from '../terminal/io.js';
import type { SentCell, SentTable, ShopOutcome, ShopTask } from './shop-task.js';

/** Runs a command for one shop. Whatever goes wrong in it is an outcome: the other shops go on. */
export async function runShop(
  task: ShopTask,
  environment: Io['environment'],
): Promise<ShopOutcome> {
  const said: Buffer[] = [];
  const sink = (into: Buffer[], columns: number | undefined): Io['stdout'] => ({
    write: async (data) => void into.push(Buffer.from(data)),
    isTerminal: false,
    columns,
  });
  const io: Io = {
    stdout: sink([], undefined),
    stderr: sink(said, task.width),
    now: new Date(task.now),
    environment,
  };
  const { code, table } = await outcomeOf(task, io);
  return { code, said: Buffer.concat(said).toString('utf8'), ...(table && { table }) };
}

async function outcomeOf(task: ShopTask, io: Io): Promise<Omit<ShopOutcome, 'said'>> {
  const { flags, format, asTable } = task;
  chooseCache(flags);
  try {
    await checkShopFolder(flags);
    const run = await commandOf(task.command).load();
    const invocation = { flags, arguments: [], format, io };
    const result = await run(invocation);
    if (!asTable) return { code: await presentResult(result, invocation) };
    const { data, ...beside } = result;
    const code = await presentResult(beside, invocation);
    const table =
      data?.table === undefined || isForbidden(result, flags) ? undefined : data.table();
    return { code, ...(table && { table: { ...table, rows: table.rows.map(sentRow) } }) };
  } catch (error) {
    const { language = 'zh' } = parsePlaceFlags(flags);
    const isWrongUse = isUsageError(error);
    await say(io, isWrongUse ? usageText(error, language) : failureText(error, language));
    return { code: isWrongUse ? EXIT.usage : EXIT.problems };
  }
}

function commandOf(name: string): Command {
  const found = COMMANDS.find((each) => each.name === name);
  if (found === undefined || 'commands' in found) throw new Error(`no command ${name}`);
  return found;
}

function isForbidden({ problems = [] }: CommandResult, flags: Partial<OutputFlags>): boolean {
  return forbidResult(problems, flags.strict ?? false);
}

function sentRow(row: readonly Cell[]): SentTable['rows'][number] {
  return row.map((cell): SentCell => {
    if (cell === undefined) return null;
    return isDecimal(cell) ? [plain(cell)] : cell;
  });
}
