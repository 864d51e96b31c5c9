import { foldKey } from '../lib/text.js'
import type { ColumnMapping } from '../model/import-mapping.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { isLanguageTag } from '../parse/language-tag.js'
import { PLAIN_FORMS, readDay } from './dates.js'
import { type Cell, textOfCell } from './row.js'
import type { Target } from './targets.js'

/** Why a value was not taken over as the field that it was mapped to. */
export const VALUE_FAULTS = {
  day: { en: 'no day in a form that is known', zh: '日期格式无法识别' },
  number: { en: 'no number', zh: '不是数字' },
  choice: { en: 'none of the choices', zh: '不在可选值之内' },
  term: { en: 'no term of the taxonomy', zh: '分类体系中没有该术语' },
  file: { en: 'a file that is missing, or may not be copied', zh: '附件不存在或不能复制' },
  markup: { en: 'HTML that is too large or too deeply nested', zh: 'HTML 过大或嵌套过深' },
} as const
export type ValueFault = keyof typeof VALUE_FAULTS

/** What a cell gives a field: values to write, and words that the field does not take. */
export interface FieldValue {
  readonly values: readonly string[]
  readonly faults: readonly { readonly fault: ValueFault; readonly word: string }[]
}

// What people put between the items of a list, where the mapping says nothing.
const ITEMS = /[\n;；,，、|]+/

/** Reads a cell for a field that is no prose. */
export function readValue(cell: Cell, column: ColumnMapping, target: Target, taxonomy: Taxonomy): FieldValue {
  const words = wordsOf(cell, column, target).flatMap(word => mapped(word, column))
  const values: string[] = []
  const faults: { fault: ValueFault; word: string }[] = []
  for (const word of words) {
    const read = readWord(word, column, target, taxonomy)
    if ('fault' in read) faults.push({ fault: read.fault, word })
    else if (!values.includes(read.value)) values.push(read.value)
  }
  return { values, faults }
}

function wordsOf(cell: Cell, { split }: ColumnMapping, { kind }: Target): string[] {
  const many = kind === 'lines' || kind === 'terms' || kind === 'files'
  if (!many) return [textOfCell(cell).trim()]
  const parts = typeof cell === 'string' ? cell.split(split ?? ITEMS) : cell
  return parts.map(part => part.trim()).filter(part => part !== '')
}

function mapped(word: string, { values }: ColumnMapping): string[] {
  if (values === undefined) return [word]
  const key = foldKey(word)
  const found = Object.keys(values).find(name => foldKey(name) === key)
  const value = found === undefined ? word : (values[found] ?? word)
  return value === '' ? [] : [value]
}

type Read = { readonly value: string } | { readonly fault: ValueFault }

function readWord(word: string, { dates }: ColumnMapping, target: Target, taxonomy: Taxonomy): Read {
  switch (target.kind) {
    case 'day': {
      const value = readDay(word, dates ?? PLAIN_FORMS)
      return value === undefined ? { fault: 'day' } : { value }
    }
    case 'number': {
      const plain = word.normalize('NFKC').replace(/,(?=\d{3}(?:\D|$))/g, '')
      return /^\d+(?:\.\d+)?$/.test(plain) ? { value: plain } : { fault: 'number' }
    }
    case 'choice': {
      const value = target.choices?.find(choice => choice === foldKey(word))
      return value === undefined ? { fault: 'choice' } : { value }
    }
    case 'language':
      return isLanguageTag(word) ? { value: languageTag(word) } : { fault: 'choice' }
    case 'term':
    case 'terms': {
      const found = taxonomy.resolve(target.facet?.id ?? '', word, target.level)
      return found.kind === 'unknown' ? { fault: 'term' } : { value: found.term.id }
    }
    default:
      return { value: word }
  }
}

/** `zh` alone says no script: the tag that libraries use. */
function languageTag(word: string): string {
  return word.toLowerCase() === 'zh' ? 'zh-CN' : word
}
