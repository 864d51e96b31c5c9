import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'
import type { Facet, Taxonomy, Term } from '../model/taxonomy.js'

/**
 * The facet of an id.
 * @throws CasectlError `unknown-facet` with the nearest ones
 */
export function findFacet(taxonomy: Taxonomy, id: string): Facet {
  const facet = taxonomy.facets.get(id)
  if (facet !== undefined) return facet
  const ids = [...taxonomy.facets.keys()]
  const close = nearest(id, ids)
  const known =
    ids.length === 0 ? undefined : { en: `Known: ${ids.join(', ')}`, zh: `可用：${ids.join('、')}` }
  const meant = { en: `Did you mean ${close.join(' or ')}?`, zh: `是否想写 ${close.join(' 或 ')}？` }
  throw new CasectlError(
    'unknown-facet',
    { en: `The taxonomy has no facet "${id}".`, zh: `分类体系中没有维度“${id}”。` },
    close.length > 0 ? meant : known,
  )
}

/**
 * The term of an id. Labels and aliases do not count: what rewrites cases wants the exact id.
 * @throws CasectlError `unknown-term` with the nearest ones
 */
export function findTerm(taxonomy: Taxonomy, facet: Facet, id: string): Term {
  const found = facet.terms.get(id)
  if (found !== undefined) return found
  const resolved = taxonomy.resolve(facet.id, id)
  const close = resolved.kind === 'unknown' ? resolved.nearest : [resolved.term.id]
  const see = {
    en: `See \`casectl taxonomy ${facet.id}\` for the terms.`,
    zh: `可用 \`casectl taxonomy ${facet.id}\` 查看全部术语。`,
  }
  const names = close.map(name => `\`${name}\``)
  const meant = { en: `Did you mean ${names.join(' or ')}?`, zh: `是否想写 ${names.join(' 或 ')}？` }
  throw new CasectlError(
    'unknown-term',
    {
      en: `The facet ${facet.id} has no term with the id "${id}".`,
      zh: `维度 ${facet.id} 中没有 id 为“${id}”的术语。`,
    },
    close.length === 0 ? see : meant,
  )
}
