import { defineConfig } from 'vitest/config'

const NEVER = ['**/node_modules/**', '**/dist/**']
/** Starts the database that the tests clone from, and stops it after the last file. */
const DATABASE = 'server/testing/global-setup.ts'

/**
 * Three projects, told apart by file name (style.md 12): `unit` needs nothing, `db` a PostgreSQL, `e2e` a browser too.
 * A test marked `.only` fails everywhere: it would silence its neighbours.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,playbooks,contract,server,web,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...NEVER, '**/*.db.test.ts', '**/*.http.test.ts'],
          environment: 'node',
          // The checks plant violations and start the compiler and the linter on them.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['server/**/*.db.test.ts', 'e2e/**/*.http.test.ts'],
          exclude: NEVER,
          environment: 'node',
          globalSetup: [DATABASE],
          // Two cores carry the tests and PostgreSQL; more workers only make each other late.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude: NEVER,
          environment: 'node',
          globalSetup: [DATABASE],
          // One browser at a time: journeys measure what a person sees, not who wins the processor.
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
