const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is still to be tidied up, in the order in which it was asked for. */
const tidying = new Set<() => void>();

/**
 * Has something tidied up before the process is ended by a signal (Ctrl-C, `kill`, a closed terminal), until
 * the function that comes back is called. The process then ends by that very signal, so that a shell sees
 * 130, 143 or 129. One handler for everybody: with several the first to end the process would let the others
 * do nothing.
 */
export function onInterrupt(tidy: () => void): () => void {
  if (tidying.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  // A function of its own each time: the same one may be given twice.
  const entry = () => tidy();
  tidying.add(entry);
  return () => {
    tidying.delete(entry);
    if (tidying.size === 0) stopListening();
  };
}

function interrupted(signal: NodeJS.Signals): void {
  stopListening();
  for (const tidy of tidying) {
    try {
      tidy();
    } catch {
      // The others still have their turn; nobody is left to be told.
    }
  }
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of SIGNALS) process.off(signal, interrupted);
}
