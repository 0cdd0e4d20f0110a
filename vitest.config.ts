import { defineConfig } from 'vitest/config'

const folders = '{core,extensions,server,web,demo,bench,scripts}'

/** Two cores are the machine we promise to work on; more workers than that only take turns. */
const maxWorkers = 2

export default defineConfig({
  test: {
    maxWorkers,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'fast',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', '**/*.pg.test.ts'],
        },
      },
      {
        test: {
          name: 'pg',
          include: [`${folders}/**/*.pg.test.ts`],
          globalSetup: ['server/src/testing/postgres-global-setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/start-app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
