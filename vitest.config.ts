/** How the tests run: on Node, one database server for the run, a database of its own for each file that asks. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'console/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    exclude: ['node_modules/**', 'var/**', 'dist/**'],
    globalSetup: ['src/app/testing/server.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Kept small so that a laptop with two cores is not swamped by databases and browsers.
    maxWorkers: 3,
    allowOnly: false,
  },
});
