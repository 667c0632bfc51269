import { defineConfig } from 'vitest/config';

// What `npm run mutation` runs against each mutant: tests of the room that need no process of their own.
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(',').filter((file) => file !== ''),
    setupFiles: ['test/setup/seed.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
