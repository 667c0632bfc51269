import { join } from 'node:path';
import { encodingOf, MONTH, type MonthFolder, ROOT } from './make.js';
import { type Command, isInstalled } from './run.js';

export const PROGRAMS = ['scan', 'calc', 'calc-512', 'analyst', 'stream', 'query'] as const;
export type ProgramName = (typeof PROGRAMS)[number];

export interface Program {
  readonly name: ProgramName;
  readonly title: string;
  /** Undefined: it does not read months of this kind. */
  command(month: MonthFolder): Command | undefined;
  /** The core figures of each agent, how many rows there were, or the salary table. */
  readonly prints: 'figures' | 'rows' | 'salaries';
  /** What is missing on this machine. */
  readonly lacks: string | undefined;
}

const KPI = join(ROOT, 'bin/kpi.js');
const PEERS = join(ROOT, 'bench/months');

/** Debian's own Python: python3 may be another one, without its packages. */
const PYTHON = isInstalled('/usr/bin/python3', ['-c', 'import pandas'])
  ? '/usr/bin/python3'
  : 'python3';

export function programs(): readonly Program[] {
  return [
    {
      name: 'scan',
      title: 'engine, scan alone',
      command: ({ shop, variant }) =>
        node(join(PEERS, 'scan.mjs'), shop, MONTH, encodingOf(variant)),
      prints: 'rows',
      lacks: undefined,
    },
    {
      name: 'calc',
      title: 'kpi calc',
      command: ({ shop }) => node(KPI, ...calcWords(shop)),
      prints: 'salaries',
      lacks: undefined,
    },
    {
      name: 'calc-512',
      title: 'kpi calc --memory 512MB',
      command: ({ shop }) => node(KPI, ...calcWords(shop), '--memory', '512MB'),
      prints: 'salaries',
      lacks: undefined,
    },
    {
      name: 'analyst',
      title: 'pandas script',
      command: inUtf8(({ shop }) => ({
        file: PYTHON,
        args: [join(PEERS, 'analyst.py'), shop, MONTH],
      })),
      prints: 'figures',
      lacks: isInstalled(PYTHON, ['-c', 'import pandas'])
        ? undefined
        : 'pandas (Debian package python3-pandas)',
    },
    {
      name: 'stream',
      title: 'csv-parse script',
      command: inUtf8(({ shop }) =>
        node('--max-old-space-size=16000', join(PEERS, 'stream.mjs'), shop, MONTH),
      ),
      prints: 'figures',
      lacks: undefined,
    },
    {
      name: 'query',
      title: 'sqlite3 shell',
      command: inUtf8(({ shop }) => ({
        file: 'sqlite3',
        args: ['-batch', '{tmp}/month.db'],
        cwd: shop,
        input: join(PEERS, 'query.sql'),
      })),
      prints: 'figures',
      lacks: isInstalled('sqlite3', ['--version']) ? undefined : 'sqlite3 (Debian package sqlite3)',
    },
  ];
}

function calcWords(shop: string): readonly string[] {
  return ['calc', '-C', shop, '--month', MONTH, '--format', 'csv'];
}

/** `kpi metrics` with the settings that the peers can follow. */
export function metricsCommand({ core }: MonthFolder): Command {
  return node(KPI, 'metrics', '-C', core, '--month', MONTH, '--format', 'json');
}

function node(...args: readonly string[]): Command {
  return { file: process.execPath, args };
}

/** Months in GB18030 are compared with transcoding and scanning alone. */
function inUtf8(command: (month: MonthFolder) => Command): Program['command'] {
  return (month) => (encodingOf(month.variant) === 'utf-8' ? command(month) : undefined);
}
