import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '../cli/repository.js'
import { cli } from '../cli/run-cli.js'
import { sampleCopy } from '../cli/temporary.js'
import { startChromium } from './chromium.js'

/* The pages that reports are written as, in a real browser. Needs Chromium; without it, it fails and says so. */
let chromium: Browser

beforeAll(async () => {
  chromium = await startChromium()
})

afterAll(async () => {
  await chromium?.close()
})

function used(): string {
  const cwd = sampleCopy()
  const kinds = ['used', 'solved', 'solved', 'unsolved', 'outdated']
  const ids = ['CASE-3A2G2', 'CASE-8FYDJ', 'CASE-EJ3WW', 'CASE-H7Z38', 'CASE-TX6JZ']
  const lines = Array.from({ length: 120 }, (_, i) =>
    JSON.stringify({
      ...{
        event: `e${i}`,
        case: ids[(i * i) % 5],
        kind: kinds[(i * 7) % 5],
        day: `2026-${10 + (i % 2)}-1${i % 9}`,
      },
      rating: 1 + (i % 5),
    }),
  )
  write(cwd, 'feedback/2026-11/x.jsonl', `${lines.join('\n')}\n`)
  return cwd
}

interface Fault {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

test.each(['light', 'dark'] as const)(
  'in the %s theme no page has a serious fault, asks for anything or overflows',
  async colorScheme => {
    const cwd = used()
    for (const [name, lang] of [
      ['health', 'zh'],
      ['feedback', 'en'],
      ['digest', 'zh'],
      ['loop', 'en'],
    ]) {
      const file = join(cwd, `${name}.html`)
      await cli(
        [
          'report',
          String(name),
          '--format',
          'html',
          '--by',
          'product',
          '--output',
          file,
          '--lang',
          String(lang),
        ],
        { cwd },
      )
      const context = await chromium.newContext({
        colorScheme,
        viewport: { width: 420, height: 900 },
        bypassCSP: true,
      })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', request => asked.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      expect(asked).toEqual([pathToFileURL(file).href])
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0)
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly Fault[] }
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      const shots = process.env['CASECTL_SHOTS']
      if (shots !== undefined) {
        await page.setViewportSize({ width: 1100, height: 900 })
        await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true })
      }
      await context.close()
    }
  },
)
