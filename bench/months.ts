import { parseArgs } from 'node:util';
import { median } from './measure.js';
import { type AgreementCheck, agreementCheck } from './months/agreement.js';
import { type MonthFolder, monthFolder, VARIANTS, type Variant } from './months/make.js';
import { PROGRAMS, type Program, type ProgramName, programs } from './months/programs.js';
import { requireTime, runTimed, type Sample } from './months/run.js';
import { printTable } from './report.js';

interface Measured {
  readonly month: MonthFolder;
  readonly program: Program;
  /** Undefined: stopped, as it took longer than it may. */
  readonly median: Sample | undefined;
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '300000,2000000,12000000' },
    runs: { type: 'string', default: '3' },
    months: { type: 'string', default: VARIANTS.join(',') },
    programs: { type: 'string', default: PROGRAMS.join(',') },
    limit: { type: 'string', default: '600' },
  },
});
const sizes = values.sizes.split(',').map(wholeNumber);
const runs = wholeNumber(values.runs);
const secondsAllowed = wholeNumber(values.limit);
const variants = chosen(values.months, VARIANTS);
const chosenPrograms = installed(chosen(values.programs, PROGRAMS));

requireTime();
const all: Measured[] = [];
for (const variant of variants) {
  for (const size of sizes) all.push(...measureMonth(size, variant));
  printGrowth(variant);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`${text}: a whole number is wanted`);
}

function chosen<T extends string>(text: string, known: readonly T[]): readonly T[] {
  const words = text.split(',');
  const strange = words.find((word) => !known.some((name) => name === word));
  if (strange !== undefined) throw new Error(`${strange}: one of ${known.join(', ')} is wanted`);
  return known.filter((name) => words.includes(name));
}

function installed(names: readonly ProgramName[]): readonly Program[] {
  const wanted = programs().filter(({ name }) => names.includes(name));
  for (const { title, lacks } of wanted) {
    if (lacks !== undefined) console.log(`${title}: left out, ${lacks} is not installed`);
  }
  return wanted.filter(({ lacks }) => lacks === undefined);
}

function measureMonth(size: number, variant: Variant): readonly Measured[] {
  const month = monthFolder(size, variant);
  const able = chosenPrograms.filter((program) => program.command(month) !== undefined);
  const checkAgreement = agreementCheck(month, secondsAllowed);
  const samples = new Map<Program, (Sample | undefined)[]>(able.map((program) => [program, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const program of able) samples.get(program)?.push(timed(program, month, checkAgreement));
  }
  const measured = able.map((program) => ({
    month,
    program,
    median: medianOf(samples.get(program) ?? []),
  }));
  printMonth(month, measured);
  return measured;
}

/** One run. Throws when it is wrong, so that nothing is printed of a month on which programs disagree. */
function timed(
  program: Program,
  month: MonthFolder,
  checkAgreement: AgreementCheck,
): Sample | undefined {
  const command = program.command(month);
  if (command === undefined) return undefined;
  const { sample, stdout, left } = runTimed(program.title, command, secondsAllowed);
  if (sample !== undefined) checkAgreement(program, stdout);
  if (program.prints === 'salaries' && left.length > 0) {
    throw new Error(`${program.title} left in its temporary folder: ${left.join(', ')}`);
  }
  return sample;
}

/** Medians of each measure; undefined when a run was stopped. */
function medianOf(samples: readonly (Sample | undefined)[]): Sample | undefined {
  const done = samples.filter((sample) => sample !== undefined);
  if (done.length < samples.length || done.length === 0) return undefined;
  const middle = (measure: keyof Sample) => median(done.map((sample) => sample[measure]));
  return { wall: middle('wall'), processor: middle('processor'), megabytes: middle('megabytes') };
}

function printMonth({ messages, variant }: MonthFolder, measured: readonly Measured[]): void {
  const scan = measured.find(({ program }) => program.name === 'scan')?.median;
  const rows = measured.map(({ program, median: own }) => [
    program.title,
    own === undefined ? `over ${secondsAllowed}` : own.wall.toFixed(2),
    ratio(own?.wall, scan?.wall),
    own?.processor.toFixed(2) ?? '',
    ratio(own?.processor, scan?.processor),
    own?.megabytes.toFixed(0) ?? '',
  ]);
  const head = ['', 's', '÷ scan', 'processor s', '÷ scan', 'peak MB'];
  printTable(`${messages} messages, ${variant}, median of ${runs}`, head, rows);
}

/** How much more each program needs for a month so many times as large as the smallest. */
function printGrowth(variant: Variant): void {
  const [smallest, ...larger] = [...sizes].sort((a, b) => a - b);
  if (smallest === undefined || larger.length === 0) return;
  const of = (name: ProgramName, size: number) =>
    all.find(
      ({ month, program }) =>
        month.variant === variant && month.messages === size && program.name === name,
    )?.median;
  const rows = chosenPrograms.map(({ name, title }) => [
    title,
    ...larger.flatMap((size) => [
      ratio(of(name, size)?.processor, of(name, smallest)?.processor),
      ratio(of(name, size)?.megabytes, of(name, smallest)?.megabytes),
    ]),
  ]);
  const head = larger.flatMap((size) => [`${ratio(size, smallest)}: processor`, 'memory']);
  printTable(`Growth from ${smallest} messages, ${variant}`, ['', ...head], rows);
}

function ratio(value: number | undefined, base: number | undefined): string {
  if (value === undefined || base === undefined) return '';
  const times = value / base;
  return `${times >= 10 ? times.toFixed(0) : times.toPrecision(2)} ×`;
}
