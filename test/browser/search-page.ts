import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

/** What a page asks of the network, in the order in which it was answered. */
export interface Transfer {
  readonly url: string
  /** Bytes on the wire, response headers included; 0 from the cache. */
  readonly bytes: number
}

/** What a page answers to a search. */
export interface PageAnswer {
  readonly ids: readonly string[]
  readonly total: number
  /** Milliseconds in the page. */
  readonly ms: number
}

/** A page that searches, in a browser profile of its own: its cache is empty. */
export class SearchPage {
  readonly transfers: Transfer[] = []
  readonly #context: BrowserContext
  readonly #page: Page
  readonly #url: string

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context
    this.#page = page
    this.#url = url
  }

  /** Opens a blank page of a server; neither the program nor the index is loaded yet. */
  static async open(browser: Browser, url: string): Promise<SearchPage> {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(url)
    const opened = new SearchPage(context, page, url)
    await opened.#listen(await context.newCDPSession(page))
    return opened
  }

  /** Loads the program and opens the index at the first call, then asks. */
  async search(request: { readonly text: string; readonly limit?: number }): Promise<PageAnswer> {
    return this.#page.evaluate(`(${SEARCH})(${JSON.stringify({ request, url: this.#url })})`)
  }

  get bytes(): number {
    return this.transfers.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  close(): Promise<void> {
    return this.#context.close()
  }

  // https://chromedevtools.github.io/devtools-protocol/tot/Network/#event-loadingFinished
  async #listen(session: CDPSession): Promise<void> {
    const urls = new Map<string, string>()
    session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const url = urls.get(requestId)
      // A request of the blank page itself, begun before anybody listened.
      if (url !== undefined) this.transfers.push({ url, bytes: encodedDataLength })
    })
    await session.send('Network.enable')
  }
}

// A text, as it runs in the page, where the program is found at an address.
const SEARCH = `async ({ request, url }) => {
  const start = performance.now()
  globalThis.cases ??= import(url + 'app/casectl-search.js').then(({ openSearch }) => openSearch(url + 'index/'))
  const { hits, total } = await (await globalThis.cases).search(request)
  return { ids: hits.map(hit => hit.id), total, ms: performance.now() - start }
}`
