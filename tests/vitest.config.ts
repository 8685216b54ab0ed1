import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** `unit` is the quick one; `integration` has real files and servers; `e2e` a real Electron, one window at a time. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            'tests/**/*.integration.test.ts',
            'tests/e2e/**',
            'tests/faults/**',
            'tests/soak/**',
            'tests/trust/**',
          ],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.integration.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          // As long as its count asks for.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'trust',
          include: ['tests/trust/trust.test.ts'],
          // The full run waits for sources that never answer.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          // A day of a thousand sources takes some minutes.
          testTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A busy machine may be slow to open a window; what fails twice is broken. Vitest names what was tried again.
          retry: process.env['CI'] === undefined ? 0 : 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A second, Vitest's own measure, is short for a process that has to start again.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
