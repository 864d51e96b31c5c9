import { readFiles } from '../io/read-files.js'
import { FileReader } from '../io/read-now.js'
import type { RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
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

/** What became of it: judged anew, or the same bytes as before with another look. */
export type LintOutcome = FileRecord | Required<Pick<FileRecord, 'path' | 'look'>>

/** True where a file was judged anew. */
export function isRecord(outcome: LintOutcome): outcome is FileRecord {
  return 'judgement' in outcome
}

/** Reads files of one library and judges them for themselves. */
export class LintReader {
  readonly #root: string
  readonly #cases: CaseReader
  readonly #judge: FileJudge
  readonly #reader: FileReader
  readonly #keep: boolean

  /** @param keep whether anything is kept for another run: what tells files apart is left out without */
  constructor(root: string, cases: CaseReader, judge: FileJudge, keep: boolean) {
    this.#keep = keep
    this.#root = root
    this.#cases = cases
    this.#judge = judge
    this.#reader = new FileReader(root, MAX_FILE_BYTES)
  }

  async read(tasks: readonly LintTask[]): Promise<LintOutcome[]> {
    const outcomes: LintOutcome[] = []
    for (const task of tasks) outcomes.push((await this.#read(task)) ?? (await this.#unreadable(task.path)))
    return outcomes
  }

  async #read({ path, hash: before }: LintTask): Promise<LintOutcome | undefined> {
    const read = this.#reader.read(path)
    if (read === undefined) return undefined
    const { bytes, look } = read
    if (!this.#keep) {
      const { file, plain } = await this.#cases.read({ path, bytes })
      return recordOf(file, this.#judge.judge(file), { hash: '', plain })
    }
    const hash = shortHash(bytes)
    if (hash === before) return { path, look }
    const { file, plain } = await this.#cases.read({ path, bytes })
    return recordOf(file, this.#judge.judge(file), { look, hash, plain })
  }

  /** The slower way says what stands there instead of a file. */
  async #unreadable(path: RepoPath): Promise<FileRecord> {
    const [result] = await readFiles(this.#root, [path], MAX_FILE_BYTES)
    const { file } = await this.#cases.read(toInput(result ?? { path, failed: 'unknown' }))
    return recordOf(file, this.#judge.judge(file), undefined)
  }
}
