import type { YamlGroup, YamlList } from '../parse/taxonomy-edit.js'
import { CannotSplice, groupOf, listOf, type Page, pairOf, scalarOf } from './page.js'

/** A term in the text: the list it stands in, and the facet or term that owns the list. */
export interface TermPlace {
  readonly owner: YamlGroup
  readonly list: YamlList
  readonly index: number
  readonly group: YamlGroup
}

/** @throws CannotSplice */
export function facetOf(page: Page, facet: string): YamlGroup {
  const facets = groupOf(page.root, 'facets')
  const found = facets === undefined ? undefined : groupOf(facets, facet)
  if (found === undefined) throw new CannotSplice('no such facet')
  return found
}

/** @throws CannotSplice */
export function placeOf(page: Page, facet: string, id: string): TermPlace {
  for (const place of termsBelow(facetOf(page, facet))) {
    if (scalarOf(pairOf(place.group, 'id')?.value) === id) return place
  }
  throw new CannotSplice('no such term')
}

/** Every term below a facet or term, in the order of the file. */
export function* termsBelow(owner: YamlGroup): Iterable<TermPlace> {
  const list = listOf(owner, 'terms')
  for (const [index, group] of list?.items.entries() ?? []) {
    if (list === undefined || group.kind !== 'group') continue
    yield { owner, list, index, group }
    yield* termsBelow(group)
  }
}
