import type { Language } from '../lib/message.js'
import type { Allowed, DatumType, PersonalDatum, PrivacyConfig } from '../model/personal-data.js'
import { findPersonalData } from './find.js'
import { FoldedText } from './folded-text.js'
import { PERSON, PLACEHOLDERS } from './words.js'

export interface MaskOptions {
  /** Of the case: its words stand in the place of the data. */
  readonly language: Language
  /** Type → the text to put instead. */
  readonly mask?: PrivacyConfig['mask']
  readonly allowed?: Allowed | undefined
  /** A text of the same case: pseudonyms that it has already are not given away again. */
  readonly taken?: string
  /** Names that are known from elsewhere: they are masked wherever they stand. */
  readonly people?: readonly string[]
}

/** A text without its personal data, and how many of which type it had. */
export interface Masked {
  readonly text: string
  readonly counts: ReadonlyMap<DatumType, number>
}

/** A mask may complete what stands beside it; more rounds than this no text has needed. */
const MAX_ROUNDS = 4

/** Masks the texts of one case: one person, one pseudonym. */
export class Masker {
  readonly #options: MaskOptions
  readonly #names = new Map<string, string>()
  readonly #taken: ReadonlySet<string>
  #next = 0

  constructor(options: MaskOptions) {
    this.#options = options
    this.#taken = takenLetters(options.taken ?? '', PERSON[options.language])
  }

  /** Masks a text; a masked one stays as it is. */
  mask(source: string): Masked {
    const counts = new Map<DatumType, number>()
    let text = source
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const data = withPeople(
        findPersonalData(text, this.#options.allowed),
        peopleAt(text, this.#options.people ?? []),
      )
      if (data.length === 0) break
      for (const { type } of data) counts.set(type, (counts.get(type) ?? 0) + 1)
      text = this.#replace(text, data)
    }
    return { text, counts }
  }

  #replace(text: string, data: readonly PersonalDatum[]): string {
    let out = ''
    let at = 0
    for (const datum of data) {
      out += text.slice(at, datum.start) + this.replacement(text, datum)
      at = datum.end
    }
    return out + text.slice(at)
  }

  /** What stands in the place of a datum of a text. */
  replacement(text: string, { type, start, end }: PersonalDatum): string {
    const { language, mask } = this.#options
    const own = mask?.[type]
    if (own !== undefined) return own
    const value = new FoldedText(text.slice(start, end)).text
    if (type === 'name') {
      const person = PERSON[language]
      // 客户赵小雨 becomes 客户A, not 客户客户A.
      return text.endsWith(person, start) ? this.#letters(value) : person + this.#letters(value)
    }
    if (type === 'cn_mobile') {
      const digits = value.replace(/\D/g, '').slice(-11)
      return `${digits.slice(0, 3)}****${digits.slice(-4)}`
    }
    // `[email](` would be a link, and `[email]:` the definition of one.
    const apart = /[([:]/.test(text.charAt(end)) ? ' ' : ''
    return PLACEHOLDERS[language][type] + apart
  }

  #letters(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    let letters = lettersOf(this.#next++)
    while (this.#taken.has(letters)) letters = lettersOf(this.#next++)
    this.#names.set(name, letters)
    return letters
  }
}

const LETTER = /\p{L}/u
const HAN = /\p{Script=Han}/u

/** Where the names stand in a text; a name in Latin letters is no part of a word. */
export function* peopleAt(text: string, people: readonly string[]): Iterable<PersonalDatum> {
  for (const person of people) {
    for (let start = text.indexOf(person); start !== -1; start = text.indexOf(person, start + 1)) {
      const end = start + person.length
      const beside = `${text.charAt(start - 1)}${text.charAt(end)}`
      if (HAN.test(person) || !LETTER.test(beside)) yield { type: 'name', start, end }
    }
  }
}

/** Both in the order of the text; what the recognisers found stands before a name inside it. */
function withPeople(
  found: readonly PersonalDatum[],
  people: Iterable<PersonalDatum>,
): readonly PersonalDatum[] {
  const all = [...found]
  for (const person of people) {
    if (!all.some(({ start, end }) => person.start < end && start < person.end)) all.push(person)
  }
  return all.length === found.length ? found : all.sort((a, b) => a.start - b.start)
}

/** A, B … Z, AA, AB: the columns of a spreadsheet. */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter
}

function takenLetters(text: string, person: string): ReadonlySet<string> {
  const letters = text.matchAll(new RegExp(`${person}([A-Z]{1,3})(?![A-Za-z])`, 'g'))
  return new Set([...letters].map(match => match[1] ?? ''))
}
