import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../src/model/lint-format.js'
import { exampleCase } from '../../src/rules/example.js'
import { UNSAFE } from '../report/lint/results.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

// A rule quotes the title; as YAML it may hold what no line of the file shows.
const TITLE = '"Router W-104 \\u001b[31m\\n::error::@anna\\u202e <script> ]]> 13800138000"'
const FILES = {
  'casectl.config.yml': '',
  'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8'),
  'cases/CASE-7F3KQ-a.md': exampleCase({ title: TITLE }),
}

test.each(FORMAT_NAMES)(
  '--format %s quotes a hostile title harmlessly, and no personal data',
  async format => {
    const cwd = folderWith(FILES)
    const { code, stdout } = await cli(['lint', '--format', format, '--color', 'never'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('personal-data')
    expect(stdout).not.toMatch(UNSAFE)
    expect(stdout).not.toMatch(/^::error::/m)
    expect(stdout).not.toContain('13800138000')
    if (format === 'junit') expect(stdout).not.toMatch(/<script>|\]\]>/)
  },
)
