import { expect, it } from 'vitest';
import { textWidth } from '../../src/lib/text-width.js';
import { BINARY } from '../setup/program.js';
import { onTerminal } from './terminal.js';

it.each([60, 80])('the options of a command fit on a terminal of %i columns', async (columns) => {
  const command = [process.execPath, BINARY, 'calc', '--help'];
  const shown = await onTerminal({ command, columns });
  const [options = ''] = shown?.seen.split('示例：') ?? [];
  expect(options).toContain('--memory');
  for (const line of options.split('\r\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
});
