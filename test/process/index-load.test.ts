import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { smallCase, TestLibrary } from '../workspace/indexed-library.js'
import { bundledFiles } from './bundled-files.js'

const BIN = resolve('bin/casectl.js')

/** What `casectl index` loads of the packages that read settings, cases and schemas. */
function packages(cwd: string): string[] {
  const script = `NODE_DEBUG=esm,module '${process.execPath}' '${BIN}' index 2>&1 >/dev/null`
  const env = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' }
  const { stdout } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 })
  const bundled = [...bundledFiles()].filter(([, files]) => files.some(file => stdout.includes(file)))
  const ajv = /node_modules\/ajv\//.test(stdout) ? ['ajv'] : []
  return [...bundled.map(([name]) => name), ...ajv].sort()
}

test('an update of plain cases reads neither YAML nor Markdown, and compiles no schema', () => {
  const library = new TestLibrary({ 'cases/a.md': smallCase('CASE-AAAA1', '设备停机') })
  // The first build reads the settings: the probe itself works.
  expect(packages(library.root)).toContain('yaml')
  expect(packages(library.root)).toEqual([])
  library.write('cases/b.md', smallCase('CASE-AAAA2', '电机过热'))
  expect(packages(library.root)).toEqual([])
  library.write('cases/c.md', '---\nid: &x CASE-AAAA3\n---\n')
  expect(packages(library.root)).toContain('yaml')
})
