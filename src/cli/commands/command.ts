import type { FormatName } from '../../output/formats/formats.js';
import type { HelpPage } from '../../words/help-page.js';
import type { PlainTextKey } from '../../words/text.js';
import type { CommonFlags } from '../flags/flags.js';
import type { FlagsOf, OptionSpec } from '../flags/options.js';
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

type Run<Flags, Arguments> = (invocation: Invocation<Flags, Arguments>) => Promise<CommandResult>;

/** How a command, or several under one name, stand on the command line. */
interface Named {
  readonly name: string;
  readonly summary: PlainTextKey;
  /** True for what makes the shop folder, or does without: it need not be there. */
  readonly needsNoShop?: true;
  /** What the help says after the options. */
  readonly page?: HelpPage;
}

/** An argument as commander takes it, `<agent>`, and what it is. */
type ArgumentSpec = readonly [argument: string, summary: PlainTextKey];

/** A command, whatever its flags and arguments are. */
export interface Command extends Named {
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Loads what the command does, and with it everything heavy: help and version answer at once. */
  readonly load: () => Promise<Run<CommonFlags, readonly unknown[]>>;
}

/** Commands under one name: `kpi rules list`. */
export interface CommandGroup extends Named {
  readonly commands: readonly Command[];
}

/** Declares a command. What it runs on has to be what its arguments and options fill. */
export function command<
  const Taken extends readonly ArgumentSpec[] = readonly [],
  const Options extends readonly OptionSpec[] = readonly [],
>({
  load,
  ...declared
}: Named & {
  readonly arguments?: Taken;
  readonly options?: Options;
  readonly load: () => Promise<Run<CommonFlags & FlagsOf<Options>, ValuesOf<Taken>>>;
}): Command {
  return {
    ...declared,
    load: async () => {
      const run = await load();
      return (invocation) =>
        run(invocation as Invocation<CommonFlags & FlagsOf<Options>, ValuesOf<Taken>>);
    },
  };
}

type ValuesOf<Taken extends readonly ArgumentSpec[]> = {
  readonly [At in keyof Taken]: ValueOf<Taken[At][0]>;
};

type ValueOf<Argument extends string> = Argument extends `${string}...${string}`
  ? readonly string[]
  : Argument extends `<${string}>`
    ? string
    : string | undefined;
