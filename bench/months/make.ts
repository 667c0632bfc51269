import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DATA = join(ROOT, 'bench/data');
export const MONTH = '2026-10';

export const VARIANTS = ['utf-8', 'utf-8-shuffled', 'gb18030', 'gb18030-shuffled'] as const;
export type Variant = (typeof VARIANTS)[number];

/** A generated month: the shop as it stands, and one whose settings every peer can follow. */
export interface MonthFolder {
  readonly messages: number;
  readonly variant: Variant;
  readonly shop: string;
  /** The same chats, orders and agents with `CORE_SETTINGS`. */
  readonly core: string;
}

export function encodingOf(variant: Variant): 'utf-8' | 'gb18030' {
  return variant.startsWith('gb18030') ? 'gb18030' : 'utf-8';
}

const MESSAGES_PER_ORDER = 30;
const MESSAGES_PER_AGENT = 15_000;
/** What the generator takes. */
const FEWEST_AGENTS = 4;
const MOST_AGENTS = 200;

/** The month of that size, made when it is not there yet. */
export function monthFolder(messages: number, variant: Variant): MonthFolder {
  const folder = join(DATA, 'months', `${messages}-${variant}`);
  const month = { messages, variant, shop: join(folder, 'shop'), core: join(folder, 'core') };
  if (existsSync(folder)) return month;
  console.log(`making ${messages} messages, ${variant}`);
  const making = `${folder}.part`;
  rmSync(making, { recursive: true, force: true });
  generate(messages, variant, join(making, 'shop'));
  makeCore(making);
  renameSync(making, folder);
  return month;
}

function generate(messages: number, variant: Variant, out: string): void {
  const agents = Math.round(messages / MESSAGES_PER_AGENT);
  const numbers = {
    messages,
    orders: Math.round(messages / MESSAGES_PER_ORDER),
    agents: Math.min(Math.max(agents, FEWEST_AGENTS), MOST_AGENTS),
  };
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
      join(ROOT, 'fixtures/generator/main.ts'),
      ...['--out', out, '--month', MONTH, '--encoding', encodingOf(variant)],
      ...Object.entries(numbers).flatMap(([name, number]) => [`--${name}`, String(number)]),
      ...(variant.endsWith('shuffled') ? ['--shuffled'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${messages} messages, ${variant}: could not be made`);
}

/** In the generated kpi.yaml: what stands there, and what the peers can reckon with. */
const CORE_SETTINGS = { 'memo: prefer': 'memo: off\n  after_payment: off' };

function makeCore(folder: string): void {
  const [shop, core] = [join(folder, 'shop'), join(folder, 'core')];
  mkdirSync(join(core, MONTH), { recursive: true });
  let settings = readFileSync(join(shop, 'kpi.yaml'), 'utf8');
  for (const [found, wanted] of Object.entries(CORE_SETTINGS)) {
    if (!settings.includes(found)) throw new Error(`kpi.yaml has no ${found}`);
    settings = settings.replace(found, wanted);
  }
  writeFileSync(join(core, 'kpi.yaml'), settings);
  for (const file of ['agents.csv', `${MONTH}/chats.csv`, `${MONTH}/orders.csv`]) {
    const up = file.includes('/') ? '../..' : '..';
    symlinkSync(join(up, 'shop', file), join(core, file));
  }
}
