import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Most of the tests wait for programs that they run: one worker would leave a core idle.
    maxWorkers: '100%',
    setupFiles: ['test/setup/seed.ts'],
    // A bound on what hangs, not a measure of speed: busy machines take their time.
    testTimeout: 180_000,
  },
});
