import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { sampleCopy } from './temporary.js'

const LOG = '.casectl/log/2026-11.jsonl'

function logged(cwd: string): Record<string, unknown>[] {
  return readFileSync(join(cwd, LOG), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

test('nothing is kept unless the library asks for it', async () => {
  const cwd = sampleCopy()
  await cli(['search', 'ALM-12'], { cwd })
  write(cwd, 'casectl.config.yml', 'search: { log: false }\n')
  await cli(['search', 'ALM-12'], { cwd })
  expect(existsSync(join(cwd, '.casectl/log'))).toBe(false)
})

test('a kept search has its day, masked query, filters and hits; the export drops what is rare', async () => {
  const cwd = sampleCopy()
  write(cwd, 'casectl.config.yml', 'search:\n  log: true\n')
  await cli(['search', 'ALM-12', '--product', 'air-compressor'], { cwd })
  await cli(['search', '客户 13800138000 掉线'], { cwd })
  for (const query of ['Zxqv Wvut', 'zxqv  wvut', 'zxqv wvut', 'zxqv']) {
    expect((await cli(['search', query, '--json'], { cwd })).code).toBe(1)
  }
  const kept = logged(cwd)
  expect(kept).toHaveLength(6)
  expect(kept[0]).toEqual({
    day: '2026-11-22',
    query: 'ALM-12',
    filters: { product: ['air-compressor'] },
    hits: expect.any(Number),
  })
  expect(JSON.stringify(kept)).not.toContain('13800138000')
  write(cwd, LOG, `${readFileSync(join(cwd, LOG), 'utf8')}half a line\n{"day":"x"}\n`)
  const { stdout } = await cli(['log', 'export'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({
    atLeast: 3,
    searches: 6,
    withoutHits: 4,
    queries: [{ text: 'zxqv wvut', count: 3, withoutHits: 3 }],
    terms: [
      { text: 'zxqv', count: 4, withoutHits: 4 },
      { text: 'wvut', count: 3 },
    ],
  })
  expect(JSON.parse((await cli(['log', 'export', '--at-least', '1'], { cwd })).stdout).dropped).toBe(0)
})
