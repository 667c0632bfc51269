import { mkdirSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../setup/program.js';
import { slowShop } from './slow-shop.js';
import { onTerminal } from './terminal.js';

/** Back to the start of the line, and what stands there is erased. */
const ERASE = '\r\u001b[K';

describe('a run that is interrupted', () => {
  it.each([
    ['ctrl-c', constants.signals.SIGINT],
    ['SIGTERM', constants.signals.SIGTERM],
  ] as const)('by %s ends by the signal, erases its line and leaves no file', async (send, signal) => {
    const shop = slowShop();
    const temporary = join(shop, 'tmp');
    mkdirSync(temporary);
    const command = [process.execPath, BINARY, 'calc', '--month', '2026-10', '-o', '工资.csv'];
    const env = { PATH: process.env.PATH ?? '', TMPDIR: temporary, TERM: 'xterm' };
    const run = { command, columns: 60, until: '校验', send };
    const shown = await onTerminal(run, { cwd: shop, env });
    expect(shown?.signal).toBe(signal);
    expect(shown?.seen).toContain('校验 2026-10/chats.csv');
    expect(shown?.seen.endsWith(ERASE)).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(shop).sort()).toEqual(['2026-10', 'agents.csv', 'kpi.yaml', 'tmp']);
  });
});
