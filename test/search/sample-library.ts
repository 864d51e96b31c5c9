import { readdirSync, readFileSync } from 'node:fs'
import { buildLibrary, type Library } from '../../src/library/library.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'

const ROOT = new URL('../../', import.meta.url)

/** The library at the root of this repository, read from disk. */
export function readSampleLibrary(): Library {
  const config = resolveConfig(readConfig(text('casectl.config.yml')).value ?? {})
  const taxonomy = new Taxonomy(readTaxonomy(text('taxonomy.yml')).value ?? { facets: {} })
  const facets = [...taxonomy.facets.values()].map(facet => facet.field)
  const parser = new CaseParser({ config, taxonomy, validate: builtInCheck(facets) })
  const files = casePaths().map(path => parser.parse({ path, bytes: readFileSync(new URL(path, ROOT)) }))
  return buildLibrary(config, taxonomy, files, () => undefined)
}

function text(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

function casePaths(): string[] {
  return ['archive', 'cases'].flatMap(folder =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => `${folder}/${name}`)
      .sort(),
  )
}
