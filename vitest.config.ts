import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Two projects: the core's plain values, and what needs a real Postgres (`*.db.test.ts`). */
export default defineConfig({
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}lib/db/server-only.test-stub.ts` },
  },
  test: {
    maxWorkers: 2, // by default a machine of two cores gets one, which mostly waits for Postgres
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          setupFiles: ['./lib/fixed-seed.test-setup.ts'],
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          isolate: false, // plain values leave nothing behind; loading them anew for each file cost more than trying them
          testTimeout: 60_000, // properties run thousands of cases, on machines that may be busy
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          setupFiles: ['./lib/fixed-seed.test-setup.ts'],
          include: ['lib/**/*.db.test.ts', 'app/**/*.db.test.ts'],
          globalSetup: ['./lib/db/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
