import { readFileSync } from 'node:fs'

/** What the search of a page uses of Lunr: terms, stems, stop words and automata, no index of Lunr's own. */
const USED = ['utils', 'Set', 'Pipeline', 'stemmer', 'stopWordFilter', 'TokenSet']

/** Of those, what only building and asking an index of Lunr's own calls: `lunr.Set`, `lunr.Set.empty` … */
const UNUSED = [
  'FieldRef',
  'Pipeline.load',
  'Pipeline.prototype',
  'Set',
  'Token.prototype.clone',
  'TokenSet.Builder',
  'TokenSet.fromArray',
  'TokenSet.fromClause',
  'TokenSet.prototype.intersect',
  'TokenSet.prototype.toString',
  'idf',
  'utils.asString',
  'utils.clone',
]

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
      const used = kept.map(withoutUnused)
      return { contents: [head, ...used, text.slice(exportAt)].join(''), loader: 'js' }
    })
  },
}

/** Statements of a section begin their lines; what stands before each is its comment. */
function withoutUnused(section) {
  const statements = section.split(/^(?=lunr\.)/m)
  return statements.filter(statement => !isUnused(/^lunr\.([\w.]+)/.exec(statement)?.[1])).join('')
}

function isUnused(name) {
  return UNUSED.some(unused => name === unused || name?.startsWith(`${unused}.`))
}
