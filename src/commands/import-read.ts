import type { Format, ReadOptions } from '../import/format.js'
import type { ImportSource } from '../import/source.js'
import type { Encoding } from '../model/import-encodings.js'
import type { Context } from './context.js'

/** How an export is to be read; the choices are checked where the options are declared. */
export interface ImportReadOptions {
  readonly format?: Format
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: string
}

/** Those that were given. */
export function readOptions(options: ImportReadOptions): ReadOptions {
  const { format, encoding, delimiter, sheet } = options
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

/** Warns of a text that decodes but looks wrong. */
export function saySuspicion({ terminal }: Context, { suspicion, encoding }: ImportSource): void {
  if (suspicion === undefined) return
  terminal.say({ en: 'Read as {encoding}.', zh: '按 {encoding} 读取。' }, { encoding: encoding ?? '' })
  terminal.say(suspicion.message)
}
