import type { RepoPath } from '../model/case.js'
import { applyEdits } from '../model/change.js'
import { CannotSplice, groupOf, listOf, openPage, replaceScalar, scalarOf } from './page.js'
import { removeItem } from './remove-item.js'

/** The facet whose terms the charter lists. */
export const CHARTER_FACET = 'product'

/**
 * The configuration with a product's new id in `charter.products`.
 * @throws CannotSplice
 */
export function renameInCharter(path: RepoPath, text: string, from: string, to: string): string {
  const page = openPage(path, text)
  const charter = groupOf(page.root, 'charter')
  const products = charter === undefined ? undefined : listOf(charter, 'products')
  const index = products?.items.findIndex(item => scalarOf(item) === from) ?? -1
  const item = products?.items[index]
  if (charter === undefined || products === undefined || item === undefined) {
    throw new CannotSplice('no such product')
  }
  const twice = products.items.some(other => scalarOf(other) === to)
  const edits = twice ? removeItem(page, charter, 'products', index) : [replaceScalar(page, item, to)]
  return applyEdits(text, edits)
}
