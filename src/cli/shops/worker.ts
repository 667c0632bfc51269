import { runShop } from './run-shop.js';
import type { ShopTask } from './shop-task.js';

/** A process that runs shops one after the other, as the one that started it asks; it does not outlive that one. */
process.on('message', async (task: ShopTask) => {
  process.send?.(await runShop(task, process.env));
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
