import { MANIFEST_FILE } from '../store/manifest.js'
import type { ByteRange, Storage } from '../store/storage.js'
import { inflate } from './inflate.js'

/** How a file is asked for: a part of what the global `fetch` takes. */
export interface FetchInit {
  readonly cache: 'no-cache' | 'force-cache'
  readonly headers?: Record<string, string>
}

/** A part of what the global `fetch` answers. */
export interface FetchResponse {
  readonly ok: boolean
  readonly status: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What is asked of the world: the global `fetch`, or one like it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>

/** An index on a web server, as any host of files serves it. */
export class FetchStorage implements Storage {
  readonly inflate = inflate
  readonly #base: string
  readonly #fetch: Fetch
  /** Packs that came whole. */
  readonly #whole = new Map<string, Promise<Uint8Array | undefined>>()
  /** Whether the server takes ranges, as its answer to the first one says. */
  #ranges: Promise<boolean> | undefined

  /** @param base the address of the folder that holds `manifest.json` */
  constructor(base: string, fetch: Fetch) {
    this.#base = base.endsWith('/') ? base : `${base}/`
    this.#fetch = fetch
  }

  /** @throws TypeError when nobody answers, Error for an answer that is neither the file nor its absence */
  async read(name: string, range?: ByteRange): Promise<Uint8Array | undefined> {
    // The manifest changes under its name; a pack's name says its contents, so any copy is as good.
    if (name === MANIFEST_FILE) return this.#get(name, { cache: 'no-cache' })
    if (range === undefined) return this.#pack(name)
    if (range.start === range.end) return new Uint8Array()
    if (this.#ranges === undefined) return this.#first(name, range)
    return (await this.#ranges) ? this.#range(name, range) : slice(await this.#pack(name), range)
  }

  /** Those that are asked for meanwhile wait for its answer: without ranges one pack may hold them all. */
  async #first(name: string, range: ByteRange): Promise<Uint8Array | undefined> {
    const asked = this.#ask(name, rangeOf(range))
    this.#ranges = asked.then(
      response => response?.status !== 200,
      () => true,
    )
    const response = await asked
    if (response?.status !== 200) return partOf(response, range)
    this.#whole.set(name, bytesOf(response))
    return slice(await this.#pack(name), range)
  }

  async #range(name: string, range: ByteRange): Promise<Uint8Array | undefined> {
    return partOf(await this.#ask(name, rangeOf(range)), range)
  }

  #pack(name: string): Promise<Uint8Array | undefined> {
    const kept = this.#whole.get(name)
    if (kept !== undefined) return kept
    const asked = this.#get(name, { cache: 'force-cache' })
    this.#whole.set(name, asked)
    // What failed may be asked for again.
    asked.catch(() => this.#whole.delete(name))
    return asked
  }

  async #get(name: string, init: FetchInit): Promise<Uint8Array | undefined> {
    const response = await this.#ask(name, init)
    return response === undefined ? undefined : bytesOf(response)
  }

  /** Undefined when there is no such file. */
  async #ask(name: string, init: FetchInit): Promise<FetchResponse | undefined> {
    const url = this.#base + name
    const response = await this.#fetch(url, init)
    if (response.ok || response.status === 416) return response
    if (response.status === 404 || response.status === 410) return undefined
    throw new Error(`${url}: HTTP ${response.status}`)
  }
}

async function bytesOf(response: FetchResponse): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}

/** The bytes of an answer to a range; none where the pack ends before it, which its reader will notice. */
async function partOf(
  response: FetchResponse | undefined,
  range: ByteRange,
): Promise<Uint8Array | undefined> {
  if (response === undefined) return undefined
  if (response.status === 416) return new Uint8Array()
  const bytes = await bytesOf(response)
  return response.status === 206 ? bytes : slice(bytes, range)
}

// Both ends included: https://www.rfc-editor.org/rfc/rfc9110#name-byte-ranges
function rangeOf({ start, end }: ByteRange): FetchInit {
  return { cache: 'force-cache', headers: { Range: `bytes=${start}-${end - 1}` } }
}

function slice(bytes: Uint8Array | undefined, { start, end }: ByteRange): Uint8Array | undefined {
  return bytes?.subarray(start, end)
}
