import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type TestUserConfig } from 'vitest/config';

/** Tests that put something in the place of modules: what they load is for them alone. */
const WITH_MOCKS = ['test/cli/calc.test.ts', 'test/cli/commands.test.ts'];

const shared = {
  // The program changes the current folder of its process; a thread has none of its own.
  pool: 'forks',
  // Most of the tests wait for programs or for the engine: one worker would leave a core idle.
  maxWorkers: '100%',
  setupFiles: ['test/setup/seed.ts'],
  // What programs that tests start keep of rulebooks is for one another, and not for whoever runs the tests.
  env: { XDG_CACHE_HOME: join(tmpdir(), 'kpi-test-cache') },
  // A bound on what hangs, not a measure of speed: busy machines take their time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
} satisfies TestUserConfig;

export default defineConfig({
  test: {
    ...shared,
    projects: [
      {
        test: { ...shared, name: 'mocks', include: WITH_MOCKS, sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...shared,
          name: 'all others',
          include: ['test/**/*.test.ts'],
          exclude: WITH_MOCKS,
          // The modules of the program are loaded once in each worker, not for each file.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
