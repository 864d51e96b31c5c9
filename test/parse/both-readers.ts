import { readFileSync } from 'node:fs'
import type { CaseFile } from '../../src/model/case.js'
import type { BodyText, CaseText } from '../../src/model/case-text.js'
import { LineIndex } from '../../src/model/range.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { parseBody } from '../../src/parse/body.js'
import { checkBodyLimits } from '../../src/parse/body-limits.js'
import { fastBody } from '../../src/parse/fast-body.js'
import { FastCaseReader } from '../../src/parse/fast-case.js'
import { foldHeading, sectionNames } from '../../src/parse/headings.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { caseValidator } from '../../src/parse/schema.js'

const config = resolveConfig({})
const taxonomy = new Taxonomy(readTaxonomy(readFileSync('taxonomy.yml', 'utf8')).value ?? { facets: {} })
const facets = [...taxonomy.facets.values()].map(facet => facet.field)
const context = { config, taxonomy, validate: caseValidator(facets) }

/** What both readers are opened with: default configuration, taxonomy of the sample library. */
export const settings: { readonly config: typeof config; readonly taxonomy: Taxonomy } = { config, taxonomy }

const fastReader = new FastCaseReader(context)
const parser = new CaseParser(context)

export function fastCase(text: string): CaseText | undefined {
  return fastReader.readText('cases/a.md', text)
}

export function slowCase(text: string): CaseFile {
  return parser.parseText('cases/a.md', text)
}

const names = sectionNames(config)

/** The words of Markdown as the fast reader gives them. */
export function fastWords(markdown: string): BodyText | undefined {
  const idOf = (title: string): string | undefined => names.sectionOf.get(foldHeading(title))
  return fastBody({ text: markdown, bodyStart: 0, idOf, audienceOf: names.audienceOf.case })
}

/** The words of Markdown as remark gives them; undefined for a body that no case may have. */
export function slowWords(markdown: string): BodyText | undefined {
  const lines = new LineIndex(markdown)
  if (checkBodyLimits(markdown, 0, lines).length > 0) return undefined
  const { sectionOf } = names
  const audienceOf = names.audienceOf.case
  const { headings, sections, text } = parseBody({
    text: markdown,
    bodyStart: 0,
    lines,
    sectionOf,
    audienceOf,
  })
  return {
    headings: headings.map(({ depth, title }) => ({ depth, title })),
    sections: sections.map(({ id, title, text, audience }) => ({
      ...(id === undefined ? {} : { id }),
      title,
      text,
      ...(audience === undefined ? {} : { audience }),
    })),
    text,
  }
}
