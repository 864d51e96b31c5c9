import { CasectlError } from '../lib/errors.js'
import { flatten } from './flatten.js'
import { ItemSplitter } from './item-splitter.js'
import { MAX_RECORD, type ReadRow } from './row.js'

/** Records of JSON Lines: one object a line. Blank lines are passed over. */
export async function* jsonLinesRows(chunks: AsyncIterable<string>): AsyncIterable<ReadRow> {
  let rest = ''
  let line = 0
  let number = 0
  const read = (text: string, last: boolean): ReadRow[] => {
    line++
    return text.trim() === '' ? [] : [rowOf(text, ++number, line, last)]
  }
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    refuseEndless(rest.length)
    for (const text of lines) yield* read(text, false)
  }
  yield* read(rest, true)
}

/**
 * Records of a JSON text: the items of its array, or of the list in its one object that has the most
 * (`{"tickets": […]}`), or that object itself.
 */
export async function* jsonRows(chunks: AsyncIterable<string>): AsyncIterable<ReadRow> {
  const splitter = new ItemSplitter()
  let number = 0
  for await (const chunk of chunks) {
    for (const { text, line, cut } of splitter.add(chunk)) yield rowOf(text, ++number, line, cut)
    refuseEndless(splitter.pending)
  }
  for (const { text, line, cut } of splitter.end()) yield rowOf(text, ++number, line, cut)
}

/** Longest record that is kept while its end is looked for, in characters. */
const MOST_PENDING = 32 * MAX_RECORD

function refuseEndless(pending: number): void {
  if (pending <= MOST_PENDING) return
  throw new CasectlError(
    'export',
    { en: 'A record of the export is larger than 32 MiB.', zh: '导出文件中有一条记录超过 32 MiB。' },
    {
      en: 'It must be a list of objects, or one object a line.',
      zh: '文件应为对象列表，或每行一个对象。',
    },
  )
}

function rowOf(text: string, number: number, line: number, last: boolean): ReadRow {
  const place = String(line)
  if (text.length > MAX_RECORD) return { number, place, fault: 'large' }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { number, place, fault: 'json' }
    }
    return { number, place, cells: flatten(value) }
  } catch {
    return { number, place, fault: last ? 'cut' : 'json' }
  }
}
