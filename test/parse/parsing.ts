import { readdirSync, readFileSync } from 'node:fs'
import type { Case, CaseFile, Problem } from '../../src/model/case.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { linearRegExp } from '../../src/parse/linear-regexp.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { caseValidator } from '../../src/parse/schema.js'

const SAMPLE_TAXONOMY = readFileSync('taxonomy.yml', 'utf8')

export interface ParserOptions {
  /** Text of the configuration; every default without. */
  readonly config?: string
  /** Text of the taxonomy; the sample library's without. */
  readonly taxonomy?: string
  /** The library's own JSON Schema. */
  readonly schema?: Readonly<Record<string, unknown>>
}

/** A parser of cases for the settings given. */
export function caseParser(options: ParserOptions = {}): CaseParser {
  const config = resolveConfig(readConfig(options.config ?? '').value ?? {})
  const data = readTaxonomy(options.taxonomy ?? SAMPLE_TAXONOMY).value
  const taxonomy = new Taxonomy(data ?? { facets: {} })
  const facets = [...taxonomy.facets.values()].map(facet => facet.field)
  const own = options.schema === undefined ? undefined : { schema: options.schema, regExp: linearRegExp }
  return new CaseParser({
    config,
    taxonomy,
    validate: own === undefined ? builtInCheck(facets) : caseValidator(facets, own),
  })
}

const parser = caseParser()

/** Parses text as a case of a library with the default configuration. */
export function parse(text: string): CaseFile {
  return parser.parseText('cases/a.md', text)
}

export function parseBytes(bytes: Uint8Array): CaseFile {
  return parser.parse({ path: 'cases/a.md', bytes })
}

/** The case in a file. Throws where there is none. */
export function caseOf(file: CaseFile): Case {
  if (file.case === undefined) throw new Error(`no case: ${briefly(file.problems).join(', ')}`)
  return file.case
}

/** The texts of the sample library's cases, by path. */
export function sampleTexts(): Map<string, string> {
  const paths = ['archive', 'cases'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
  )
  return new Map(paths.filter(path => path.endsWith('.md')).map(path => [path, readFileSync(path, 'utf8')]))
}

/** Problems as `code line:column`, or `code` where they have no place. */
export function briefly(problems: readonly Problem[]): string[] {
  return problems.map(({ code, at }) => (at === undefined ? code : `${code} ${at.line}:${at.column}`))
}

/** The five fields that every case has, as front-matter lines. */
export const BASE = 'id: CASE-7F3KQ\nkind: case\ntitle: A title\nstatus: draft\nlanguage: en\n'

/** A sound case with further front-matter lines and a body. */
export function caseText(lines = '', body = ''): string {
  return `---\n${BASE}${lines}---\n${body}`
}
