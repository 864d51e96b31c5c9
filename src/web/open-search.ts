import { CasectlError } from '../lib/errors.js'
import type { Language, Message } from '../lib/message.js'
import { type Filters, resolveFilters } from '../library/filter.js'
import { OpenedIndex } from '../search/opened.js'
import { type SearchRequest, type SearchResult, search } from '../search/search.js'
import { type Suggestion, suggest } from '../search/suggest.js'
import { TOKENIZER } from '../search/tokens.js'
import { MANIFEST_FILE } from '../store/manifest.js'
import { type Decoded, decodeManifest } from '../store/manifest-code.js'
import { DamagedIndex, type Storage } from '../store/storage.js'
import { type Fetch, FetchStorage } from './fetch-storage.js'

export interface WebSearchRequest extends Omit<SearchRequest, 'filters'> {
  /** Dimension → values as a person types them: ids, labels or aliases. */
  readonly filters?: Filters
}

/** The search of one index, as a page uses it. */
export interface CaseSearch {
  /**
   * Answers as `casectl search` does, from the few parts of the index that the query needs.
   * @throws CasectlError `unknown-filter`, `no-index`; DamagedIndex; what `fetch` throws
   */
  search(request: WebSearchRequest): Promise<SearchResult>
  /**
   * What someone may be typing, as `casectl suggest` says it; ten unless `limit` says otherwise.
   * @throws DamagedIndex; what `fetch` throws
   */
  suggest(prefix: string, options?: SuggestOptions): Promise<readonly Suggestion[]>
}

export interface SuggestOptions {
  readonly limit?: number
  /** Of the labels shown; English where it is left out. */
  readonly language?: Language
}

export interface OpenSearchOptions {
  /** In the place of the global `fetch`: for headers of one's own, or tests. */
  readonly fetch?: Fetch
}

/**
 * Opens the index in a folder of a web server: the contents of `.casectl/index`.
 * @param base address of that folder
 * @throws CasectlError `no-index` when there is none that this version can ask
 */
export async function openSearch(base: string | URL, options: OpenSearchOptions = {}): Promise<CaseSearch> {
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const index = new WebIndex(String(base), fetch)
  await index.open()
  return index
}

class WebIndex implements CaseSearch {
  readonly #base: string
  readonly #fetch: Fetch
  #opened: Promise<OpenedIndex> | undefined

  constructor(base: string, fetch: Fetch) {
    this.#base = base
    this.#fetch = fetch
  }

  open(): Promise<OpenedIndex> {
    if (this.#opened === undefined) {
      const opening = openIndex(this.#base, new FetchStorage(this.#base, this.#fetch))
      this.#opened = opening
      // What failed may be tried again.
      opening.catch(() => {
        this.#opened = undefined
      })
    }
    return this.#opened
  }

  async search(request: WebSearchRequest): Promise<SearchResult> {
    return this.#ask(async opened => {
      const { filters, ...rest } = request
      if (filters === undefined) return search(opened, rest)
      return search(opened, { ...rest, filters: resolveFilters(filters, await opened.taxonomy()) })
    })
  }

  async suggest(prefix: string, { limit = 10, language = 'en' }: SuggestOptions = {}) {
    return this.#ask(opened => suggest(opened, prefix, { limit, language }))
  }

  /**
   * A host that publishes a new index takes packs away that an open page still refers to. So what
   * is damaged is opened once more, and is damaged only if it says so again.
   */
  async #ask<T>(question: (opened: OpenedIndex) => Promise<T>): Promise<T> {
    try {
      return await question(await this.open())
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error
      this.#opened = undefined
      return question(await this.open())
    }
  }
}

async function openIndex(base: string, storage: Storage): Promise<OpenedIndex> {
  const bytes = await storage.read(MANIFEST_FILE)
  const text = bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  const manifest = decodeManifest(text, TOKENIZER)
  if (!manifest.ok) throw unusable(base, manifest.reason)
  return new OpenedIndex(storage, manifest.value)
}

const REASONS: Readonly<Record<Exclude<Decoded<unknown>, { ok: true }>['reason'], Message>> = {
  missing: { en: 'there is no manifest.json', zh: '没有 manifest.json' },
  damaged: { en: 'its manifest.json is damaged', zh: 'manifest.json 已损坏' },
  foreign: {
    en: 'it was written by another program or a later casectl',
    zh: '由其他程序或更新版本的 casectl 写成',
  },
  older: { en: 'it was written by an earlier casectl', zh: '由较早版本的 casectl 写成' },
}

function unusable(base: string, reason: keyof typeof REASONS): CasectlError {
  const { en, zh } = REASONS[reason]
  return new CasectlError(
    'no-index',
    { en: `No index to search at ${base}: ${en}.`, zh: `${base} 没有可用的索引：${zh}。` },
    {
      en: 'Run `casectl index` and publish the folder .casectl/index with the same version as this page.',
      zh: '请运行 `casectl index`，用与本页面相同的版本重新发布 .casectl/index 文件夹。',
    },
  )
}
