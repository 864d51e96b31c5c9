import { hash128 } from '../lib/hash128.js'
import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'

/** Most of a place that counts: what stands further down may change without making another finding of it. */
const MOST = 100
/** Characters of the same line that count on each side of a place. */
const AROUND = 16

/**
 * Rules whose places hold what may not leave the file: a short secret can be guessed from its hash.
 * Their findings are told apart by code and number alone.
 */
const SECRET: ReadonlySet<string> = new Set(['personal-data'])

/** Arguments that only advise: they change with the taxonomy or with other files. */
const ADVICE: ReadonlySet<string> = new Set(['suggestion', 'suggestionZh', 'better', 'use', 'right'])

/**
 * Names of findings that outlive edits elsewhere in the file and a move of the file: 32 hexadecimal
 * digits each, in the order of the findings. A name is made of rule, code, the case (its id; the
 * path where the file has none), the text of the place with a little of its line, the arguments
 * that are neither numbers, paths nor advice, and the how-manieth of these in the case it is. Lines,
 * columns, severities and the wording of messages do not count.
 *
 * Give all findings of a file, in their one order: the numbers are counted here.
 * @param textOf the text that the findings are about; undefined where there is none to be had
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  textOf: (path: RepoPath) => string | undefined,
): string[] {
  const subjects = new Map<RepoPath, string>()
  const seen = new Map<string, number>()
  return diagnostics.map(diagnostic => {
    const { path } = diagnostic
    const text = textOf(path) ?? ''
    const subject = subjects.get(path) ?? subjectOf(path, text)
    subjects.set(path, subject)
    const key = keyOf(diagnostic, subject, text)
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return hash128(`${key}\0${number}`)
  })
}

/** The id in the front matter, which stays when a case is moved or archived. */
function subjectOf(path: RepoPath, text: string): string {
  const id = /^\ufeff?---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,200}?id:[ \t]*["']?([\w-]{1,80})/.exec(text)?.[1]
  return id === undefined ? `path ${path}` : `id ${id.toUpperCase()}`
}

function keyOf({ rule, code, args, at }: Diagnostic, subject: string, text: string): string {
  const parts = [rule, code, subject]
  if (SECRET.has(rule)) return parts.join('\0')
  if (at !== undefined && at.end > at.start) parts.push(...placeOf(text, at.start, at.end))
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'string' && !value.includes('/') && !ADVICE.has(name)) parts.push(name, value)
  }
  return parts.join('\0')
}

/** The text of a place, and what stands on both sides of it in its line, numbers made equal. */
function placeOf(text: string, start: number, end: number): string[] {
  const own = text.slice(start, Math.min(end, start + MOST))
  const before = text.slice(Math.max(0, start - AROUND), start)
  const behind = text.slice(end, end + AROUND)
  return [
    collapsed(own),
    collapsed(before.slice(before.lastIndexOf('\n') + 1)).replace(/\d+/g, '0'),
    collapsed(behind.split('\n', 1)[0] ?? '').replace(/\d+/g, '0'),
  ]
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
