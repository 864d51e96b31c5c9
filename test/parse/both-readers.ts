import { readFileSync } from 'node:fs'
import type { Body, CaseFile } from '../../src/model/case.js'
import type { BodyText, CaseText } from '../../src/model/case-text.js'
import { EMPTY_BODY } from '../../src/model/empty-body.js'
import { LineIndex } from '../../src/model/range.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { parseBody } from '../../src/parse/body.js'
import { checkBodyLimits } from '../../src/parse/body-limits.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseBuilder } from '../../src/parse/case-builder.js'
import { CASE_FIELDS } from '../../src/parse/case-keys.js'
import { bodyText, scanBody } from '../../src/parse/fast-body.js'
import { FastCaseReader } from '../../src/parse/fast-case.js'
import { passesLimit } from '../../src/parse/fast-limits.js'
import { FastCaseParser } from '../../src/parse/fast-parse.js'
import { FastSource } from '../../src/parse/fast-source.js'
import { readFrontMatter } from '../../src/parse/front-matter.js'
import { foldHeading, sectionNames } from '../../src/parse/headings.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { fastBody } from '../../src/parse/placed-body.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { schemaProblems } from '../../src/parse/schema-problem.js'

const config = resolveConfig({})
const taxonomy = new Taxonomy(readTaxonomy(readFileSync('taxonomy.yml', 'utf8')).value ?? { facets: {} })
const facets = [...taxonomy.facets.values()].map(facet => facet.field)
const context = { config, taxonomy, validate: builtInCheck(facets) }

/** What both readers are opened with: default configuration, taxonomy of the sample library. */
export const settings: { readonly config: typeof config; readonly taxonomy: Taxonomy } = { config, taxonomy }

const fastReader = new FastCaseReader(context)
const parser = new CaseParser(context)
const fastParser = new FastCaseParser(context)
const builder = new CaseBuilder(context)

export function fastCase(text: string): CaseText | undefined {
  return fastReader.readText('cases/a.md', text)
}

/** A case by the fast scanners wherever they answer, with its places. */
export function placedCase(text: string): CaseFile {
  return parser.parseText('cases/a.md', text)
}

/** The same without `yaml` and remark, where that is enough. */
export function fastPlacedCase(text: string): CaseFile | undefined {
  return fastParser.parseText('cases/a.md', text)
}

/** A case by `yaml` and remark alone. */
export function slowCase(text: string): CaseFile {
  const lines = new LineIndex(text)
  const { frontMatter, problems } = readFrontMatter(text, lines)
  if (frontMatter === undefined) return { path: 'cases/a.md', text, problems }
  const { fields, block, bodyStart, values } = frontMatter
  const places = { fields, whole: { ...block, end: block.start + 3 }, known: [...CASE_FIELDS, ...facets] }
  const schema = schemaProblems(context.validate(values), places)
  const limits = checkBodyLimits(text, bodyStart, lines)
  const parsed = builder.build('cases/a.md', frontMatter, schema, kind => {
    if (limits.length > 0) return EMPTY_BODY
    const { sectionOf } = names
    return parseBody({ text, bodyStart, lines, sectionOf, audienceOf: names.audienceOf[kind] })
  })
  return { path: 'cases/a.md', text, case: parsed, problems: [...problems, ...schema, ...limits] }
}

const names = sectionNames(config)
const idOf = (title: string): string | undefined => names.sectionOf.get(foldHeading(title))

/** The words of Markdown as the fast reader gives them. */
export function fastWords(markdown: string): BodyText | undefined {
  const scanned = passesLimit(markdown, 0) ? undefined : scanBody(markdown, 0)
  return scanned === undefined ? undefined : bodyText(scanned, { idOf, audienceOf: names.audienceOf.case })
}

/** The body of Markdown with its places, as the fast reader gives it. */
export function fastPlaces(markdown: string): Body | undefined {
  const source = new FastSource(markdown)
  // A byte order mark stands at the start of a file alone, where no body is.
  if (markdown.startsWith('\uFEFF')) return undefined
  if (passesLimit(source.text, 0)) return undefined
  const body = fastBody(source, 0, { idOf, audienceOf: names.audienceOf.case })
  return body && wholeBody(body)
}

/** A body whose parts are looked up as one that is made at once. */
export function wholeBody({ headings, links, comments, sections, text, blocks, prose }: Body): Body {
  return { headings, links, comments, sections, text, blocks, prose }
}

/** The body of Markdown as remark gives it; undefined for a body that no case may have. */
export function slowPlaces(markdown: string): Body | undefined {
  const lines = new LineIndex(markdown)
  if (checkBodyLimits(markdown, 0, lines).length > 0) return undefined
  const { sectionOf } = names
  return parseBody({ text: markdown, bodyStart: 0, lines, sectionOf, audienceOf: names.audienceOf.case })
}

/** The words of Markdown as remark gives them; undefined for a body that no case may have. */
export function slowWords(markdown: string): BodyText | undefined {
  const body = slowPlaces(markdown)
  if (body === undefined) return undefined
  const { headings, sections, text } = body
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
