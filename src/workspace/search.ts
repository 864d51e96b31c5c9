import { type Filters, resolveFilters } from '../library/filter.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { type SearchRequest, type SearchResult, search } from '../search/search.js'
import { type OpenSearchOptions, withSearchIndex } from './search-index.js'

export interface LibrarySearch extends OpenSearchOptions, Omit<SearchRequest, 'text' | 'filters'> {
  readonly text?: string
  /** Dimension → values as a person types them: ids, labels or aliases. */
  readonly filters?: Filters
}

export interface LibrarySearchResult extends SearchResult {
  /** Absolute path of the library. */
  readonly root: string
  /** The index may be out of date: the library changed and an update would take long. */
  readonly outdated: boolean
  /** Where facets were counted: the names of their terms. */
  readonly taxonomy?: Taxonomy
}

/**
 * Searches the library that a folder belongs to; builds or updates its index where needed.
 * @throws CasectlError as `Workspace.open` does, and `unknown-filter`
 */
export async function searchLibrary(cwd: string, request: LibrarySearch): Promise<LibrarySearchResult> {
  return withSearchIndex(cwd, request, async ({ root, opened, outdated }) => {
    const typed = request.filters ?? {}
    // Reading the taxonomy costs more than a search does: only where something is asked of it.
    const filters = Object.keys(typed).length === 0 ? {} : resolveFilters(typed, await opened.taxonomy())
    const result = await search(opened, { ...request, text: request.text ?? '', filters })
    const taxonomy = request.facets === true ? { taxonomy: await opened.taxonomy() } : {}
    return { ...result, root, outdated, ...taxonomy }
  })
}
