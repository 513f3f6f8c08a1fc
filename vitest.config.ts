import { defineConfig } from 'vitest/config'

/** Limits for what hangs, as below: what is waited for in a window comes when the computer has time for it. */
const window = { testTimeout: 180_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    projects: [
      // The limit is for what hangs: a machine under load is slow, and that is no failure.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Two windows at once: each waits for the other side most of the time.
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/policy.test.ts'],
          maxWorkers: 2,
          ...window,
        },
      },
      // What it writes holds for every Muster of the computer.
      { test: { name: 'e2e-alone', include: ['tests/e2e/policy.test.ts'], sequence: { groupOrder: 1 }, ...window } },
    ],
  },
})
