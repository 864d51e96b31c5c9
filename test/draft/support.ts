import { readFileSync } from 'node:fs'
import { type DraftRequest, draftCase } from '../../src/draft/draft-case.js'
import { parseTemplate, type Template } from '../../src/draft/template.js'
import type { Case, CaseFile, Kind } from '../../src/model/case.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'

export function asset(path: string): string {
  return readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8')
}

export function shipped(kind: Kind, language: string): Template {
  const name = `${kind}.${language}.md`
  return parseTemplate(asset(name), name)
}

const sample = readTaxonomy(readFileSync(new URL('../../taxonomy.yml', import.meta.url), 'utf8'))
if (sample.value === undefined) throw new Error('the sample taxonomy has problems')
export const taxonomy = new Taxonomy(sample.value)

const fields = [...taxonomy.facets.values()].map(facet => facet.field)
const parser = new CaseParser({ config: DEFAULT_CONFIG, taxonomy, validate: builtInCheck(fields) })

export function read(text: string, path = 'cases/a.md'): CaseFile {
  return parser.parseText(path, text)
}

/** The case of a text that must be free of problems. */
export function readSound(text: string): Case {
  const file = read(text)
  if (file.problems.length > 0) throw new Error(JSON.stringify(file.problems, undefined, 1) + text)
  if (file.case?.sound !== true) throw new Error(`not sound: ${text}`)
  return file.case
}

/** A request that says the least that a draft needs, with some things said otherwise. */
export function request(over: Partial<DraftRequest> = {}): DraftRequest {
  return {
    kind: 'case',
    id: 'CASE-7F3KQ',
    title: '路由器 ERR_WIFI_AUTH 反复认证',
    language: 'zh-CN',
    day: '2026-11-05',
    audience: 'internal',
    errorCodes: [],
    tags: [],
    customerPhrases: [],
    folder: 'cases',
    template: shipped('case', 'zh'),
    ...over,
  }
}

export function drafted(over: Partial<DraftRequest> = {}): Case {
  return readSound(draftCase(request(over)).text)
}

export function sectionIds(found: Case): (string | undefined)[] {
  return found.body.sections.map(section => section.id)
}
