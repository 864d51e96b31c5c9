import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that only one bundled package has: they tell which of the chunks hold it. */
const MARKS: Readonly<Record<string, string>> = {
  yaml: 'YAMLParseError',
  remark: 'codeIndented',
  'gray-matter': 'expected input to be a string or buffer',
  'simple-git': 'simpleGit',
}

const CHUNKS = 'dist/chunks'

/** Package that is bundled → the chunks that hold it, which the bundles of one file do without. */
export function bundledFiles(): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(CHUNKS).filter(name => name.endsWith('.js'))
  const texts = names.map(name => [name, readFileSync(join(CHUNKS, name), 'utf8')] as const)
  return new Map(
    Object.entries(MARKS).map(([name, mark]) => {
      const files = texts.flatMap(([file, text]) => (text.includes(mark) ? [file] : []))
      if (files.length === 0) throw new Error(`no chunk holds ${name}`)
      return [name, files]
    }),
  )
}
