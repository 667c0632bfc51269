import { PLAIN_STYLE, type Style } from '../output/style.js';
import type { Io, Sink } from './io.js';

/** Colours for a stream: on a terminal only, and not when the user wants none. */
export async function styleFor(sink: Sink, color: boolean, io: Io): Promise<Style> {
  const { NO_COLOR: noColor, TERM: terminal } = io.environment;
  const unwanted = !color || (noColor !== undefined && noColor !== '') || terminal === 'dumb';
  if (!sink.isTerminal || unwanted) return PLAIN_STYLE;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    warning: chalk.yellow,
  };
}
