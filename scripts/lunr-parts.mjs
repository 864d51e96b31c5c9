import { readFileSync } from 'node:fs'

/** What the search of a page uses of Lunr: terms, stems, stop words and automata, no index of Lunr's own. */
const USED = ['utils', 'Set', 'Pipeline', 'stemmer', 'stopWordFilter', 'TokenSet']

/**
 * Leaves out of Lunr's one file what a page never calls. The file is a row of sections, each below a
 * comment `/*! * lunr.<name>`, between a head and the export; bundlers cannot cut it themselves.
 */
export const lunrParts = {
  name: 'lunr-parts',
  setup(build) {
    build.onLoad({ filter: /[\\/]lunr[\\/]lunr\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const exportAt = text.lastIndexOf('  /**\n   * export the module')
      const [head, ...sections] = text.slice(0, exportAt).split(/^(?=\/\*!$)/m)
      const named = new Map(sections.map(section => [/^ \* lunr\.(\w+)$/m.exec(section)?.[1], section]))
      const kept = USED.map(name => named.get(name))
      if (exportAt === -1 || kept.includes(undefined))
        throw new Error(`${path} has other sections than Lunr 2.3.9`)
      return { contents: [head, ...kept, text.slice(exportAt)].join(''), loader: 'js' }
    })
  },
}
