import { PLAIN_STYLE, type Style } from '../../output/report/style.js';
import type { Io, Sink } from './io.js';

/** Colours for a stream: on a terminal only, and not when the user wants none. */
export async function styleFor(sink: Sink, color: boolean, io: Io): Promise<Style> {
  const { NO_COLOR: noColor, TERM: terminal } = io.environment;
  const unwanted = !color || (noColor !== undefined && noColor !== '') || terminal === 'dumb';
  if (!sink.isTerminal || unwanted) return PLAIN_STYLE;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // One text each: chalk would join every further argument, such as the index that `map` hands on.
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
  };
}
