import { nearest } from '../lib/near-names.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import { type CaseId, readCaseId } from '../model/case-id.js'

/** Most cases that are offered instead of one that is not there. */
const LIMIT = 3

/** The cases that someone may have meant: ids near to what was typed, then titles. */
export function suggestCases({ cases }: Library, typed: string): Case[] {
  const ids = nearest(
    readCaseId(typed) ?? typed,
    cases.map(found => found.id),
    LIMIT,
  )
  const titles = nearest(
    typed,
    cases.map(found => found.title),
    LIMIT,
  )
  const meant = [
    ...ids.flatMap(id => cases.find(found => found.id === id) ?? []),
    ...titles.flatMap(title => cases.find(found => found.title === title) ?? []),
  ]
  return [...new Set(meant)].slice(0, LIMIT)
}

/** A file that says it holds this case but whose front matter could not be read. */
export function brokenFileOf({ files }: Library, id: CaseId): CaseFile | undefined {
  const field = new RegExp(`^id:[ \\t]*["']?${id}\\b`, 'im')
  return files.find(file => file.case === undefined && (file.path.includes(id) || field.test(file.text)))
}
