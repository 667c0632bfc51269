import type { FormatName } from '../../output/formats/formats.js';
import type { HelpPage } from '../../words/help.js';
import type { PlainTextKey } from '../../words/text.js';
import type { CommonFlags } from '../flags/flags.js';
import type { OptionSpec } from '../flags/options.js';
import type { CommandResult } from '../present/result.js';
import type { Io } from '../terminal/io.js';

/** What a command runs on: the command line as commander has read it, and the world beside files. */
export interface Invocation<Flags = CommonFlags, Arguments = readonly []> {
  readonly flags: Flags;
  readonly arguments: Arguments;
  /** The format that the data will be presented in. */
  readonly format: FormatName;
  readonly io: Io;
}

/** How a command, or several under one name, stand on the command line. */
interface Named {
  readonly name: string;
  readonly summary: PlainTextKey;
  /** What the help says after the options. */
  readonly page?: HelpPage;
}

interface Declaration<Flags, Arguments> extends Named {
  /** As commander takes them, `<agent>`, with what they are. */
  readonly arguments?: readonly (readonly [argument: string, summary: PlainTextKey])[];
  readonly options?: readonly OptionSpec[];
  /** Loads what the command does, and with it everything heavy: help and version answer at once. */
  readonly load: () => Promise<
    (invocation: Invocation<Flags, Arguments>) => Promise<CommandResult>
  >;
}

/** A command, whatever its flags and arguments are. */
export type Command = Declaration<CommonFlags, readonly unknown[]>;

/** Commands under one name: `kpi rules list`. */
export interface CommandGroup extends Named {
  readonly commands: readonly Command[];
}

/** Declares a command. Its options and arguments are what fills the flags and arguments that it runs on. */
export function command<Flags extends CommonFlags, Arguments extends readonly unknown[]>({
  load,
  ...declared
}: Declaration<Flags, Arguments>): Command {
  return {
    ...declared,
    load: async () => {
      const run = await load();
      return (invocation) => run(invocation as Invocation<Flags, Arguments>);
    },
  };
}
