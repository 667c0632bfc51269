import { listMonths } from '../../intake/month/month-folder.js';
import { readRoster } from '../../intake/people/read-roster.js';
import { LANGUAGES } from '../../lib/language.js';
import { libraryOf, openPolicy } from '../../policy/policy.js';
import { hasShop, openShop } from '../../shop/open.js';
import type { Shop } from '../../shop/shop.js';
import { collectProblems } from '../../words/problem.js';
import type { Command, CommandGroup } from '../commands/command.js';
import type { OptionSpec } from '../flags/options.js';

type Commands = readonly (Command | CommandGroup)[];

/** Options that every command has. */
const COMMON: readonly string[] = ['-C', '--shop', '--lang', '--no-color', '--no-cache', '--help'];

/** What a word may be, by what is known of the shop. Nothing where the shell has files to offer. */
type Source =
  | 'months'
  | 'agents'
  | 'plans'
  | 'rulebooks'
  | 'lines'
  | 'languages'
  | 'schemas'
  | 'nothing';

/** What the value of an option may be. */
const OF_OPTIONS: Readonly<Record<string, Source>> = {
  '--month': 'months',
  '--months': 'months',
  '--in': 'months',
  '--agent': 'agents',
  '--plan': 'plans',
  '--lang': 'languages',
};

/** What an argument may be. */
const OF_ARGUMENTS: Readonly<Record<string, Source>> = {
  '<agent>': 'agents',
  '[agent]': 'agents',
  '[line]': 'lines',
  '<name>': 'schemas',
  '<id>': 'rulebooks',
  '[id...]': 'rulebooks',
  '<month>': 'months',
  '<month-a>': 'months',
  '<month-b>': 'months',
};

/** What may stand in place of the last of the words behind `kpi`, which is begun or empty. */
export async function candidatesFor(
  words: readonly string[],
  commands: Commands,
): Promise<readonly string[]> {
  const [begun = ''] = words.slice(-1);
  const before = words.slice(0, -1);
  const found = await candidates(begun, before, commands);
  return [...new Set(found)].filter((each) => each.startsWith(begun));
}

async function candidates(
  begun: string,
  before: readonly string[],
  commands: Commands,
): Promise<readonly string[]> {
  const { command, group, given } = commandIn(before, commands);
  const options = command?.options ?? [];
  const [last = ''] = before.slice(-1);
  const option = options.find((each) => namesOf(each).includes(last));
  if (option?.formats !== undefined) return option.formats;
  if (takesValue(last, option)) return fromShop(OF_OPTIONS[last] ?? 'nothing', before);
  if (begun.startsWith('-')) return [...options.flatMap(namesOf), ...COMMON];
  if (command === undefined) return (group?.commands ?? commands).map(({ name }) => name);
  const taken = command.arguments ?? [];
  const [argument] = taken[Math.min(given, taken.length - 1)] ?? [];
  const isOver = given >= taken.length && argument?.includes('...') !== true;
  return argument === undefined || isOver
    ? []
    : fromShop(OF_ARGUMENTS[argument] ?? 'nothing', before);
}

/** The command that the words name, and how many of its arguments they have. */
function commandIn(words: readonly string[], commands: Commands) {
  let command: Command | undefined;
  let group: CommandGroup | undefined;
  let given = 0;
  for (const [at, word] of words.entries()) {
    const option = command?.options?.find((each) => namesOf(each).includes(words[at - 1] ?? ''));
    if (word.startsWith('-') || takesValue(words[at - 1] ?? '', option)) continue;
    if (command !== undefined) given += 1;
    else {
      const named = (group?.commands ?? commands).find(({ name }) => name === word);
      if (named !== undefined && 'commands' in named) group = named;
      else command = named;
    }
  }
  return { command, group, given };
}

/** `-o` and `--output` of `-o, --output <file>`. */
function namesOf({ flags }: OptionSpec): readonly string[] {
  return flags.split(/,? +/).filter((part) => part.startsWith('-'));
}

function takesValue(word: string, option: OptionSpec | undefined): boolean {
  return ['-C', '--shop', '--lang'].includes(word) || option?.flags.includes('<') === true;
}

async function fromShop(source: Source, words: readonly string[]): Promise<readonly string[]> {
  if (source === 'nothing') return [];
  if (source === 'languages') return LANGUAGES;
  if (source === 'schemas') return (await import('../commands/schema.js')).SCHEMA_NAMES;
  const named = words.findLastIndex((word) => word === '-C' || word === '--shop');
  const folder = named === -1 ? '.' : (words[named + 1] ?? '.');
  if (source === 'months') return listMonths(folder);
  // What is wrong with the shop is told by the commands, not while a line is typed.
  const problems = collectProblems();
  const shop = (await hasShop(folder)) ? await openShop(folder, problems) : undefined;
  if (source === 'rulebooks') return libraryOf(shop, problems).ids;
  return shop === undefined ? [] : ofShop(source, shop);
}

async function ofShop(source: Source, shop: Shop): Promise<readonly string[]> {
  const problems = collectProblems();
  if (source === 'agents') return (await readRoster(shop, problems))?.map(({ id }) => id) ?? [];
  const plans = [...(openPolicy(shop, problems)?.plans.values() ?? [])];
  if (source === 'plans') return plans.map(({ id }) => id);
  return plans.flatMap(({ lines }) => lines.map(({ id }) => id));
}
