import { FastCaseReader } from '../parse/fast-case.js'
import { toDocument } from '../search/document.js'
import type { IndexDocument } from '../store/document.js'
import type { ReadDocument } from './index-compare.js'
import type { Indexable } from './indexable.js'
import { quickValidator } from './quick-validator.js'
import { ownText } from './sha256.js'

/** What reading cases asks of a library. */
export type CaseSettings = Pick<Indexable, 'root' | 'config' | 'taxonomy' | 'parser'>

/**
 * How the cases of a library are read into the index: by the fast reader, and by the parser where
 * that one is not sure. The parser is loaded when the first case needs it.
 */
export async function documentReader(library: CaseSettings): Promise<ReadDocument> {
  const { config, taxonomy } = library
  const fast = new FastCaseReader({ config, taxonomy, validate: await quickValidator(library) })
  return async (path, bytes) => {
    const read = fast.read(path, bytes)
    if (read !== undefined) return owned(toDocument(read, library))
    const parsed = (await library.parser()).parse({ path, bytes }).case
    return parsed?.sound === true ? owned(toDocument(parsed, library)) : undefined
  }
}

/** Builders keep the id of every document. */
function owned(document: IndexDocument): IndexDocument {
  return { ...document, id: ownText(document.id) }
}
