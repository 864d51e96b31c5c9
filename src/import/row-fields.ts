import { cutTo, oneLine } from '../draft/sentence.js'
import type { ColumnMapping } from '../model/import-mapping.js'
import type { Drafting, FaultyValue, MappedCell } from './drafting.js'
import type { RowFiles } from './row-files.js'
import type { RowMask } from './row-mask.js'
import type { Target } from './targets.js'
import { readValue, type ValueFault } from './values.js'

/** Longest line that the case schema takes, and the longest list that a draft gets. */
const MAX_LINE = 300
const MAX_ITEMS = 50
/** What a report shows of a value. */
const MAX_SHOWN = 60

/** The fields of one draft as they are gathered: by target, lists as lists. */
export class RowFields {
  readonly values = new Map<string, string | readonly string[]>()
  readonly faults: FaultyValue[] = []
  /** Values that were mapped, taken over or not. */
  count = 0
  readonly #drafting: Drafting
  readonly #mask: RowMask
  readonly #files: RowFiles

  constructor(drafting: Drafting, mask: RowMask, files: RowFiles) {
    this.#drafting = drafting
    this.#mask = mask
    this.#files = files
  }

  take({ column, target, cell }: MappedCell): void {
    const read = readValue(cell, column, target, this.#drafting.taxonomy)
    this.count += read.values.length + read.faults.length
    for (const { fault, word } of read.faults) this.refuse(column, target, fault, word)
    if (target.kind === 'files') this.#attach(column, target, read.values)
    else this.#put(target, this.#plain(read.values, column, target))
  }

  /** What a mapping says of every case that has no such field yet. */
  constant(name: string, value: string): void {
    const target = this.#drafting.targets.get(name)
    if (target === undefined || this.values.has(name)) return
    this.#put(target, readValue(value, { column: name }, target, this.#drafting.taxonomy).values)
  }

  /** A word that no field takes is told, and if it was to be a term it becomes a tag: it is not lost. */
  refuse(column: ColumnMapping, target: Target, fault: ValueFault, word: string): void {
    const shown = cutTo(oneLine(this.#mask.text(word, column.column)), MAX_SHOWN)
    this.faults.push({ column: column.column, target: target.name, fault, word: shown })
    if (fault === 'term') this.#add('tags', [shown])
  }

  text(name: string): string | undefined {
    const value = this.values.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  list(name: string): readonly string[] {
    const value = this.values.get(name) ?? []
    return typeof value === 'string' ? [value] : value
  }

  #plain(values: readonly string[], column: ColumnMapping, target: Target): readonly string[] {
    if (target.kind !== 'line' && target.kind !== 'lines') return values
    const context = target.name === 'title' ? undefined : column.column
    return values.map(value => cutTo(oneLine(this.#mask.text(value, context)), MAX_LINE))
  }

  #put(target: Target, values: readonly string[]): void {
    if (values.length === 0) return
    if (target.kind === 'lines' || target.kind === 'terms') this.#add(target.name, values)
    else if (!this.values.has(target.name)) this.values.set(target.name, values[0] ?? '')
  }

  #add(name: string, values: readonly string[]): void {
    this.values.set(name, [...new Set([...this.list(name), ...values])].slice(0, MAX_ITEMS))
  }

  #attach(column: ColumnMapping, target: Target, paths: readonly string[]): void {
    for (const path of paths) {
      if (this.#files.add(path) === undefined) this.refuse(column, target, 'file', path)
    }
  }
}
