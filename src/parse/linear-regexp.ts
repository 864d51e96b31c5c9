import { RE2JS } from 're2js'
import type { RegExpEngine } from './schema.js'

// Patterns of users run on text of strangers: RE2 matches in linear time, whatever the pattern.
const engine = (pattern: string) => {
  const compiled = RE2JS.compile(pattern)
  return {
    test: (text: string): boolean => compiled.matcher(text).find(),
    // ajv keeps one engine for all patterns whose texts are the same.
    toString: (): string => pattern,
  }
}

/** ajv's engine for the patterns of a library's own schema. */
export const linearRegExp: RegExpEngine = Object.assign(engine, { code: 're2' })
