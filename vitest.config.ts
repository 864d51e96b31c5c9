import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'coverage/results.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Started as processes by the tests, where the counter does not see them.
      exclude: ['src/cli/start.ts', 'src/io/prompts.ts'],
      thresholds: { lines: 85, functions: 85, branches: 75, statements: 85 },
      reporter: ['text-summary'],
    },
  },
})
