import { deflateNow } from '../io/deflate.js'
import { FileReader } from '../io/read-now.js'
import { lookAt } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { documentTerms } from '../search/cut-terms.js'
import { BatchBuilder, type DocumentBatch } from '../store/document-batch.js'
import { encodeDocument } from '../store/document-code.js'
import { choosePreset, presetSamples } from '../store/preset.js'
import { type CaseSettings, documentReader } from './case-documents.js'
import { type ReadDocument, sourceOf } from './index-compare.js'
import { withUses } from './index-uses.js'
import { shortHash } from './sha256.js'
import type { Source } from './sources.js'

/** Files to read. */
export interface ReadTask {
  readonly paths: readonly RepoPath[]
  /** What documents are deflated against; undefined where they are left as they are. */
  readonly preset: Uint8Array | undefined
}

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

  async read({ paths, preset }: ReadTask): Promise<ReadBatch> {
    const parse = await this.#parser()
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
    const documents = this.#documents.next(preset && { deflate: deflateNow, preset })
    return { files, documents, paths: sound, asked: paths.length, read }
  }

  /** What documents of a library are deflated against, from those of some of its files. */
  async preset(paths: readonly RepoPath[]): Promise<Uint8Array | undefined> {
    const parse = await this.#parser()
    const samples: Uint8Array[] = []
    for (const number of presetSamples(paths.length)) {
      const path = paths[number] ?? ''
      const file = this.#reader.read(path)
      const document = file && (await parse(path, file.bytes))
      if (document !== undefined) samples.push(encodeDocument(document))
    }
    return choosePreset(samples)
  }

  #parser(): Promise<ReadDocument> {
    this.#parse ??= documentReader(this.#library)
    return this.#parse
  }
}

/** What cannot be read is remembered as it looks; what is gone meanwhile is not. */
function unreadable(root: string, path: RepoPath): Source[] {
  return lookAt(root, [path]).map(look => ({ ...look, hash: '', id: '' }))
}
