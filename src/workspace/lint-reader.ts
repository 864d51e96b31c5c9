import { readFiles } from '../io/read-files.js'
import { FileReader } from '../io/read-now.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseInput } from '../parse/parse-case.js'
import type { FileJudge } from '../rules/judge.js'
import { toInput } from './case-input.js'
import type { CaseReader } from './case-reader.js'
import { type FileRecord, recordOf } from './lint-record.js'
import { shortHash } from './sha256.js'

/** A file to be looked into. */
export interface LintTask {
  readonly path: RepoPath
  /** What its bytes were hashed to when they were last judged; missing where that is not known. */
  readonly hash?: string
}

/** A file of the same bytes as before, with another look. */
export type SameFile = Required<Pick<FileRecord, 'path' | 'look'>>

/** What became of a file: judged anew, or the same as before. */
export type LintOutcome = FileRecord | SameFile

/** True where a file was judged anew. */
export function isRecord(outcome: LintOutcome): outcome is FileRecord {
  return 'judgement' in outcome
}

/** What became of files, and those that are left to another reader. */
export interface LintRead {
  readonly outcomes: readonly LintOutcome[]
  readonly left: readonly LintTask[]
}

/**
 * Files that are parsed before they are judged: the tables and the code of either step stay in the
 * processor's cache, which saves a twelfth of the time. Many more are in each other's way.
 */
const TOGETHER = 16

/** A file before it is judged: parsed, left to another reader, or as it was. */
type Parsed =
  | { readonly file: CaseFile; readonly facts: Parameters<typeof recordOf>[2] }
  | { readonly left: LintTask }
  | SameFile

/** Reads files of one library and judges them for themselves. */
export class LintReader {
  readonly #root: string
  readonly #cases: CaseReader
  readonly #judge: FileJudge
  readonly #reader: FileReader
  readonly #keep: boolean
  readonly #seldomToo: boolean
  #mayLeave: number

  /**
   * @param keep whether anything is kept for another run: what tells files apart is left out without,
   *   and facts that no rule asks for
   * @param mayLeave how many files that only the whole parser reads it may leave to another reader
   */
  constructor(root: string, cases: CaseReader, judge: FileJudge, keep: boolean, mayLeave = 0) {
    this.#keep = keep
    this.#seldomToo = keep || judge.asksSeldom
    this.#mayLeave = mayLeave
    this.#root = root
    this.#cases = cases
    this.#judge = judge
    this.#reader = new FileReader(root, MAX_FILE_BYTES)
  }

  async read(tasks: readonly LintTask[]): Promise<LintRead> {
    const outcomes: LintOutcome[] = []
    const left: LintTask[] = []
    for (let at = 0; at < tasks.length; at += TOGETHER) {
      const some: Parsed[] = []
      for (const task of tasks.slice(at, at + TOGETHER)) some.push(await this.#parsed(task))
      for (const one of some) {
        if ('left' in one) left.push(one.left)
        else outcomes.push('file' in one ? this.#judged(one) : one)
      }
    }
    return { outcomes, left }
  }

  #judged({ file, facts }: Extract<Parsed, { readonly file: CaseFile }>): FileRecord {
    return recordOf(file, this.#judge.judge(file), facts, this.#seldomToo)
  }

  async #parsed(task: LintTask): Promise<Parsed> {
    const { path, hash: before } = task
    const read = this.#reader.read(path)
    if (read === undefined) return this.#unreadable(path)
    const { bytes, look } = read
    const hash = this.#keep ? shortHash(bytes) : ''
    if (this.#keep && hash === before) return { path, look }
    const parsed = await this.#parse({ path, bytes })
    if (parsed === undefined) return { left: task }
    const { file, plain } = parsed
    return { file, facts: this.#keep ? { look, hash, plain } : { hash, plain } }
  }

  async #parse(input: CaseInput): Promise<{ file: CaseFile; plain: boolean } | undefined> {
    if (this.#mayLeave === 0) return this.#cases.read(input)
    const file = this.#cases.readFast(input)
    if (file !== undefined) return { file, plain: true }
    this.#mayLeave--
    return undefined
  }

  /** The slower way says what stands there instead of a file. */
  async #unreadable(path: RepoPath): Promise<Parsed> {
    const [result] = await readFiles(this.#root, [path], MAX_FILE_BYTES)
    const { file } = await this.#cases.read(toInput(result ?? { path, failed: 'unknown' }))
    return { file, facts: undefined }
  }
}
