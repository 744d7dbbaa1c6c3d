/** How the tests run: on Node, one database server for the run, a database of its own for each file that asks. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'console/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    exclude: ['node_modules/**', 'var/**', 'dist/**'],
    globalSetup: ['src/app/testing/server.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No more than there are cores: databases and browsers work beside each of them.
    maxWorkers: Math.min(3, availableParallelism()),
    expect: { poll: { timeout: 30_000 } },
    allowOnly: false,
  },
});
