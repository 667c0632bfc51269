// Tries damaged files, or kpi.yaml and rulebooks, by the thousand:
// npx tsx test/fuzz/run.ts --seed 1 --cases 2000
// npx tsx test/fuzz/run.ts --of policy --seed 1 --cases 2000
import { type ChildProcess, execFile, fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { caseOf } from './cases.js';
import { fuzzerNamed } from './fuzzers.js';
import type { Reply } from './worker.js';

const { values } = parseArgs({
  options: {
    of: { type: 'string', default: 'files' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '500' },
    /** Part of the name of an operator or a source, or of a document. */
    only: { type: 'string', default: '' },
    /** The name of one case, to see it again. */
    case: { type: 'string' },
    /** Every how many damaged files the real program reads, too. */
    binary: { type: 'string', default: '100' },
    /** Seconds after which no new case is begun. */
    time: { type: 'string', default: '100000' },
  },
});

/** A case that takes more processor time hangs; so does one that waits for ever. */
const LONGEST_MS = 20_000;
const LONGEST_WAIT_MS = 180_000;
/** What a process may need; cases of many columns and large cells among them. */
const MOST_MEGABYTES = 1500;
const ROOT = join(import.meta.dirname, '../..');

// Thousands of small folders are made: in memory, where the system has such a place.
const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const temporary = mkdtempSync(join(inMemory, 'fuzz-run-'));
const env = { ...process.env, TMPDIR: temporary };

interface Result {
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly broken: readonly string[];
  readonly milliseconds: number;
}

const fuzzer = await fuzzerNamed(values.of);
let worker: ChildProcess | undefined;

function startWorker(): ChildProcess {
  return fork(join(import.meta.dirname, 'worker.ts'), [values.of], {
    env,
    execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
  });
}

/** Processor time of a process, where the system tells it: others may be busy beside it. */
function cpuMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return performance.now();
  }
}

/** Has the worker read a case; one that hangs or dies is replaced. */
function tryCase(name: string): Promise<Result | undefined> {
  worker ??= startWorker();
  const process_ = worker;
  return new Promise((done) => {
    let began = Date.now();
    let used = cpuMs(process_.pid);
    const isHanging = () =>
      Date.now() - began > LONGEST_WAIT_MS || cpuMs(process_.pid) - used > LONGEST_MS;
    const end = (result: Result | undefined, isLost: boolean) => {
      clearInterval(timer);
      process_.removeAllListeners();
      if (isLost) {
        process_.kill('SIGKILL');
        worker = undefined;
        for (const each of readdirSync(temporary))
          rmSync(join(temporary, each), { recursive: true });
      }
      done(result);
    };
    const lost = (what: string) =>
      end(
        { outcome: what, codes: [], broken: [what], milliseconds: cpuMs(process_.pid) - used },
        true,
      );
    const timer = setInterval(() => isHanging() && lost('hangs'), 500);
    process_.on('exit', (code, signal) => lost(`died: ${code ?? signal}`));
    process_.on('message', (reply: Reply) => {
      if (reply.kind === 'began') {
        began = Date.now();
        used = cpuMs(process_.pid);
      }
      if (reply.kind === 'skipped') end(undefined, false);
      if (reply.kind === 'ended') {
        const { outcome = 'exception', codes, broken } = reply.finding;
        const isLarge = reply.peakMegabytes > MOST_MEGABYTES;
        const memory = isLarge ? [`${reply.peakMegabytes} MB`] : [];
        // What a process once needed it never gives back: the next case is to be measured anew.
        const milliseconds = cpuMs(process_.pid) - used;
        end({ outcome, codes, broken: [...broken, ...memory], milliseconds }, isLarge);
      }
    });
    process_.send(name);
  });
}

/** Runs the real program on a case. */
async function tryProgram(name: string): Promise<readonly string[]> {
  const tried = await caseOf(name);
  if (tried === undefined) return [];
  const { source, bytes } = tried;
  const folder = mkdtempSync(join(temporary, 'shop-'));
  const file = join(folder, '2026-10', source.name);
  for (const [path, content] of Object.entries({
    ...source.shop,
    [`2026-10/${source.name}`]: bytes,
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const broken: string[] = [];
  for (const args of [
    ['check', '--month', '2026-10'],
    ['inspect', file, '--format', 'json'],
    ['inspect', file],
  ]) {
    const ran = await program([...args, '-C', folder]);
    if (ran !== undefined) broken.push(`kpi ${args[0]}: ${ran}`);
  }
  rmSync(folder, { recursive: true });
  const left = readdirSync(temporary).filter((each) => each.startsWith('kpi-'));
  return left.length === 0 ? broken : [...broken, `kpi left behind: ${left.join(', ')}`];
}

function program(args: readonly string[]): Promise<string | undefined> {
  const options = { env, timeout: LONGEST_WAIT_MS, maxBuffer: 256 << 20 };
  return new Promise((done) => {
    execFile(process.execPath, [join(ROOT, 'bin/kpi.js'), ...args], options, (error, out, err) => {
      if (error !== null && error.code !== 1)
        done(`ended with ${error.code ?? error.signal}: ${err}`);
      else done(/程序出错|\n\s+at /.test(out + err) ? err : undefined);
    });
  });
}

const counts = new Map<string, number>();
const codes = new Map<string, number>();
const slowest: { readonly name: string; readonly milliseconds: number }[] = [];
let failures = 0;
let tried = 0;
const until = Date.now() + Number(values.time) * 1000;
const names =
  values.case === undefined ? fuzzer.names(Number(values.seed), values.only) : [values.case];
for (const name of names) {
  if (tried >= Number(values.cases) || Date.now() > until) break;
  const result = await tryCase(name);
  if (result === undefined) continue;
  tried += 1;
  const isStarted = values.of === 'files' && tried % Number(values.binary) === 0;
  const fromProgram = isStarted ? await tryProgram(name) : [];
  counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
  for (const code of result.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
  slowest.push({ name, milliseconds: result.milliseconds });
  slowest.sort((one, other) => other.milliseconds - one.milliseconds).splice(5);
  const broken = [...result.broken, ...fromProgram];
  if (values.case !== undefined) console.log(name, result);
  if (tried % 1000 === 0) console.log(`${tried} cases, ${Math.round(performance.now() / 1000)} s`);
  if (broken.length === 0) continue;
  failures += 1;
  console.log(`✗ ${name}\n    ${broken.join('\n    ')}`);
}
worker?.removeAllListeners();
worker?.kill();
rmSync(temporary, { recursive: true });
const list = (counted: ReadonlyMap<string, number>) =>
  [...counted]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
console.log(`${tried} cases, ${failures} against the laws: ${list(counts)}`);
console.log(`problems: ${list(codes)}`);
for (const { name, milliseconds } of slowest) console.log(`${milliseconds.toFixed()} ms: ${name}`);
process.exitCode = failures === 0 ? 0 : 1;
