import type { ShopTask } from './shop-task.js';

/** A process that runs shops one after the other, as the one that started it asks; it does not outlive that one. */
process.on('message', async (task: ShopTask) => {
  // Loaded here, since what is imported at once belongs to the start of the whole program.
  const { runShop } = await import('./run-shop.js');
  process.send?.(await runShop(task, process.env));
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
