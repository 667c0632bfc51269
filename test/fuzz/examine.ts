// Reads a damaged file as the program does, and holds what comes of it against the laws.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openShopFor } from '../../src/intake/month/find-file.js';
import { inspectFile } from '../../src/intake/month/inspect.js';
import type { Month } from '../../src/lib/month.js';
import { measureMonth } from '../../src/payroll/calculate.js';
import type { MeasuredMonth } from '../../src/payroll/run.js';
import { collectProblems, type Problem } from '../../src/words/problem.js';
import type { Case } from './cases.js';
import type { Source } from './sources.js';

/** What came of a damaged file: refused, read with a warning more, as if it were sound, or as another sound one. */
export type Outcome = 'refused' | 'warned' | 'same' | 'changed';

/** How a case ended; every line of `broken` is a law that did not hold. */
export interface Finding {
  readonly outcome: Outcome | undefined;
  readonly codes: readonly string[];
  readonly broken: readonly string[];
}

interface Reading {
  readonly problems: readonly Problem[];
  /** By agent and metric; figures that are missing are not there. */
  readonly figures: ReadonlyMap<string, string>;
}

type Files = Readonly<Record<string, string | Buffer>>;

const baselines = new Map<string, Promise<Reading>>();

/** Reads the case and says which laws it breaks. */
export async function examine(tried: Case): Promise<Finding> {
  const { source, law } = tried;
  let sound = baselines.get(source.name);
  if (sound === undefined) {
    sound = inShop(filesOf(source, source.bytes), (folder) => reading(folder));
    baselines.set(source.name, sound);
  }
  const before = await sound;
  const files = filesOf(source, tried.bytes);
  return inShop(files, async (folder) => {
    const broken: string[] = [];
    let found: Reading | undefined;
    try {
      found = await reading(folder);
      // Looking at a file costs as much again.
      const path = join(folder, pathOf(source));
      if (Number(tried.name.split(' ').at(-1)) % 4 === 0)
        await inspectFile(path, path, await openShopFor(folder, path, collectProblems()));
    } catch (error) {
      broken.push(`exception: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (!isUntouched(folder, files)) broken.push('the shop was changed');
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('kpi-'));
    if (left.length > 0) broken.push(`left behind: ${left.join(', ')}`);
    if (found === undefined) return { outcome: undefined, codes: [], broken };
    const codes = moreCodes(found.problems, before.problems);
    const outcome = outcomeOf(found, before, codes);
    if (isBroken(law, outcome, found, before)) {
      broken.push(`${law}, but ${outcome}: ${differences(found, before).slice(0, 5).join('; ')}`);
    }
    return { outcome, codes, broken };
  });
}

function pathOf({ name }: Source): string {
  return `2026-10/${name}`;
}

function filesOf(source: Source, bytes: Buffer): Files {
  return { ...source.shop, [pathOf(source)]: bytes };
}

async function inShop<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function reading(folder: string): Promise<Reading> {
  const month = await measureMonth({ folder, month: '2026-10' as Month });
  return { problems: month.problems, figures: figuresOf(month) };
}

function figuresOf({ metrics }: MeasuredMonth): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  const agents = [...(metrics?.agents ?? [])].map(([id, agent]) => [id, agent.metrics] as const);
  for (const [who, values] of [...agents, ['*', metrics?.shop ?? new Map()] as const]) {
    for (const [metric, value] of values) {
      if (value.state === 'known') figures.set(`${who}.${metric}`, value.value.toString());
    }
  }
  for (const [who, agent] of metrics?.agents ?? []) {
    for (const [kind, cases] of agent.cases ?? [])
      figures.set(`${who}.cases.${kind}`, String(cases.length));
    for (const [event, list] of agent.events ?? [])
      figures.set(`${who}.events.${event}`, String(list.length));
  }
  return figures;
}

function isUntouched(folder: string, files: Files): boolean {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return (
    found.length === Object.keys(files).length &&
    Object.entries(files).every(([file, content]) =>
      readFileSync(join(folder, file)).equals(Buffer.from(content)),
    )
  );
}

/** Codes of errors and warnings that are there more often than in the sound shop. */
function moreCodes(found: readonly Problem[], before: readonly Problem[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code, level } of found)
    if (level !== 'info') counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { code } of before) counts.set(code, (counts.get(code) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([code]) => code)
    .sort();
}

function outcomeOf(found: Reading, before: Reading, codes: readonly string[]): Outcome {
  if (found.problems.some(({ level }) => level === 'error')) return 'refused';
  if (codes.length > 0) return 'warned';
  return differences(found, before).length === 0 ? 'same' : 'changed';
}

/** Figures that are others than in the sound shop. */
function differences(found: Reading, before: Reading): readonly string[] {
  const names = new Set([...found.figures.keys(), ...before.figures.keys()]);
  return [...names].flatMap((name) => {
    const [now, was] = [found.figures.get(name), before.figures.get(name)];
    return now === was ? [] : [`${name}: ${was ?? '-'} → ${now ?? '-'}`];
  });
}

function isBroken(law: Case['law'], outcome: Outcome, found: Reading, before: Reading): boolean {
  if (law === 'same') return outcome !== 'same' && differences(found, before).length > 0;
  if (law === 'any' || outcome !== 'changed') return false;
  // A figure that is missing is shown as missing, and refused by whatever needs it.
  return [...found.figures].some(([name, value]) => before.figures.get(name) !== value);
}
