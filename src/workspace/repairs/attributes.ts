import { join } from 'node:path'
import { readText } from '../../io/apply.js'
import { type EarlyRepair, NOTHING } from './repair.js'

const FILE = '.gitattributes'

/** Adds what `.gitattributes` of a new library has and this one lacks. What stands there is kept. */
export const attributes: EarlyRepair = {
  needs: 'nothing',
  name: 'attributes',
  summary: { en: 'add missing lines to .gitattributes', zh: '补全 .gitattributes' },
  async plan({ root, attributes: wanted }) {
    const missing = await missingAttributes(root, wanted)
    if (missing.length === 0) return NOTHING
    const before = await readText(join(root, FILE))
    const start = before === null || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}\n`
    return {
      changes: [{ path: FILE, before, after: `${start}${missing.join('\n')}\n` }],
      steps: [],
      left: [],
    }
  },
}

/**
 * The lines of wanted attributes whose pattern the file does not name at all: one that it names is as
 * its owners want it.
 */
export async function missingAttributes(root: string, wanted: string): Promise<string[]> {
  const known = new Set(patternsIn((await readText(join(root, FILE))) ?? ''))
  if (known.has('*')) return []
  return wanted.split('\n').filter(line => patternsIn(line).some(pattern => !known.has(pattern)))
}

function patternsIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap(line => {
    const [pattern = ''] = line.trim().split(/[ \t]+/)
    return pattern === '' || pattern.startsWith('#') ? [] : [pattern]
  })
}
