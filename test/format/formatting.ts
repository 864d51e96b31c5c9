import { type Formatted, formatCase, isFormattable } from '../../src/format/format-case.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { parse } from '../parse/parsing.js'

/** Formats a text as a case with the default configuration; as it is where it cannot be formatted. */
export function format(text: string): Formatted {
  const file = parse(text)
  if (!isFormattable(file)) return { text, left: [] }
  return formatCase(file, { config: DEFAULT_CONFIG, parse: (_, changed) => parse(changed) })
}
