import { type Filters, resolveFilters } from '../library/filter.js'
import { OpenedIndex } from '../search/opened.js'
import { type SearchResult, search } from '../search/search.js'
import { type OpenSearchOptions, openSearchIndex } from './search-index.js'

export interface LibrarySearch extends OpenSearchOptions {
  readonly text?: string
  /** Dimension → values as a person types them: ids, labels or aliases. */
  readonly filters?: Filters
  readonly limit?: number
  readonly offset?: number
}

export interface LibrarySearchResult extends SearchResult {
  /** Absolute path of the library. */
  readonly root: string
  /** The index may be out of date: the library changed and rebuilding would take long. */
  readonly outdated: boolean
}

/**
 * Searches the library that a folder belongs to; builds or updates its index where needed.
 * @throws CasectlError as `Workspace.open` does, and `unknown-filter`
 */
export async function searchLibrary(cwd: string, request: LibrarySearch): Promise<LibrarySearchResult> {
  const { root, contents, outdated } = await openSearchIndex(cwd, request)
  const opened = new OpenedIndex(contents)
  const result = search(opened, {
    text: request.text ?? '',
    filters: resolveFilters(request.filters ?? {}, opened.taxonomy),
    ...(request.limit === undefined ? {} : { limit: request.limit }),
    ...(request.offset === undefined ? {} : { offset: request.offset }),
  })
  return { ...result, root, outdated }
}
