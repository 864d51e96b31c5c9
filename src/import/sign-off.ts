import { csvCell } from '../lib/csv-formula.js'
import { hash128 } from '../lib/hash128.js'
import { byCodeUnit } from '../lib/text.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'

/** A case that a person is to look at. */
export interface SampledCase {
  readonly row: number
  readonly id: CaseId
  readonly path: RepoPath
}

const COLUMNS = ['row', 'id', 'path', 'ok', 'remark'] as const

/**
 * As many cases as asked for, drawn by a hash of the import and their ids: the same whoever draws, and
 * no case of an export is likelier than another.
 */
export function drawSample(importId: string, cases: readonly SampledCase[], count: number): SampledCase[] {
  const ranked = cases.map(one => ({ one, rank: hash128(`${importId}\0${one.id}`) }))
  ranked.sort((a, b) => byCodeUnit(a.rank, b.rank))
  return ranked
    .slice(0, count)
    .map(({ one }) => one)
    .sort((a, b) => a.row - b.row)
}

/** The sheet on which people sign: a line a case, `ok` to be filled in with yes or no. CSV as Excel takes it. */
export function signOffSheet(sample: readonly SampledCase[]): string {
  const lines = sample.map(({ row, id, path }) => [String(row), id, path, '', ''])
  return `\ufeff${[COLUMNS, ...lines].map(line => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** What a filled sheet says. */
export interface SignOff {
  readonly accepted: number
  readonly refused: readonly CaseId[]
  /** Lines that nobody filled in, or with something else than yes or no. */
  readonly open: readonly string[]
}

const YES = ['yes', 'y', 'ok', 'true', '1', '是', '对', '通过', '√', '✓']
const NO = ['no', 'n', 'false', '0', '否', '错', '不通过', '×', 'x']

/** Reads the lines of a sheet: `ok` is yes or no, in either language. */
export function readSignOff(lines: readonly { readonly id: string; readonly ok: string }[]): SignOff {
  const refused: string[] = []
  const open: string[] = []
  let accepted = 0
  for (const { id, ok } of lines) {
    const word = ok.normalize('NFKC').trim().toLowerCase()
    if (YES.includes(word)) accepted++
    else if (NO.includes(word)) refused.push(id)
    else open.push(id)
  }
  return { accepted, refused, open }
}
