import { hash128 } from '../lib/hash128.js'
import type { Allowed, DatumType } from '../model/personal-data.js'
import { findPersonalData } from '../privacy/find.js'
import { DOUBTFUL_FORMS, PLAIN_FORMS, readDay } from './dates.js'
import { looksLikeHtml } from './html-signs.js'
import { isBad, type ReadRow, type Row, type RowFault, textOfCell } from './row.js'
import { contentHash } from './source-ref.js'

/** What the cells of a column are, as far as they agree. */
export type CellType = 'number' | 'day' | 'choice' | 'line' | 'text' | 'list' | 'html'

export interface ColumnProfile {
  readonly name: string
  readonly filled: number
  readonly distinct: number
  /** True where there are more different values than were counted. */
  readonly many: boolean
  readonly type: CellType
  /** UTF-16 code units, of the filled cells. */
  readonly longest: number
  readonly average: number
  /** The commonest values with their counts; none that holds personal data. */
  readonly top: readonly (readonly [string, number])[]
  /** Forms in which all days are written. */
  readonly dates: readonly string[]
  /** Type of personal data → rows that seem to hold such. */
  readonly personal: ReadonlyMap<DatumType, number>
}

export interface Profile {
  readonly rows: number
  readonly bad: ReadonlyMap<RowFault, number>
  /** Rows that say the very same as an earlier one. */
  readonly duplicates: number
  readonly columns: readonly ColumnProfile[]
}

/** Most different values that are counted of a column. */
const MOST_DISTINCT = 1000
const MOST_TOP = 8
/** A column of at most so many different values, each of this length at most, is a choice. */
const MOST_CHOICES = 60
const LONGEST_CHOICE = 40

/** Gathers what an export holds, row by row. */
export class Profiler {
  readonly #columns = new Map<string, ColumnWatch>()
  readonly #bad = new Map<RowFault, number>()
  readonly #seen = new Set<string>()
  readonly #allowed: Allowed
  #rows = 0
  #duplicates = 0

  constructor(allowed: Allowed) {
    this.#allowed = allowed
  }

  add(row: ReadRow): void {
    this.#rows++
    if (isBad(row)) this.#bad.set(row.fault, (this.#bad.get(row.fault) ?? 0) + 1)
    else this.#addCells(row)
  }

  #addCells(row: Row): void {
    const hash = contentHash(row)
    if (this.#seen.has(hash)) this.#duplicates++
    this.#seen.add(hash)
    for (const [name, cell] of row.cells) {
      const watch = this.#columns.get(name) ?? new ColumnWatch(name, this.#allowed)
      this.#columns.set(name, watch)
      watch.add(textOfCell(cell), typeof cell !== 'string')
    }
  }

  profile(): Profile {
    return {
      rows: this.#rows,
      bad: this.#bad,
      duplicates: this.#duplicates,
      columns: [...this.#columns.values()].map(watch => watch.profile()),
    }
  }
}

class ColumnWatch {
  readonly #name: string
  readonly #allowed: Allowed
  readonly #values = new Map<string, { text: string; count: number }>()
  readonly #personal = new Map<DatumType, number>()
  readonly #dates = new Map<string, number>([...PLAIN_FORMS, ...DOUBTFUL_FORMS].map(form => [form, 0]))
  #filled = 0
  #numbers = 0
  #lists = 0
  #html = 0
  #longest = 0
  #length = 0
  #breaks = false
  #many = false

  constructor(name: string, allowed: Allowed) {
    this.#name = name
    this.#allowed = allowed
  }

  add(text: string, list: boolean): void {
    this.#filled++
    this.#length += text.length
    this.#longest = Math.max(this.#longest, text.length)
    if (list) this.#lists++
    else if (text.includes('\n')) this.#breaks = true
    if (/^-?\d+(?:[.,]\d+)*$/.test(text)) this.#numbers++
    if (text.includes('<') && looksLikeHtml(text)) this.#html++
    if (text.length <= LONGEST_CHOICE) for (const form of this.#dates.keys()) this.#date(text, form)
    const data = [text, `${this.#name}: ${text}`].flatMap(said => findPersonalData(said, this.#allowed))
    const types = new Set(data.map(({ type }) => type))
    for (const type of types) this.#personal.set(type, (this.#personal.get(type) ?? 0) + 1)
    this.#count(text, types.size > 0)
  }

  #date(text: string, form: string): void {
    if (readDay(text, [form]) !== undefined) this.#dates.set(form, (this.#dates.get(form) ?? 0) + 1)
  }

  #count(text: string, personal: boolean): void {
    const key = text.length > 100 ? hash128(text) : text
    const known = this.#values.get(key)
    if (known !== undefined) known.count++
    else if (this.#values.size >= MOST_DISTINCT) this.#many = true
    else this.#values.set(key, { text: personal || text.length > 100 ? '' : text, count: 1 })
  }

  profile(): ColumnProfile {
    const values = [...this.#values.values()].sort((a, b) => b.count - a.count)
    const dates = [...this.#dates].filter(([, count]) => count === this.#filled).map(([form]) => form)
    return {
      name: this.#name,
      filled: this.#filled,
      distinct: this.#values.size,
      many: this.#many,
      type: this.#type(dates),
      longest: this.#longest,
      average: Math.round(this.#length / Math.max(1, this.#filled)),
      top: values
        .filter(({ text }) => text !== '')
        .slice(0, MOST_TOP)
        .map(({ text, count }) => [text, count]),
      dates,
      personal: this.#personal,
    }
  }

  #type(dates: readonly string[]): CellType {
    if (this.#html * 10 > this.#filled) return 'html'
    if (this.#lists > 0) return 'list'
    if (dates.length > 0) return 'day'
    if (this.#numbers === this.#filled) return 'number'
    if (this.#breaks || this.#length / this.#filled > 120) return 'text'
    const few = !this.#many && this.#values.size <= Math.min(MOST_CHOICES, this.#filled / 2)
    return few && this.#longest <= LONGEST_CHOICE ? 'choice' : 'line'
  }
}
