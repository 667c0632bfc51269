// Closes a month as `kpi close` does, and dies at one operation on the disk: `node dying-close.mjs SHOP MONTH N
// before|after`. Prints how many operations there were when it comes to its end.
import process from 'node:process';
import { explainLine } from '../../dist/cli/months/sealing.js';
import { closeMonth } from '../../dist/ledger/close-month.js';
import { DISK } from '../../dist/ledger/disk.js';
import { calculateMonth } from '../../dist/payroll/calculate.js';

const [, , folder, month, at, when] = process.argv;
let operations = 0;

/** An operation that is counted, and perhaps the last one. */
const dying =
  (operation) =>
  async (...args) => {
    operations += 1;
    const isLast = operations === Number(at);
    if (isLast && when === 'before') process.kill(process.pid, 'SIGKILL');
    const result = await operation(...args);
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return result;
  };

const { unique, ...operationsOfDisk } = DISK;
const disk = Object.fromEntries(
  Object.entries(operationsOfDisk).map(([name, operation]) => [name, dying(operation)]),
);
const closing = {
  version: '1.0.0',
  explain: explainLine,
  strict: false,
  evenIfProvisional: undefined,
};
const pay = (open) => calculateMonth({ folder, month, open });
const { kind } = await closeMonth(folder, month, pay, closing, { ...disk, unique });
process.stdout.write(`${kind} ${operations}\n`);
