import type { Message } from '../lib/message.js'
import type { Audience, RepoPath } from '../model/case.js'
import { applyEdits, type FileChange, type TextEdit } from '../model/change.js'
import { LineIndex } from '../model/range.js'
import { relativeFrom } from '../model/repo-path.js'
import { parseBody } from '../parse/body.js'
import { writeTarget } from '../rules/link-target.js'
import { CannotSplice, orByHand, type SourceText } from '../taxonomy/page.js'
import { linksIn, type Reference } from './references.js'

/**
 * Documents that are no cases, with the links rewritten that lead to files that move. All else stays to
 * the byte; documents that link to none of them are left out.
 * @param moved where each file goes
 * @throws CasectlError `by-hand` for a link whose place is not certain
 */
export function documentLinks(
  documents: readonly SourceText[],
  moved: ReadonlyMap<RepoPath, RepoPath>,
): FileChange[] {
  return documents.flatMap(({ path, text }): FileChange[] => {
    const before = linksOf(path, text)
    const edits = before.flatMap(link => edit(path, link, moved) ?? [])
    if (edits.length === 0) return []
    const words: Message = { en: `correct the links in ${path}`, zh: `更正 ${path} 中的链接` }
    const after = orByHand(path, words, () => {
      const edited = applyEdits(text, edits)
      const now = linksOf(path, edited).map(link => link.path)
      const expected = before.map(link => moved.get(link.path) ?? link.path)
      if (now.join('\n') !== expected.join('\n')) throw new CannotSplice('a link would lead elsewhere')
      return edited
    })
    return [{ path, before: text, after }]
  })
}

function linksOf(path: RepoPath, text: string): Reference[] {
  const meaning = { sectionOf: new Map<string, string>(), audienceOf: new Map<string, Audience>() }
  const { links } = parseBody({ text, bodyStart: 0, lines: new LineIndex(text), ...meaning })
  return [...linksIn({ path, text }, links)]
}

function edit(
  path: RepoPath,
  { path: target, to, place }: Reference,
  moved: ReadonlyMap<RepoPath, RepoPath>,
): TextEdit | undefined {
  const now = moved.get(target)
  if (now === undefined) return undefined
  const text = writeTarget(relativeFrom(path, now)) + (/[?#].*$/s.exec(to)?.[0] ?? '')
  const words: Message = { en: `replace ${to} by ${text}`, zh: `把 ${to} 改为 ${text}` }
  return orByHand(path, words, () => {
    if (place === undefined) throw new CannotSplice('no certain place')
    return { path, start: place.start, end: place.end, text }
  })
}
