import { onInterrupt } from '../../lib/interrupt.js';
import type { Language } from '../../lib/language.js';
import type { Progress } from '../../lib/progress.js';
import { cutToWidth } from '../../lib/text-width.js';
import type { Io } from './io.js';
import { progressLine } from './progress-line.js';

/** A run that takes no longer than this shows nothing. */
const PATIENCE_MS = 500;
const REDRAW_MS = 100;
/** Back to the start of the line; what stands there is erased. */
const ERASE = '\r\u001b[K';

/** Is told how far a run is, and in which language to say it. */
interface Watching {
  readonly watch?: (progress: Progress, language: Language) => void;
}

/**
 * Runs something that may take long. On a terminal a line on stderr says how far it is, and is gone when it
 * is done; elsewhere there is nothing to see.
 */
export async function withProgress<T>(
  io: Io,
  work: (watching: Watching) => Promise<T>,
): Promise<T> {
  const { stderr, environment } = io;
  if (!stderr.isTerminal || environment.TERM === 'dumb') return work({});
  const line = progressOn(io);
  const forget = onInterrupt(() => void line.erase());
  try {
    return await work({ watch: line.show });
  } finally {
    forget();
    await line.erase();
  }
}

function progressOn({ stderr }: Io) {
  const begun = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let isOver = false;
  let step = { name: '', begun };
  return {
    show(progress: Progress, language: Language): void {
      const now = performance.now();
      const name = `${progress.step} ${progress.file ?? ''}`;
      if (name !== step.name) step = { name, begun: now };
      else if (now - drawn < REDRAW_MS) return;
      if (isOver || now - begun < PATIENCE_MS) return;
      drawn = now;
      const line = progressLine(progress, (now - step.begun) / 1000, language);
      // A line that fills the terminal would wrap and could not be erased.
      void stderr.write(`${ERASE}${cutToWidth(line, (stderr.columns ?? 80) - 1)}`);
    },
    async erase(): Promise<void> {
      // What is told after the end, by what is still under way when a signal comes, is not drawn any more.
      isOver = true;
      if (drawn > Number.NEGATIVE_INFINITY) await stderr.write(ERASE);
    },
  };
}
