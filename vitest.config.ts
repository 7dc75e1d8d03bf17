import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    retry: 0,
    // Many tests wait for servers, browsers and clocks more than they work: one at a time would leave a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
