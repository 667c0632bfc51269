import { describe, expect, test } from 'vitest';
import { progressLine } from '../../../src/cli/terminal/progress-line.js';

describe('how far a run is', () => {
  test('says the file, the share, the rows and the time that is left', () => {
    const progress = {
      step: 'reading',
      file: '2026-10/chats.csv',
      share: 0.25,
      rows: 3_013_707,
    } as const;
    // A quarter took 25 seconds, so three quarters take 75.
    expect(progressLine(progress, 25, 'zh')).toBe(
      '读取 2026-10/chats.csv  25%  约 3,000,000 行  还要 1:15',
    );
    expect(progressLine(progress, 25, 'en')).toBe(
      'Reading 2026-10/chats.csv  25%  about 3,000,000 rows  1:15 left',
    );
  });

  test('guesses no time from the first percents', () => {
    const progress = { step: 'checking', file: 'chats.csv', share: 0.02 } as const;
    expect(progressLine(progress, 1, 'zh')).toBe('校验 chats.csv  2%');
  });

  test('knows no share of what has none', () => {
    expect(progressLine({ step: 'counting' }, 3, 'zh')).toBe('计算指标');
  });
});
