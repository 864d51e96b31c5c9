import type { CaseFile } from '../model/case.js'
import { FastCaseParser } from '../parse/fast-parse.js'
import type { CaseInput, CaseParser } from '../parse/parse-case.js'
import type { CaseSettings } from './case-documents.js'
import { quickValidator } from './quick-validator.js'

/** Reads cases by the fast parser, and by the whole one, loaded when the first needs it, where that is not sure. */
export class CaseReader {
  readonly #fast: FastCaseParser
  readonly #open: () => Promise<CaseParser>
  #whole: CaseParser | undefined

  private constructor(fast: FastCaseParser, open: () => Promise<CaseParser>) {
    this.#fast = fast
    this.#open = open
  }

  /** @throws CasectlError `settings` when the library's own schema cannot be used */
  static async open(library: CaseSettings): Promise<CaseReader> {
    const { config, taxonomy } = library
    const fast = new FastCaseParser({ config, taxonomy, validate: await quickValidator(library) })
    return new CaseReader(fast, () => library.parser())
  }

  /** Loads the whole parser, so that `readNow` can read whatever comes. */
  async prepare(): Promise<CaseParser> {
    this.#whole ??= await this.#open()
    return this.#whole
  }

  /** Undefined for what only the whole parser reads. */
  readFast(input: CaseInput): CaseFile | undefined {
    return this.#fast.parse(input)
  }

  async read(input: CaseInput): Promise<{ readonly file: CaseFile; readonly plain: boolean }> {
    const file = this.#fast.parse(input)
    if (file !== undefined) return { file, plain: true }
    return { file: (await this.prepare()).parse(input), plain: false }
  }

  /** Undefined for what only the whole parser reads, where that was not loaded. */
  readNow(input: CaseInput): CaseFile | undefined {
    return this.#fast.parse(input) ?? this.#whole?.parse(input)
  }
}
