import type { Command } from 'commander';
import { likelyMonth, parseMonth } from '../../lib/month.js';
import { usageError } from './usage.js';

/** Refuses a month that stands where the command takes something else: months are options. */
export function checkMonthArguments(command: Command, given: readonly unknown[]): void {
  const option = monthOption(command);
  const month = given
    .flat()
    .find((word) => typeof word === 'string' && parseMonth(word) !== undefined);
  if (option === undefined || month === undefined) return;
  throw usageError('usage.month_argument', { option: `${option} ${month}` });
}

/** How a month is written that is one argument too many; undefined when there is none, or no place for it. */
export function monthOptionFor(command: Command): string | undefined {
  const option = monthOption(command);
  const [month] = command.args.map(likelyMonth).filter((each) => each !== undefined);
  return option === undefined || month === undefined ? undefined : `${option} ${month}`;
}

/** The option that names the month, or the months, of a command. */
function monthOption({ options }: Command): string | undefined {
  return ['--month', '--months'].find((name) => options.some(({ long }) => long === name));
}
