// Preloaded into the program: counts what it does to the disk below a folder, and kills it at one of these steps.
// DIE_IN: the folder; DIE_AT: the step, from 1; DIE_WHEN: before, within (half of the bytes are written) or after.
import { closeSync, openSync, writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';

const { DIE_IN: folder = '', DIE_AT: at, DIE_WHEN: when } = process.env;
let steps = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

/** Runs a step on a file below the folder; `half` writes half of what it writes. */
async function step(path, work, half = () => {}) {
  if (!resolve(String(path)).startsWith(folder)) return work();
  steps += 1;
  const isLast = steps === Number(at);
  if (isLast && when === 'before') die();
  if (isLast && when === 'within') {
    half();
    die();
  }
  const result = await work();
  if (isLast) die();
  return result;
}

function writeHalf(path, content, flags) {
  const bytes = Buffer.from(content);
  const file = openSync(path, flags);
  writeSync(file, bytes.subarray(0, bytes.length / 2));
  closeSync(file);
}

for (const name of ['mkdir', 'rm', 'rmdir', 'unlink', 'rename', 'link', 'copyFile']) {
  const whole = fs[name];
  fs[name] = (...args) =>
    step(args[['rename', 'link', 'copyFile'].includes(name) ? 1 : 0], () => whole(...args));
}
const { mkdtemp, writeFile, open } = fs;
fs.mkdtemp = (...args) => step(args[0], () => mkdtemp(...args));
fs.writeFile = (path, content, ...more) =>
  step(
    path,
    () => writeFile(path, content, ...more),
    () => writeHalf(path, content, 'w'),
  );
fs.open = async (path, flags, ...more) => {
  if (typeof flags !== 'string' || !/[wax+]/.test(flags)) return open(path, flags, ...more);
  const handle = await step(path, () => open(path, flags, ...more));
  const write = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  handle.writeFile = (content, ...rest) =>
    step(
      path,
      () => write(content, ...rest),
      () => writeHalf(path, content, 'a'),
    );
  handle.sync = () => step(path, sync);
  return handle;
};
syncBuiltinESMExports();
process.on('exit', () => {
  if (at === '0') process.stderr.write(`\nsteps ${steps}\n`);
});
