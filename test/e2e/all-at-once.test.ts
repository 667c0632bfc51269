import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';
import { some, wholeOr } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';
import { edit, FAULTS, type Fault, remove, SOUND } from './broken-shop.js';

interface Found {
  readonly level: string;
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** Breaks the shop in these ways at once. */
function broken(faults: readonly Fault[]): string {
  const files = new Map(Object.entries(SOUND));
  for (const { breaks } of faults) breaks(files);
  return writeShop(Object.fromEntries(files));
}

/** Every error and warning that `kpi check` finds in the broken shop, in order of their text. */
async function foundIn(folder: string): Promise<readonly string[]> {
  const { code, out } = await kpi([
    'check',
    '-C',
    folder,
    '--month',
    '2026-10',
    '--format',
    'json',
  ]);
  const { problems } = JSON.parse(out) as { problems: readonly Found[] };
  expect(code).toBe(problems.some(({ level }) => level === 'error') ? 1 : 0);
  return problems
    .filter(({ level }) => level !== 'info')
    .map(({ code: what, file, line }) =>
      line === null ? `${what} ${file}` : `${what} ${file}:${line}`,
    )
    .sort();
}

function wantedOf(faults: readonly Fault[]): readonly string[] {
  return faults.flatMap(({ found }) => found).sort();
}

describe('what is wrong is told in one run', () => {
  test('the sound shop has nothing wrong, and is paid', async () => {
    expect(await foundIn(broken([]))).toEqual([]);
    const paid = await kpi(['calc', '-C', broken([]), '--month', '2026-10']);
    expect(paid.code).toBe(0);
  });

  test('thirty faults and more at once: all of them, and nothing that follows from them', async () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
    const folder = broken(FAULTS);
    expect(await foundIn(folder)).toEqual(wantedOf(FAULTS));
    const calc = await kpi(['calc', '-C', folder, '--month', '2026-10', '-o', 'pay.csv'], {
      cwd: folder,
    });
    expect(calc).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(folder, 'pay.csv'))).toBe(false);
    for (const found of wantedOf(FAULTS)) expect(calc.err).toContain(found.split(' ')[0]);
  }, 60_000);

  const pairs = FAULTS.flatMap((one, at) =>
    FAULTS.slice(at + 1).map((other) => [one, other] as const),
  );

  test('each pair of them: both', async () => {
    for (const pair of wholeOr(10, some(pairs))) {
      const names = pair.map(({ name }) => name).join(' + ');
      expect(await foundIn(broken(pair)), names).toEqual(wantedOf(pair));
    }
  }, 900_000);
});

describe('an account in doubt', () => {
  test('hides nobody who is called by what looks like an id', async () => {
    const edits = [
      edit('agents.csv', '小店:乙', '小店:甲'),
      edit('2026-10/complaints.csv', 'A02', 'A92'),
      edit('2026-10/complaints.csv', 'A03', '小店:乙'),
      edit('2026-10/events.csv', 'A02', 'A93'),
    ];
    const faults = edits.map((breaks) => ({ name: 'one of several', breaks, found: [] }));
    // The account 小店:乙 may be that of the agent whose own is in doubt.
    expect(await foundIn(broken(faults))).toEqual([
      'account-taken agents.csv:3',
      'unknown-agent 2026-10/complaints.csv:3',
      'unknown-agent 2026-10/events.csv:3',
    ]);
  });
});

describe('nothing is told that follows from a fault', () => {
  const cases: readonly (readonly [string, Fault['breaks'], readonly string[]])[] = [
    ['no roster', remove('agents.csv'), ['missing-file agents.csv']],
    ['a roster without ids', edit('agents.csv', '工号,', '号码,'), ['missing-column agents.csv:1']],
    [
      'an agent without an id: rows of the roster’s others may be theirs',
      edit('agents.csv', 'A03,丙', ',丙'),
      ['missing-cell agents.csv:4'],
    ],
    [
      'an id that has taken the place of another',
      edit('agents.csv', 'A06,己', 'A05,己'),
      ['repeated-agent agents.csv:7'],
    ],
    [
      'an account that has taken the place of another',
      edit('agents.csv', '小店:乙', '小店:甲'),
      ['account-taken agents.csv:3'],
    ],
    [
      'a kpi.yaml that is none',
      edit('kpi.yaml', 'shop: 小店', 'shop: [小店'),
      ['bad-yaml kpi.yaml:1'],
    ],
    ['a misspelt section', edit('kpi.yaml', 'plans:', 'plan:'), ['misspelt-key kpi.yaml:2']],
    ['a target that is no number', edit('kpi.yaml', '400000', 'viel'), ['bad-value kpi.yaml:6']],
    [
      'attendance without ids',
      edit('2026-10/attendance.csv', '工号,', '号码,'),
      ['missing-column 2026-10/attendance.csv:1'],
    ],
    [
      'attendance of somebody unknown, who may be the one who is missing',
      edit('2026-10/attendance.csv', 'A03,', 'A93,'),
      ['unknown-agent 2026-10/attendance.csv:4'],
    ],
    [
      'a grading without its score',
      edit('2026-10/ratings.csv', 'A02,聊天抽查,94', 'A02,聊天抽查'),
      ['short-row 2026-10/ratings.csv:3'],
    ],
    [
      'lines of a rulebook under a misspelt key',
      edit('rules/sales.yaml', 'lines:', 'lnes:'),
      ['misspelt-key rules/sales.yaml:5'],
    ],
    [
      'a parameter under a misspelt key',
      edit('rules/sales.yaml', 'value: 1%', 'valu: 1%'),
      ['misspelt-key rules/sales.yaml:4'],
    ],
    [
      'events of a rulebook under a misspelt key',
      edit('rules/conduct.yaml', 'events:', 'event:'),
      ['misspelt-key rules/conduct.yaml:3'],
    ],
  ];

  test.each(wholeOr(5, cases))('%s', async (_, breaks, found) => {
    expect(await foundIn(broken([{ name: '', breaks, found }]))).toEqual(found);
  });
});
