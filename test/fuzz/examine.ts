// Reads a damaged file as the program does, and holds what comes of it against the laws.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withEngine } from '../../src/intake/facts/month-engine.js';
import { openShopFor } from '../../src/intake/month/find-file.js';
import { inspectFile } from '../../src/intake/month/inspect.js';
import type { Month } from '../../src/lib/month.js';
import { measureMonth } from '../../src/payroll/calculate.js';
import type { MeasuredMonth } from '../../src/payroll/run.js';
import { collectProblems, type Problem } from '../../src/words/problem.js';
import { readShop } from '../setup/month.js';
import { type Case, seedOf } from './cases.js';
import type { Source } from './sources.js';

/**
 * What came of a damaged file: refused, read with a warning more, as if it were sound, or as another sound one;
 * `read` where nothing was counted.
 */
export type Outcome = 'refused' | 'warned' | 'same' | 'changed' | 'read';

/** How a case ended; every line of `broken` is a law that did not hold. */
export interface Finding {
  readonly outcome: Outcome | undefined;
  readonly codes: readonly string[];
  readonly broken: readonly string[];
}

interface Reading {
  readonly problems: readonly Problem[];
  /** By agent and metric; figures that are missing are not there. Undefined where nothing was counted. */
  readonly figures: ReadonlyMap<string, string> | undefined;
}

const MONTH = '2026-10' as Month;

type Files = Readonly<Record<string, string | Buffer>>;

const NONE: ReadonlyMap<string, string> = new Map();

const baselines = new Map<string, Promise<Reading>>();

/** Reads the case and says which laws it breaks. `counts`: what is read is counted, too, which takes as long again. */
export async function examine(tried: Case, counts = true): Promise<Finding> {
  const { source, law } = tried;
  const before = await soundReading(source, counts);
  const files = filesOf(source, tried.bytes);
  return inShop(files, async (folder) => {
    const broken: string[] = [];
    let found: Reading | undefined;
    try {
      found = await reading(folder, counts);
      // Looking at a file costs as much again.
      const path = join(folder, pathOf(source));
      if (counts && seedOf(tried.name) % 3 === 0)
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

/** What comes of the source as it is. */
function soundReading(source: Source, counts: boolean): Promise<Reading> {
  const key = `${source.name} ${counts}`;
  const known = baselines.get(key);
  if (known !== undefined) return known;
  const sound = inShop(filesOf(source, source.bytes), (folder) => reading(folder, counts));
  baselines.set(key, sound);
  return sound;
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

async function reading(folder: string, counts: boolean): Promise<Reading> {
  if (!counts) {
    const { problems } = await withEngine((engine, unpackInto) =>
      readShop(folder, MONTH, engine, { unpackInto }),
    );
    return { problems: problems.all, figures: undefined };
  }
  const month = await measureMonth({ folder, month: MONTH });
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

/** Codes of errors and warnings that are not told of the sound shop, or say something else there. */
function moreCodes(found: readonly Problem[], before: readonly Problem[]): readonly string[] {
  const said = ({ code, params }: Problem) => JSON.stringify([code, params]);
  const known = new Set(before.map(said));
  const more = found.filter((problem) => problem.level !== 'info' && !known.has(said(problem)));
  return [...new Set(more.map(({ code }) => code))].sort();
}

function outcomeOf(found: Reading, before: Reading, codes: readonly string[]): Outcome {
  if (found.problems.some(({ level }) => level === 'error')) return 'refused';
  if (codes.length > 0) return 'warned';
  if (found.figures === undefined) return 'read';
  return differences(found, before).length === 0 ? 'same' : 'changed';
}

/** Figures that are others than in the sound shop. */
function differences(found: Reading, before: Reading): readonly string[] {
  const { figures: now = NONE } = found;
  const { figures: was = NONE } = before;
  const names = new Set([...now.keys(), ...was.keys()]);
  return [...names].flatMap((name) => {
    const [one, other] = [now.get(name), was.get(name)];
    return one === other ? [] : [`${name}: ${other ?? '-'} → ${one ?? '-'}`];
  });
}

function isBroken(law: Case['law'], outcome: Outcome, found: Reading, before: Reading): boolean {
  if (law === 'same') return outcome !== 'same' && differences(found, before).length > 0;
  if (law === 'any' || outcome !== 'changed') return false;
  // A figure that is missing is shown as missing, and refused by whatever needs it.
  const { figures: was = NONE } = before;
  return [...(found.figures ?? NONE)].some(([name, value]) => was.get(name) !== value);
}
