import { FastCaseReader } from '../parse/fast-case.js'
import { quickCaseCheck } from '../parse/quick-check.js'
import type { Validator } from '../parse/schema.js'
import { toDocument } from '../search/document.js'
import type { IndexDocument } from '../store/document.js'
import type { ReadDocument } from './index-compare.js'
import type { Indexable } from './indexable.js'
import { ownText } from './sha256.js'

/** What reading cases asks of a library. */
export type CaseSettings = Pick<Indexable, 'root' | 'config' | 'taxonomy' | 'parser'>

/**
 * How the cases of a library are read into the index: by the fast reader, and by the parser where
 * that one is not sure. The parser is loaded when the first case needs it.
 */
export async function documentReader(library: CaseSettings): Promise<ReadDocument> {
  const { config, taxonomy } = library
  const fast = new FastCaseReader({ config, taxonomy, validate: await validatorOf(library) })
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

const NOT_SURE = [{ keyword: '', instancePath: '', schemaPath: '', params: {} }]

/** Finds nothing wrong only where nothing is; what it finds wrong may be sound. */
async function validatorOf({ root, config, taxonomy }: CaseSettings): Promise<Validator> {
  if (config.schema !== undefined) {
    const { openCaseValidator } = await import('./own-schema.js')
    return openCaseValidator(root, config, taxonomy)
  }
  const check = quickCaseCheck([...taxonomy.facets.values()].map(facet => facet.field))
  return values => (check(values as Readonly<Record<string, unknown>>) ? [] : NOT_SURE)
}
