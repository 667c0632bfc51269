import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Io } from '../../../src/cli/terminal/io.js';
import { withProgress } from '../../../src/cli/terminal/show-progress.js';

function world(terminal: boolean, environment: Io['environment'] = {}) {
  const written: string[] = [];
  const stream = {
    write: async (text: string) => void written.push(text),
    isTerminal: terminal,
    columns: terminal ? 30 : undefined,
  };
  return { written, io: { stdout: stream, stderr: stream, now: new Date(0), environment } };
}

async function longRun(io: Io): Promise<string> {
  return withProgress(io, async ({ watch }) => {
    vi.advanceTimersByTime(600);
    watch?.({ step: 'reading', file: '2026-10/a-long-name-of-chats.csv', share: 0.5 }, 'en');
    return 'done';
  });
}

describe('the line that says how far a run is', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('stands on a terminal, no wider than it, and is gone in the end', async () => {
    const { written, io } = world(true);
    expect(await longRun(io)).toBe('done');
    const [line = '', last] = written;
    expect(line.startsWith('\r\u001b[KReading 2026-10/')).toBe(true);
    expect(line.length - '\r\u001b[K'.length).toBeLessThan(30);
    expect(last).toBe('\r\u001b[K');
  });

  test('is not there for a short run', async () => {
    const { written, io } = world(true);
    await withProgress(io, async ({ watch }) => watch?.({ step: 'counting' }, 'en'));
    expect(written).toEqual([]);
  });

  test.each([
    ['in a pipe', world(false)],
    ['on a terminal that cannot move', world(true, { TERM: 'dumb' })],
  ])('is not there %s', async (_where, { written, io }) => {
    expect(await longRun(io)).toBe('done');
    expect(written).toEqual([]);
  });
});
