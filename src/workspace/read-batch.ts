import { FileReader } from '../io/read-now.js'
import { lookAt } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { documentTerms } from '../search/cut-terms.js'
import { BatchBuilder, type DocumentBatch } from '../store/document-batch.js'
import { type CaseSettings, documentReader } from './case-documents.js'
import { type ReadDocument, sourceOf } from './index-compare.js'
import { withUses } from './index-uses.js'
import { shortHash } from './sha256.js'
import type { Source } from './sources.js'

/** What became of some files, in the order in which they were asked for. */
export interface ReadBatch {
  readonly files: readonly Source[]
  /** The documents of those files that are sound cases. */
  readonly documents: DocumentBatch
  /** By document: its file. */
  readonly paths: readonly RepoPath[]
  /** Files that were asked for. */
  readonly asked: number
  /** Files that were opened. */
  readonly read: number
}

/** Reads files of one library and cuts their cases into terms. */
export class BatchReader {
  readonly #library: CaseSettings
  readonly #uses: ReadonlyMap<string, number>
  readonly #reader: FileReader
  readonly #documents = new BatchBuilder()
  #parse: Promise<ReadDocument> | undefined

  constructor(library: CaseSettings, uses: ReadonlyMap<string, number>) {
    this.#library = library
    this.#uses = uses
    this.#reader = new FileReader(library.root, MAX_FILE_BYTES)
  }

  async read(paths: readonly RepoPath[]): Promise<ReadBatch> {
    this.#parse ??= documentReader(this.#library)
    const parse = await this.#parse
    const before = this.#reader.count
    const files: Source[] = []
    const sound: RepoPath[] = []
    for (const path of paths) {
      const file = this.#reader.read(path)
      if (file === undefined) {
        files.push(...unreadable(this.#library.root, path))
        continue
      }
      const document = await parse(path, file.bytes)
      files.push({ path, ...file.look, hash: shortHash(file.bytes), ...sourceOf(document) })
      if (document !== undefined) {
        sound.push(path)
        this.#documents.add(withUses(document, this.#uses), documentTerms(document, this.#library.taxonomy))
      }
    }
    const read = this.#reader.count - before
    return { files, documents: this.#documents.next(), paths: sound, asked: paths.length, read }
  }
}

/** What cannot be read is remembered as it looks; what is gone meanwhile is not. */
function unreadable(root: string, path: RepoPath): Source[] {
  return lookAt(root, [path]).map(look => ({ ...look, hash: '', id: '' }))
}
