import { CasectlError } from '../lib/errors.js'
import { type RunningGit, startGit } from './git-stream.js'
import type { Host } from './host.js'

/** An object of a repository. */
export interface GitObject {
  /** `blob`, `tree`, `commit`, `tag`. */
  readonly type: string
  /** Bytes that it has. */
  readonly size: number
  /**
   * Undefined where it is larger than the limit. A view of all that came at once: whoever keeps it for
   * long takes a copy.
   */
  readonly bytes: Buffer | undefined
}

/** Objects that were asked for together. */
interface Asked {
  readonly count: number
  /** Those that have come, in the order of their names. */
  readonly found: (GitObject | undefined)[]
  resolve(found: (GitObject | undefined)[]): void
  reject(error: unknown): void
}

interface Head {
  readonly type: string
  readonly size: number
}

/** Reads objects by their names, through one `git cat-file --batch` for all of them. */
export class GitObjects {
  readonly #git: RunningGit
  readonly #limit: number
  readonly #asked: Asked[] = []
  #names = ''
  #chunks: Buffer[] = []
  #length = 0
  /** The object whose bytes are being read. */
  #head: Head | undefined
  #failure: { readonly error: unknown } | undefined

  /** @param limit largest object that is kept, in bytes */
  constructor(top: string, env: Host['env'], limit: number) {
    this.#limit = limit
    this.#git = startGit(top, ['cat-file', '--batch'], env)
    this.#git.child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    void this.#git.ended().then(
      () => this.#fail(new CasectlError('git', { en: 'git ended early.', zh: 'git 提前结束。' })),
      error => this.#fail(error),
    )
  }

  /**
   * @param name of an object, or an expression such as `HEAD:path`; undefined comes of what is not there
   * @throws CasectlError `git`
   */
  async read(name: string): Promise<GitObject | undefined> {
    const [found] = await this.readAll([name])
    return found
  }

  /** The same of many, in the order of their names. */
  readAll(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.error)
      if (names.length === 0) return resolve([])
      this.#asked.push({ count: names.length, found: [], resolve, reject })
      // Names that are asked for in one turn go out in one piece.
      if (this.#names === '') setImmediate(() => this.#send())
      // A line break would be a question of its own, and shift every answer: an empty name is not there.
      for (const name of names) this.#names += `${/[\n\r\0]/.test(name) ? '' : name}\n`
    })
  }

  #answer(found: GitObject | undefined): void {
    const [first] = this.#asked
    if (first === undefined) return
    first.found.push(found)
    if (first.found.length < first.count) return
    this.#asked.shift()
    first.resolve(first.found)
  }

  #send(): void {
    this.#git.child.stdin.write(this.#names)
    this.#names = ''
  }

  /** Ends the process. Nothing can be read afterwards. */
  close(): void {
    this.#git.child.stdin.end()
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    for (const { reject } of this.#asked.splice(0)) reject(this.#failure.error)
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    // Bytes are joined when an answer is whole: joining at each chunk would take the square of its length.
    if (this.#head !== undefined && this.#length <= this.#head.size) return
    let rest: Buffer = Buffer.concat(this.#chunks)
    for (let next: Buffer | undefined = rest; next !== undefined; next = this.#step(rest)) rest = next
    this.#chunks = [rest]
    this.#length = rest.length
  }

  /** Takes a head or an object off the front; undefined where it is not whole yet. */
  #step(all: Buffer): Buffer | undefined {
    return this.#head === undefined ? this.#readHead(all) : this.#readBytes(all, this.#head)
  }

  #readHead(all: Buffer): Buffer | undefined {
    const end = all.indexOf('\n')
    if (end === -1) return undefined
    const words = all.toString('utf8', 0, end).split(' ')
    const size = Number(words.at(-1))
    // Else `NAME missing` or `NAME ambiguous`.
    if (words.length >= 3 && Number.isInteger(size)) this.#head = { type: words.at(-2) ?? '', size }
    else this.#answer(undefined)
    return all.subarray(end + 1)
  }

  #readBytes(all: Buffer, { type, size }: Head): Buffer | undefined {
    if (all.length <= size) return undefined
    const bytes = size > this.#limit ? undefined : all.subarray(0, size)
    this.#head = undefined
    this.#answer({ type, size, bytes })
    return all.subarray(size + 1)
  }
}
