import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintText, ROOT } from './lint-text.js'

const files: Record<string, string> = {}
for (const folder of ['cases', 'archive']) {
  for (const entry of readdirSync(new URL(folder, ROOT), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = `${entry.parentPath.slice(ROOT.pathname.length)}/${entry.name}`
    files[path] = readFileSync(new URL(path, ROOT), 'utf8')
  }
}

test('the sample library has no findings that are errors', () => {
  expect(Object.keys(files).length).toBeGreaterThanOrEqual(48)
  const found = lintText(files).map(
    ({ severity, path, at, rule, code, message }) =>
      `${severity} ${path}:${at?.line ?? 0} ${rule}/${code} ${message.en}`,
  )
  if (process.env['PRINT_FINDINGS'] !== undefined) process.stdout.write(`${found.join('\n')}\n`)
  expect(found.filter(line => line.startsWith('error'))).toEqual([])
})
