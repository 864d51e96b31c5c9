import { listCacheFiles, readCacheFile, removeCacheFile, writeCacheFile } from '../io/cache-files.js'
import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { decodeRecords, type EncodedRecords, encodeRecords, type FileRecord } from './lint-record.js'
import { sha256 } from './sha256.js'

// Three files a rule set:
//   lint-<key>.base    every file of the library as it was when this was written
//   lint-<key>.later   what was judged since, in place of what stands in the base
//   lint-<key>.cases   what the rules that look at all cases found the last time
// each: seal | length | text | bytes
//   seal     32 bytes, SHA-256 of all that follows
//   length   u32 LE, of the text
//   text     JSON: head, LF, records (see lint-record.ts)
//   bytes    what rules gathered as bytes

const FORMAT = 'casectl-lint-2'
const SEAL = 32
const LENGTH = 4
/** Rule sets that are remembered: an editor, a hook and somebody who tries a rule. */
const MOST_KEYS = 4
/** Share of the base that may stand in the other file before all is written anew. */
const MOST_LATER = 0.05
const FEW_LATER = 256

interface Head {
  readonly format: string
  /** When the files were looked at, by the clock of their file system, in milliseconds since 1970. */
  readonly lookedAt: number
  /** Of a file of later records: the seal of its base. */
  readonly base?: string
}

type Part = 'base' | 'later' | 'cases'

/** What earlier runs over a library came to, under the same rules and settings. */
export class LintCache {
  readonly #root: string
  readonly #key: string
  readonly #records = new Map<RepoPath, FileRecord>()
  readonly #lookedAt = new Map<RepoPath, number>()
  /** Paths that stand in the file of later records. */
  readonly #later = new Set<RepoPath>()
  #baseSeal = ''
  #baseCount = 0

  /** @param key of rules, settings and version: what a judgement depends on beside its file */
  constructor(root: string, key: string) {
    this.#root = root
    this.#key = key
    const base = this.#read('base', undefined)
    if (base === undefined) return
    this.#baseSeal = base.seal
    this.#baseCount = base.records.length
    this.#add(base)
    const later = this.#read('later', base.seal)
    if (later === undefined) return
    this.#add(later)
    for (const { path } of later.records) this.#later.add(path)
  }

  record(path: RepoPath): FileRecord | undefined {
    return this.#records.get(path)
  }

  /** When the file was last looked at for the record. */
  lookedAt(path: RepoPath): number {
    return this.#lookedAt.get(path) ?? 0
  }

  /**
   * Keeps what a run came to, as far as it is new.
   * @param all every file there is
   * @param fresh those whose record is not the one that was read
   */
  save(all: readonly FileRecord[], fresh: readonly FileRecord[], lookedAt: number): void {
    const later = new Set([...this.#later, ...fresh.map(({ path }) => path)])
    const gone =
      this.#records.size - (all.length - fresh.filter(({ path }) => !this.#records.has(path)).length)
    if (fresh.length === 0 && gone <= FEW_LATER) return
    const most = Math.max(FEW_LATER, this.#baseCount * MOST_LATER)
    if (this.#baseSeal !== '' && later.size <= most && gone <= most) {
      const records = all.filter(({ path }) => later.has(path))
      this.#write('later', records, { format: FORMAT, lookedAt, base: this.#baseSeal })
      return
    }
    this.#write('base', all, { format: FORMAT, lookedAt })
    removeCacheFile(this.#root, this.#name('later'))
    this.#forgetOthers()
  }

  /**
   * Rule → what it found in all cases; undefined where they were others then.
   * @param content hash of all cases
   */
  ofCases(content: string): ReadonlyMap<string, readonly Diagnostic[]> | undefined {
    const read = this.#open('cases')
    if (read === undefined) return undefined
    const head: CasesHead = JSON.parse(read.head)
    return head.format === FORMAT && head.content === content ? new Map(JSON.parse(read.text)) : undefined
  }

  saveOfCases(content: string, found: ReadonlyMap<string, readonly Diagnostic[]>): void {
    const head: CasesHead = { format: FORMAT, content }
    this.#seal('cases', head, { text: JSON.stringify([...found]), bytes: new Uint8Array() })
  }

  #name(part: Part): string {
    return `${PREFIX}${this.#key}.${part}`
  }

  #add({ head, records }: ReadPart): void {
    for (const record of records) {
      this.#records.set(record.path, record)
      this.#lookedAt.set(record.path, head.lookedAt)
    }
  }

  #read(part: 'base' | 'later', base: string | undefined): ReadPart | undefined {
    const read = this.#open(part)
    if (read === undefined) return undefined
    const head: Head = JSON.parse(read.head)
    if (head.format !== FORMAT || head.base !== base) return undefined
    return { seal: read.seal, head, records: decodeRecords(read) }
  }

  #open(part: Part): Opened | undefined {
    const bytes = readCacheFile(this.#root, this.#name(part))
    return bytes === undefined ? undefined : open(bytes)
  }

  #write(part: 'base' | 'later', records: readonly FileRecord[], head: Head): void {
    this.#seal(part, head, encodeRecords(records))
  }

  #seal(part: Part, head: Head | CasesHead, { text, bytes }: EncodedRecords): void {
    const body = Buffer.from(`${JSON.stringify(head)}\n${text}`)
    const length = Buffer.alloc(LENGTH)
    length.writeUInt32LE(body.length)
    const seal = Buffer.from(sha256(Buffer.concat([length, body, bytes])), 'hex')
    writeCacheFile(this.#root, this.#name(part), [seal, length, body, bytes])
  }

  #forgetOthers(): void {
    const bases = listCacheFiles(this.#root, PREFIX).filter(name => name.endsWith('.base'))
    for (const name of bases.slice(MOST_KEYS)) {
      for (const part of ['base', 'later', 'cases']) {
        removeCacheFile(this.#root, name.replace(/base$/, part))
      }
    }
  }
}

const PREFIX = 'lint-'

interface ReadPart {
  readonly seal: string
  readonly head: Head
  readonly records: readonly FileRecord[]
}

interface CasesHead {
  readonly format: string
  /** Hash of all cases. */
  readonly content: string
}

interface Opened extends EncodedRecords {
  readonly seal: string
  /** JSON. */
  readonly head: string
}

/** Undefined for bytes that are not what was written, whole; what is sealed is JSON, of this format or a former one. */
function open(all: Buffer): Opened | undefined {
  const body = all.subarray(SEAL)
  const seal = all.toString('hex', 0, SEAL)
  if (body.length < LENGTH || sha256(body) !== seal) return undefined
  const end = LENGTH + body.readUInt32LE(0)
  const cut = body.indexOf('\n', LENGTH)
  const head = body.toString('utf8', LENGTH, cut)
  // A copy begins where numbers of four bytes may.
  const bytes = new Uint8Array(body.subarray(end))
  return { seal, head, text: body.toString('utf8', cut + 1, end), bytes }
}
