import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    {
      // Packages as users run them, without the checks that some have for their own development: one of
      // those throws for a box below an empty item of a list (mdast-util-gfm-task-list-item).
      name: 'as-shipped',
      configResolved({ ssr: { resolve = {} } }) {
        resolve.conditions = (resolve.conditions ?? []).filter(name => !name.startsWith('development'))
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
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
