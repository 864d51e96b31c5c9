import { CasectlError } from '../lib/errors.js'
import { fill, type Message } from '../lib/message.js'
import type { Library } from '../library/library.js'
import { findCase } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { FileChange, FileMove } from '../model/change.js'
import type { ParseCase } from '../taxonomy/case-terms.js'
import { orByHand, type SourceText } from '../taxonomy/page.js'
import { CaseEdit } from './case-edit.js'

/** What a rewriting of cases is worked out from. */
export interface LifeSources {
  readonly library: Library
  readonly parse: ParseCase
  /** Files beside the cases that name cases: gold queries and synonyms, those that are there. */
  readonly gold: SourceText | undefined
  readonly synonyms: SourceText | undefined
  /** Files that are no cases and may link to cases: looked at where cases move. */
  readonly documents: readonly SourceText[]
}

/** What is to be written and moved; nothing is yet. */
export interface Rewrite {
  readonly changes: readonly FileChange[]
  readonly moves: readonly FileMove[]
}

/** A case with its file. */
export interface Found {
  readonly case: Case
  readonly file: CaseFile
}

/**
 * The one case of an id.
 * @throws CasectlError `no-case`, `duplicate-id` or `unreadable-case`
 */
export function caseOf({ byId, fileAt }: Library, id: CaseId): Found {
  const [found, ...twins] = byId.get(id.toUpperCase()) ?? []
  const file = found === undefined ? undefined : fileAt.get(found.path)
  if (found === undefined || file === undefined) {
    throw new CasectlError('no-case', { en: `There is no case ${id}.`, zh: `没有案例 ${id}。` })
  }
  if (twins.length > 0) {
    const paths = [found, ...twins].map(({ path }) => path).join(', ')
    throw new CasectlError(
      'duplicate-id',
      { en: `Several files have the id ${id}: ${paths}.`, zh: `有多个文件使用 id ${id}：${paths}。` },
      { en: 'Give all but one an id of their own first.', zh: '请先为其余文件换用新的 id。' },
    )
  }
  if (!found.sound) throw unreadable(found)
  return { case: found, file }
}

function unreadable({ path }: Case): CasectlError {
  return new CasectlError(
    'unreadable-case',
    { en: `${path} has errors in its first fields.`, zh: `${path} 的基本字段有错误。` },
    { en: '`casectl lint` says which.', zh: '运行 `casectl lint` 可查看。' },
  )
}

/** The cases that a rewriting touches, each edited in one place. */
export class Edits {
  readonly #sources: LifeSources
  readonly #byHand: Message
  readonly #edits = new Map<string, CaseEdit>()

  /** @param byHand what the user has to do where a file cannot be edited */
  constructor(sources: LifeSources, byHand: Message) {
    this.#sources = sources
    this.#byHand = byHand
  }

  /** Edits a case. @throws CasectlError `by-hand` */
  of(file: CaseFile, work: (edit: CaseEdit) => void): void {
    const known = this.#edits.get(file.path)
    const edit = known ?? new CaseEdit(file, this.#sources.parse)
    orByHand(file.path, this.#byHand, () => work(edit))
    this.#edits.set(file.path, edit)
  }

  /** Every case that names another one in a field. */
  naming(field: 'related', id: CaseId): CaseFile[] {
    return this.#sources.library.files.filter(file => file.case?.[field].includes(id) === true)
  }

  find(id: CaseId): CaseFile | undefined {
    const found = findCase(this.#sources.library, id)
    return found === undefined ? undefined : this.#sources.library.fileAt.get(found.path)
  }

  /**
   * The changes, once none has made a case worse.
   * @throws CasectlError `refused-value`
   */
  changes(): FileChange[] {
    for (const [path, edit] of this.#edits) {
      const before = this.#sources.library.fileAt.get(path)?.problems.length ?? 0
      const { problems } = edit.now
      if (problems.length <= before && edit.now.case?.sound === true) continue
      throw new CasectlError(
        'refused-value',
        { en: `${path} would not hold afterwards:`, zh: `${path} 改动后将不再有效：` },
        undefined,
        problems.map(({ message, args }) => fill(message, args)),
      )
    }
    return [...this.#edits.values()].flatMap(edit => edit.change())
  }
}
