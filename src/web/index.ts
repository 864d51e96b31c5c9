/**
 * Search of a case library in a browser: the same code as in the terminal, over an index that any
 * host of files serves.
 *
 *     import { openSearch } from './casectl-search.js'
 *     const cases = await openSearch('https://cases.example.com/index/')
 *     const { hits } = await cases.search({ text: '设备停机 E-1203' })
 */

export { CasectlError } from '../lib/errors.js'
export { fill, type Language, type Message } from '../lib/message.js'
export type { Filters } from '../library/filter.js'
export type { Hit, SearchResult } from '../search/search.js'
export type { Suggestion } from '../search/suggest.js'
export { DamagedIndex } from '../store/storage.js'
export {
  type CaseSearch,
  type OpenSearchOptions,
  openSearch,
  type SuggestOptions,
  type WebSearchRequest,
} from './open-search.js'
