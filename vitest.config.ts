import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/seed.ts'],
    // A bound on what hangs, not a measure of speed: busy machines take their time.
    testTimeout: 180_000,
  },
});
