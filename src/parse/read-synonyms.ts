import { foldKey } from '../lib/text.js'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { below } from '../model/pointer.js'
import type { SynonymsData } from '../model/synonyms.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/**
 * Text of `synonyms.yml` → its data, checked: every name says something, no list says the same
 * twice, and no name leads to itself. A name may stand in several groups, as a word may mean two
 * things.
 */
export function readSynonyms(text: string): SettingsResult<SynonymsData> {
  const read = readSettings<SynonymsData>(text, fixedCheck('synonyms'), ['version', 'equal', 'associations'])
  if (read.value === undefined) return read
  const check = new Check(read.fields)
  for (const [i, names] of (read.value.equal ?? []).entries()) check.names(names, `/equal/${i}`)
  check.associations(read.value.associations ?? {})
  return check.problems.length > 0 ? { problems: check.problems } : read
}

const MESSAGES = {
  noWord: {
    en: '`{name}` holds no letter and no digit: nobody can search for it.',
    zh: '`{name}` 不含文字或数字，无法检索。',
  },
  repeatedName: {
    en: '`{name}` says the same as `{first}` in this list. Keep one.',
    zh: '`{name}` 与同一列表中的 `{first}` 相同。请只保留一个。',
  },
  repeatedKey: {
    en: '`{name}` and `{first}` are the same name. Put what they lead to into one list.',
    zh: '`{name}` 与 `{first}` 是同一个词。请合并成一个列表。',
  },
  toItself: {
    en: '`{name}` leads to itself.',
    zh: '`{name}` 指向了自己。',
  },
} as const

class Check {
  readonly problems: Problem[] = []
  readonly #fields: ReadonlyMap<Pointer, FieldPlace>

  constructor(fields: ReadonlyMap<Pointer, FieldPlace>) {
    this.#fields = fields
  }

  names(names: readonly string[], pointer: Pointer): void {
    const seen = new Map<string, string>()
    for (const [i, name] of names.entries()) this.#name(name, `${pointer}/${i}`, seen, 'repeatedName')
  }

  associations(associations: Readonly<Record<string, readonly string[]>>): void {
    const seen = new Map<string, string>()
    for (const [name, others] of Object.entries(associations)) {
      const pointer = below('/associations', name)
      this.#name(name, pointer, seen, 'repeatedKey')
      this.names(others, pointer)
      const own = others.findIndex(other => foldKey(other) === foldKey(name))
      if (own !== -1) this.#refuse('toItself', { name }, `${pointer}/${own}`)
    }
  }

  #name(name: string, pointer: Pointer, seen: Map<string, string>, repeated: keyof typeof MESSAGES): void {
    const first = seen.get(foldKey(name))
    if (!/[\p{L}\p{N}]/u.test(name)) this.#refuse('noWord', { name }, pointer)
    else if (first !== undefined) this.#refuse(repeated, { name, first }, pointer)
    else seen.set(foldKey(name), name)
  }

  #refuse(code: keyof typeof MESSAGES, args: Problem['args'], pointer: Pointer): void {
    const place = this.#fields.get(pointer)
    const at = place === undefined ? {} : { at: place.key ?? place.value }
    this.problems.push({ rule: 'synonyms', code, message: MESSAGES[code], args, pointer, ...at })
  }
}
