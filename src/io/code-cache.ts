import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { makeFoldersNow } from './make-folders.js'

export interface CachedBundle {
  /** What the bundle exports. */
  readonly exports: unknown
  /**
   * Keeps the compiled code of all functions that have run, unless it was kept already.
   * @param ran milliseconds of work: code that was kept after much less is kept again, for a longer run
   *   calls more functions
   */
  keep(ran?: number): void
}

/**
 * Loads a bundle of one file whose compiled code is kept from the last time: V8 then neither parses
 * it nor compiles a function at its first call, a sixth of the time of a search. Node does the same
 * from 22.1 on (`module.enableCompileCache`), and casectl runs on older ones.
 * @param file absolute path of a CommonJS module in ASCII, as one function of `module` and `require`
 * @param folder where compiled code is kept; undefined keeps none
 */
export function requireCached(
  file: string,
  require: NodeJS.Require,
  folder: string | undefined,
): CachedBundle {
  const source = readFileSync(file)
  const name = `${basename(file)}-${process.version}-${process.arch}-${hex(crc32(source))}`
  const cache = folder === undefined ? undefined : join(folder, name)
  const before = cache === undefined ? undefined : readCache(cache)
  // Two bytes a character would be read, held and compared where one is enough.
  const text = source.toString('latin1')
  const script = new Script(text, { filename: file, ...(before && { cachedData: before.data }) })
  const module = { exports: {} }
  script.runInThisContext()(module, require, pathToFileURL(file).href)
  const kept = script.cachedDataRejected === true ? undefined : before
  return {
    exports: module.exports,
    keep(ran = 0) {
      if (cache === undefined || (kept !== undefined && ran <= MUCH_LONGER * kept.ran)) return
      writeCache(cache, { ran, data: script.createCachedData() })
    },
  }
}

/** Keeping it again takes a tenth of the shortest run, which then comes seldom enough. */
const MUCH_LONGER = 3

/**
 * Where a user's programs keep what they can make again (XDG Base Directory Specification;
 * `LOCALAPPDATA` on Windows); undefined where that is nowhere, or Node's own caching of code is refused.
 */
export function codeCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return undefined
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env
  const caches = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')]
  // A path that is not absolute is to be ignored, says the specification.
  const found = caches.find(path => path !== undefined && isAbsolute(path))
  return found === undefined ? undefined : join(found, 'casectl', 'code')
}

interface KeptCode {
  /** Milliseconds of work that had called what is kept. */
  readonly ran: number
  readonly data: Buffer
}

/**
 * Two numbers of four bytes before the data: the checksum of the rest, and how long it ran. V8 trusts what
 * it is given, so a flipped byte must be seen before.
 */
const HEAD_BYTES = 8
const RAN_AT = 4

function readCache(path: string): KeptCode | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const { uid, mode } = fstatSync(descriptor)
    // Code that somebody else may have written is not run: `sudo casectl` with a user's home.
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined
    const bytes = readFileSync(descriptor)
    if (bytes.length <= HEAD_BYTES || crc32(bytes.subarray(RAN_AT)) !== bytes.readUInt32LE()) return undefined
    return { ran: bytes.readUInt32LE(RAN_AT), data: bytes.subarray(HEAD_BYTES) }
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Best effort: without it the next start is as slow as this one. */
function writeCache(path: string, { ran, data }: KeptCode): void {
  const temporary = `${path}.${process.pid}`
  const bytes = Buffer.concat([Buffer.alloc(HEAD_BYTES), data])
  bytes.writeUInt32LE(Math.min(Math.round(ran), 0xffff_ffff), RAN_AT)
  bytes.writeUInt32LE(crc32(bytes.subarray(RAN_AT)))
  try {
    makeFoldersNow(dirname(path), 0o700)
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 })
    renameSync(temporary, path)
    removeOthers(path)
  } catch {
    // A full disk, a folder that is read only: nothing that a search should speak of.
  }
}

/** Of older bundles for the same Node, and what a full disk cut off. */
function removeOthers(path: string): void {
  const current = basename(path)
  const kind = current.slice(0, -CHECKSUM_HEX)
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(kind) && name !== current) rmSync(join(dirname(path), name), { force: true })
  }
}

const CHECKSUM_HEX = 8

function hex(value: number): string {
  return value.toString(16).padStart(CHECKSUM_HEX, '0')
}
