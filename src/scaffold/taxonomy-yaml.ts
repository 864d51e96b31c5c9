import type { FacetData, Labels, LevelData, TaxonomyData, TermData } from '../model/taxonomy.js'
import { yamlList, yamlScalar } from '../parse/yaml-scalar.js'

const HEADER = `# The terms that cases may use. A case names a term by its id; labels and aliases are found by
# search, and \`casectl lint --fix\` turns an alias in a case into the id. Rename and add freely.
# 案例可用的术语。案例里写术语的 id；检索时标签和别名都能命中，
# \`casectl lint --fix\` 会把案例中的别名改成 id。可以随意修改和增加。
version: 1
facets:
`

/** The text of a `taxonomy.yml`: one line a term without children, blocks above. */
export function taxonomyYaml(data: TaxonomyData): string {
  const facets = Object.entries(data.facets).map(([id, facet]) =>
    [`  ${id}:`, ...facetLines(facet)].join('\n'),
  )
  return `${HEADER}${facets.join('\n')}\n`
}

function facetLines(facet: FacetData): string[] {
  return [
    `    labels: ${labelsOf(facet.labels)}`,
    ...(facet.field === undefined ? [] : [`    field: ${facet.field}`]),
    ...(facet.required === true ? ['    required: true'] : []),
    ...(facet.levels === undefined ? [] : ['    levels:', ...facet.levels.map(levelLine)]),
    ...(facet.multiple === true ? ['    multiple: true'] : []),
    '    terms:',
    ...facet.terms.flatMap(term => termLines(term, '      ')),
  ]
}

function levelLine({ id, field, labels }: LevelData): string {
  const named = field === undefined ? '' : `field: ${field}, `
  return `      - { id: ${id}, ${named}labels: ${labelsOf(labels)} }`
}

function termLines(term: TermData, indent: string): string[] {
  const entries = [
    `id: ${yamlScalar(term.id)}`,
    `labels: ${labelsOf(term.labels)}`,
    ...(term.aliases === undefined ? [] : [`aliases: ${yamlList(term.aliases)}`]),
    ...(term.other === true ? ['other: true'] : []),
  ]
  if (term.terms === undefined) return [`${indent}- { ${entries.join(', ')} }`]
  const block = entries.map((entry, i) => `${indent}${i === 0 ? '- ' : '  '}${entry}`)
  return [...block, `${indent}  terms:`, ...term.terms.flatMap(child => termLines(child, `${indent}    `))]
}

function labelsOf(labels: Labels | undefined): string {
  const written = Object.entries(labels ?? {}).map(([language, label]) => `${language}: ${yamlScalar(label)}`)
  return `{ ${written.join(', ')} }`
}
