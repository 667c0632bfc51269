import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { EXIT } from '../present/exit.js';
import { runShop } from './run-shop.js';
import type { ShopOutcome, ShopTask } from './shop-task.js';

/** Runs tasks, so many at a time, and gives what came of each, in their order. */
export async function* runShops(
  tasks: readonly ShopTask[],
  jobs: number,
  language: Language,
): AsyncIterable<ShopOutcome> {
  const size = Math.min(jobs, tasks.length);
  if (size <= 1) {
    for (const task of tasks) yield await runShop(task, process.env);
    return;
  }
  const awaited = tasks.map(awaitedOf);
  const queue = awaited.values();
  const workers = Array.from({ length: size }, () => workThrough(queue, language));
  for (const { outcome } of awaited) yield await outcome;
  await Promise.all(workers);
}

/** A task and what will have come of it. */
interface Awaited {
  readonly task: ShopTask;
  readonly outcome: Promise<ShopOutcome>;
  readonly settle: (outcome: ShopOutcome) => void;
}

function awaitedOf(task: ShopTask): Awaited {
  let settle: Awaited['settle'] = () => undefined;
  const outcome = new Promise<ShopOutcome>((resolve) => {
    settle = resolve;
  });
  return { task, outcome, settle };
}

const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Has a process of its own do one task after the other, and another one go on where that has died. */
async function workThrough(queue: Iterable<Awaited>, language: Language): Promise<void> {
  let worker: ChildProcess | undefined;
  for (const { task, settle } of queue) {
    worker ??= fork(WORKER);
    const outcome = await outcomeFrom(worker, task);
    if (outcome === undefined) worker = undefined;
    settle(outcome ?? { code: EXIT.problems, said: `${text(language, 'shops.process_died')}\n` });
  }
  worker?.disconnect();
}

/** What a process answers; undefined when it ends before. */
function outcomeFrom(worker: ChildProcess, task: ShopTask): Promise<ShopOutcome | undefined> {
  return new Promise((resolve) => {
    const died = () => resolve(undefined);
    worker.once('exit', died);
    worker.once('message', (outcome: ShopOutcome) => {
      worker.off('exit', died);
      resolve(outcome);
    });
    worker.send(task);
  });
}
