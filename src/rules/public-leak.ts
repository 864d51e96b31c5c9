import { findCase } from '../library/library.js'
import type { Audience, Case, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { Range } from '../model/range.js'
import { LineIndex } from '../model/range.js'
import { anchorPlace } from './anchor-place.js'
import { audienceAt, audienceOf, isNarrower } from './audience.js'
import { exampleBody, exampleCase } from './example.js'
import { LEAK_MESSAGES } from './leak-messages.js'
import { readPath, readTarget } from './link-target.js'
import { acceptedItems } from './refused.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

type Found = Finding<typeof LEAK_MESSAGES>

const INTERNAL = exampleCase({ id: 'CASE-9B2XM', audience: 'internal' })

export const publicLeak: Rule = defineRule({
  id: 'public-leak',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'What many may read does not lead to, include or name what only some may read.',
    zh: '面向更多读者的内容，不链接、不包含、也不提及只给少数人看的内容。',
  },
  why: {
    en: 'A public page is copied, quoted and searched by everybody: a link shows where the internal case stands, a picture or attachment shows what is in it, and an id tells that it exists. Move the passage into a section with `{audience=internal}`, or point to a case that everybody may read. `related` and `supersedes` in the front matter are not text and not judged: whoever publishes cases leaves out of them what the readers may not see.',
    zh: '公开页面人人都能复制、引用和搜索：链接会暴露内部案例的位置，图片和附件会暴露其中的内容，id 会暴露它的存在。请把这段文字移到带 `{audience=internal}` 的小节，或改为引用人人可读的案例。元数据中的 `related` 和 `supersedes` 不是正文，不在检查之列：发布时应滤去读者无权查看的条目。',
  },
  messages: LEAK_MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('## Diagnosis\n', '## Diagnosis {audience=internal}\n\nAs in [CASE-9B2XM](b.md).\n'),
      ),
      'cases/b.md': INTERNAL,
    },
    bad: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('The channel is a radar channel.', 'As in [CASE-9B2XM](b.md).'),
      ),
      'cases/b.md': INTERNAL,
    },
  },
  *check(input) {
    if (audienceOf(input.case, input.library.config) === 'internal') return
    const told = new Set<CaseId>()
    yield* leakingLinks(input, told)
    yield* leakingAttachments(input)
    yield* leakingNames(input, told)
  },
})

function* leakingLinks(input: CaseInput<object>, told: Set<CaseId>): Iterable<Found> {
  const { case: found, library } = input
  for (const { to, at } of found.body.links) {
    const target = readTarget(found.path, to)
    const path = target.kind === 'anchor' ? found.path : target.kind === 'path' ? target.path : undefined
    if (path === undefined) continue
    const other = library.byPath.get(path)
    if (other === undefined) yield* attachment(path, to, at, input)
    else {
      const leak = leakTo(other, to, at, input)
      if (leak === undefined) continue
      if (leak.code === 'link') told.add(other.id)
      yield leak
    }
  }
}

function leakTo(
  other: Case,
  to: string,
  at: Range,
  { case: found, library }: CaseInput<object>,
): Found | undefined {
  const { config } = library
  const place = anchorPlace(other, to)
  const section = place === undefined ? undefined : audienceAt(other, place, config)
  const whole = audienceOf(other, config)
  if (whole === 'public' && (section ?? 'public') === 'public') return undefined
  const readers = audienceAt(found, at.start, config)
  if (other !== found && isNarrower(whole, readers)) {
    return { code: 'link', args: { to, id: other.id, audience: whole, readers }, at, ...weight(whole) }
  }
  if (section === undefined || !isNarrower(section, readers)) return undefined
  return { code: 'section', args: { to, audience: section, readers }, at, ...weight(section) }
}

/** A file that cases for fewer readers list among their attachments, and no other case does. */
function* attachment(path: RepoPath, to: string, at: Range, input: CaseInput<object>): Iterable<Found> {
  const { case: found, library } = input
  const owners = library.attachedTo.get(path)
  // Its own attachments are judged where it lists them.
  if (owners === undefined || owners.includes(found)) return
  yield* ownedBy(owners, to, at, audienceAt(found, at.start, library.config), library.config)
}

function* leakingAttachments({ case: found, file, library }: CaseInput<object>): Iterable<Found> {
  if (found.attachments.length === 0) return
  const items = acceptedItems(found, file, '/attachments')
  const readers = audienceOf(found, library.config)
  for (const [i, { path }] of found.attachments.entries()) {
    const target = readPath(found.path, path)
    if (target.kind !== 'path') continue
    const others = (library.attachedTo.get(target.path) ?? []).filter(owner => owner !== found)
    yield* ownedBy(others, path, found.fields.get(`${items[i]}/path`)?.value, readers, library.config)
  }
}

function* ownedBy(
  owners: readonly Case[],
  to: string,
  at: Range | undefined,
  readers: Audience,
  config: Config,
): Iterable<Found> {
  const [owner] = owners
  if (owner === undefined || !owners.every(other => isNarrower(audienceOf(other, config), readers))) return
  const audience = audienceOf(owner, config)
  yield {
    code: 'attachment',
    args: { to, id: owner.id, path: owner.path, audience, readers },
    at,
    ...weight(audience),
  }
}

// The form of `isCaseId`, as a word of its own.
const ID =
  /(?<![0-9A-Za-z_-])[A-Z][A-Z0-9]{0,15}-(?:[0-9A-HJKMNP-TV-Z]{9}|[0-9A-HJKMNP-TV-Z]{5})(?![0-9A-Za-z_])/g

/** Each case once, where its id stands first; not in comments, which no reader sees. */
function* leakingNames(
  { case: found, file, library }: CaseInput<object>,
  told: Set<CaseId>,
): Iterable<Found> {
  const { config } = library
  const start = found.frontMatter.end
  let lines: LineIndex | undefined
  for (const { 0: id, index } of file.text.slice(start).matchAll(ID)) {
    const other = told.has(id) ? undefined : findCase(library, id)
    if (other === undefined || other.id === found.id) continue
    const audience = audienceOf(other, config)
    const at = start + index
    if (!isNarrower(audience, audienceAt(found, at, config)) || isHidden(found, at)) continue
    told.add(id)
    lines ??= new LineIndex(file.text)
    const readers = audienceAt(found, at, config)
    yield {
      code: 'named',
      args: { id, audience, readers },
      at: lines.range(at, at + id.length),
      severity: 'warning',
    }
  }
}

function isHidden({ body: { comments, links } }: Case, offset: number): boolean {
  const holds = ({ at }: { readonly at: Range }): boolean => at.start <= offset && offset < at.end
  // A link that leads nowhere near the case is judged as a link, if at all.
  return (
    comments.some(holds) || links.some(link => holds(link) && (link.target?.start ?? offset + 1) <= offset)
  )
}

/** What partners may read is no secret of the house. */
function weight(audience: Audience): Pick<Found, 'severity'> {
  return audience === 'partner' ? { severity: 'warning' } : {}
}
