import { Staging } from '../io/import-staging.js'
import { hash128 } from '../lib/hash128.js'
import { printOf } from '../lib/text-print.js'
import type { RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'

/** What is looked at of a draft: its file, and what is compared with other cases. */
export interface DraftText {
  readonly path: RepoPath
  readonly text: string
  readonly language: string
  readonly compared: string
}

/** Why a draft would be no sound case. */
export type DraftUnsound = 'unsound' | 'too-large'

/** What a look at a draft gives. */
export interface CheckedDraft {
  readonly fault?: DraftUnsound
  /** Names what it says: 32 hexadecimal digits. */
  readonly said: string
  /** As `printOf` gives it, in memory of its own. */
  readonly print: Uint8Array
  /** Of its file, hexadecimal; empty in a trial. */
  readonly sha256: string
}

/** Where drafts are staged. */
export interface StagingPlace {
  readonly root: string
  /** Absolute folder of the import's journal. */
  readonly journal: string
  readonly resumed: boolean
}

/** Looks at drafts as lint would, takes down what tells them apart, and stages them. */
export class DraftCheck {
  readonly #parser: CaseParser
  readonly #place: StagingPlace | undefined
  readonly #staging: Staging | undefined

  /** @param place undefined in a trial: nothing is kept */
  constructor(parser: CaseParser, place: StagingPlace | undefined) {
    this.#parser = parser
    this.#place = place
    this.#staging = place === undefined ? undefined : new Staging(place.root, place.journal)
  }

  check(drafts: readonly DraftText[]): CheckedDraft[] {
    return drafts.map(draft => this.#look(draft))
  }

  #look({ path, text, language, compared }: DraftText): CheckedDraft {
    const fault = this.#faultOf(path, text)
    if (fault !== undefined) return { fault, said: '', print: new Uint8Array(0), sha256: '' }
    const resumed = this.#place?.resumed === true
    const sha = this.#staging?.put(path, text, resumed) ?? ''
    return { said: hash128(`${language}\0${compared}`), print: printOf(compared), sha256: sha }
  }

  /** The reader of cases is asked, as lint would. */
  #faultOf(path: RepoPath, text: string): DraftUnsound | undefined {
    if (Buffer.byteLength(text) > MAX_FILE_BYTES) return 'too-large'
    const { case: found, problems } = this.#parser.parseText(path, text)
    return found?.sound === true && problems.length === 0 ? undefined : 'unsound'
  }
}
