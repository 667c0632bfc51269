// Closes a month as `kpi close` does, and dies at one operation on the disk: `tsx dying-close.ts SHOP MONTH N
// before|after`. Prints how many operations there were when it comes to its end.
import process from 'node:process';
import { explainLine } from '../../src/cli/months/sealing.js';
import { closeMonth } from '../../src/ledger/close-month.js';
import { DISK, type Disk } from '../../src/ledger/disk.js';
import type { Month } from '../../src/lib/month.js';
import { calculateMonth } from '../../src/payroll/calculate.js';
import type { Opener } from '../../src/payroll/run.js';

const [folder = '', month = '', at, when] = process.argv.slice(2);
let operations = 0;

/** An operation that is counted, and perhaps the last one. */
const dying =
  <Args extends unknown[], Result>(operation: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    operations += 1;
    const isLast = operations === Number(at);
    if (isLast && when === 'before') process.kill(process.pid, 'SIGKILL');
    const result = await operation(...args);
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return result;
  };

const disk: Disk = {
  mkdir: dying(DISK.mkdir),
  removeEmpty: dying(DISK.removeEmpty),
  list: dying(DISK.list),
  read: dying(DISK.read),
  create: dying(DISK.create),
  rename: dying(DISK.rename),
  link: dying(DISK.link),
  remove: dying(DISK.remove),
  syncFolder: dying(DISK.syncFolder),
  unique: DISK.unique,
};
const closing = {
  version: '1.0.0',
  explain: explainLine,
  strict: false,
  evenIfProvisional: undefined,
};
const pay = (open: Opener) => calculateMonth({ folder, month: month as Month, open });
const { kind } = await closeMonth(folder, month as Month, pay, closing, disk);
process.stdout.write(`${kind} ${operations}\n`);
