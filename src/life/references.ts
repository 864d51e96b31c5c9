import type { Case, CaseFile, RepoPath } from '../model/case.js'
import { htmlTargets } from '../rules/html-targets.js'
import { type LinkTarget, readPath, readTarget } from '../rules/link-target.js'
import { acceptedItems } from '../rules/refused.js'

/** A place in a case that names a file of the library. */
export interface Reference {
  /** The file named. */
  readonly path: RepoPath
  /** As written, the query and the fragment included. */
  readonly to: string
  /** Where the target stands in the text; missing where it cannot be told for certain. */
  readonly place?: { readonly start: number; readonly end: number } | undefined
  /** `link`: escaped as in Markdown. `field`: the value of an attachment, any text. */
  readonly kind: 'link' | 'field'
}

/** What a reference names when it is read from another file; undefined where that is no file of the library. */
export function namedFrom({ kind, to }: Reference, path: RepoPath): RepoPath | undefined {
  const target = kind === 'field' ? readPath(path, to) : readTarget(path, to)
  return target.kind === 'path' ? target.path : undefined
}

/** Everything that a case links to, shows or attaches within the library. */
export function* referencesIn({ path, text, case: found }: CaseFile): Iterable<Reference> {
  if (found === undefined) return
  yield* attached(found, path, text)
  yield* linksIn({ path, text }, found.body.links)
}

/** What the links of a text lead to within the library, those of Markdown and then those of HTML. */
export function* linksIn(
  { path, text }: Pick<CaseFile, 'path' | 'text'>,
  links: Case['body']['links'],
): Iterable<Reference> {
  for (const { to, target } of links) {
    const certain = target !== undefined && /[(<\s]/.test(text.charAt(target.start - 1))
    yield* reference(readTarget(path, to), { to, kind: 'link', place: certain ? target : undefined })
  }
  for (const { to, start, end } of htmlTargets(text)) {
    yield* reference(readTarget(path, to), { to, kind: 'link', place: { start, end } })
  }
}

function* attached(found: Case, path: RepoPath, text: string): Iterable<Reference> {
  if (found.attachments.length === 0) return
  const items = acceptedItems(found, { path, text, problems: [] }, '/attachments')
  for (const [i, { path: to }] of found.attachments.entries()) {
    const place = found.fields.get(`${items[i]}/path`)?.value
    yield* reference(readPath(path, to), { to, kind: 'field', place })
  }
}

function* reference(target: LinkTarget, rest: Omit<Reference, 'path'>): Iterable<Reference> {
  if (target.kind === 'path' && target.path !== '') yield { path: target.path, ...rest }
}
