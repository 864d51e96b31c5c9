import { didYouMean } from '../lib/did-you-mean.js'
import { nearest } from '../lib/near-names.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { Range } from '../model/range.js'
import { relativeFrom } from '../model/repo-path.js'
import { exampleBody, exampleCase } from './example.js'
import { LINK_MESSAGES } from './link-messages.js'
import { anchorsOf, movedCase, similarFile } from './link-suggestion.js'
import { isImpossible, type LinkTarget, readPath, readTarget, writeTarget } from './link-target.js'
import { acceptedItems } from './refused.js'
import { defineRule, type Finding, type LinkedInput, NO_OPTIONS, type Rule } from './rule.js'

type Found = Finding<typeof LINK_MESSAGES>

/** Most suggestions a case: each compares a name with every other one of its folder. */
const MAX_SUGGESTIONS = 20

/** What the links of one case are looked up in. */
interface Lookup extends LinkedInput<object, readonly Reference[]> {
  readonly anchors: () => ReadonlySet<string>
  readonly maySuggest: () => boolean
}

/** A target in the library, with where it stands, and where a better one could be put. */
interface Reference {
  readonly to: string
  readonly target: LocalTarget
  readonly at?: Range
  readonly replace?: Range
}

type LocalTarget = Exclude<LinkTarget, { readonly kind: 'elsewhere' }>

export const links: Rule = defineRule({
  id: 'links',
  scope: 'linked',
  severity: 'error',
  summary: {
    en: 'Relative links, images and attachments lead to files of the library.',
    zh: '相对链接、图片和附件都指向案例库内的文件。',
  },
  why: {
    en: 'A dead link costs its reader the very step that was needed, and a link out of the library works on one machine only. Links to the web, mail and telephone are not followed. `casectl lint --fix` follows a case that was moved if its file name begins with its id.',
    zh: '失效的链接会让读者恰好缺少需要的那一步；指向案例库之外的链接只在一台机器上有效。不检查网址、邮件和电话链接。文件名以 id 开头的案例移动后，`casectl lint --fix` 会自动更正链接。',
  },
  messages: LINK_MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('Use channel 36.', 'Use channel 36, see [the plan](img/plan.svg).'),
      ),
      'cases/img/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    bad: exampleCase(
      { attachments: '[{ path: ../../log.txt }]' },
      exampleBody(
        'Use channel 36.',
        'Use channel 36, see [the plan](img/plan.svg) and [the steps](#step-list).',
      ),
    ),
  },
  gather({ case: found, file }) {
    const references = [...referencesOf(found, file)]
    return references.length === 0 ? undefined : references
  },
  *check(input) {
    let anchors: ReadonlySet<string> | undefined
    let suggestions = 0
    const lookup: Lookup = {
      ...input,
      anchors: () => {
        anchors ??= anchorsOf(input.case, input.file.text)
        return anchors
      },
      maySuggest: () => suggestions++ < MAX_SUGGESTIONS,
    }
    for (const reference of input.gathered) yield* judge(reference, lookup)
  },
})

/** Targets that can be wrong: an address of the web is not followed, an anchor that is there holds. */
function* referencesOf(found: Case, file: CaseFile): Iterable<Reference> {
  let anchors: ReadonlySet<string> | undefined
  for (const { to, at, target: replace } of found.body.links) {
    const target = readTarget(found.path, to)
    if (target.kind === 'elsewhere') continue
    if (target.kind === 'anchor') {
      anchors ??= anchorsOf(found, file.text)
      if (anchors.has(target.slug)) continue
    }
    yield { to, target, at, ...(replace === undefined ? {} : { replace }) }
  }
  if (found.attachments.length === 0) return
  const items = acceptedItems(found, file, '/attachments')
  for (const [i, { path }] of found.attachments.entries()) {
    const target = readPath(found.path, path)
    if (path === '' || target.kind === 'elsewhere') continue
    const at = found.fields.get(`${items[i]}/path`)?.value
    yield { to: path, target, ...(at === undefined ? {} : { at }) }
  }
}

function* judge(reference: Reference, lookup: Lookup): Iterable<Found> {
  const { target, to, at } = reference
  if (target.kind === 'anchor') yield* checkAnchor(target.slug, reference, lookup)
  else if (target.kind === 'path') yield* checkPath(target.path, reference, lookup)
  else if (target.code === 'absolute') yield absolute(reference, lookup)
  else if (target.code === 'empty') yield { code: 'empty', args: {}, at }
  else yield { code: target.code, args: { to }, at }
}

function* checkPath(path: RepoPath, reference: Reference, lookup: Lookup): Iterable<Found> {
  const { to, at } = reference
  if (isImpossible(path)) {
    yield { code: 'missing', args: { to, path, ...didYouMean([]) }, at }
    return
  }
  const entry = path === '' ? 'folder' : lookup.library.tree(path)
  if (entry === 'file') return
  if (entry === 'symlink') yield { code: 'symlink', args: { to }, at }
  else if (entry !== undefined) yield { code: 'notAFile', args: { to, path: path === '' ? '.' : path }, at }
  else yield missing(path, reference, lookup)
}

function missing(path: RepoPath, reference: Reference, lookup: Lookup): Found {
  const { case: found, library, file } = lookup
  const moved = movedCase(path, library)
  const better = moved ?? (lookup.maySuggest() ? similarFile(path, library) : undefined)
  const written = better === undefined ? [] : [writeTarget(relativeFrom(found.path, better))]
  const args = { to: reference.to, path, ...didYouMean(written) }
  const fix = moved === undefined ? {} : rewrite(reference, written[0] ?? '', file.text)
  return { code: 'missing', args, at: reference.at, ...fix }
}

function absolute(reference: Reference, { case: found, library, file }: Lookup): Found {
  const { to, at } = reference
  // Many sites let `/` mean the root of the library; such a target can be told.
  const target = to.startsWith('/') ? readTarget('', to.slice(1)) : undefined
  const there = target?.kind === 'path' && !isImpossible(target.path) && library.tree(target.path) === 'file'
  if (target?.kind !== 'path' || !there) return { code: 'absolute', args: { to, ...didYouMean([]) }, at }
  const better = writeTarget(relativeFrom(found.path, target.path)) + (/[?#].*$/s.exec(to)?.[0] ?? '')
  const args = { to, ...didYouMean([better]) }
  return { code: 'absolute', args, at, ...rewrite(reference, better, file.text) }
}

/** The fix that replaces a target, where it is certain that the range holds it and not a title. */
function rewrite({ replace }: Reference, better: string, text: string): Pick<Found, 'fix'> {
  if (replace === undefined || !/[(<\s]/.test(text.charAt(replace.start - 1))) return {}
  return { fix: [{ start: replace.start, end: replace.end, text: better }] }
}

function* checkAnchor(slug: string, { to, at }: Reference, lookup: Lookup): Iterable<Found> {
  const anchors = lookup.anchors()
  const close = lookup.maySuggest() ? nearest(slug, anchors, 1).map(name => `#${name}`) : []
  yield { code: 'anchor', args: { to, ...didYouMean(close) }, at, severity: 'warning' }
}
