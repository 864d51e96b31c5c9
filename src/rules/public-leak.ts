import { findCase } from '../library/library.js'
import type { Audience, Case, CaseFile, RepoPath } from '../model/case.js'
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
import { defineRule, type Finding, type LinkedInput, NO_OPTIONS, type Rule } from './rule.js'

type Found = Finding<typeof LEAK_MESSAGES>

const INTERNAL = exampleCase({ id: 'CASE-9B2XM', audience: 'internal' })

export const publicLeak: Rule = defineRule({
  id: 'public-leak',
  scope: 'linked',
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
  gather({ case: found, file, library: { config } }) {
    const readers = audienceOf(found, config)
    if (readers === 'internal') return undefined
    const links = linksOf(found, config)
    const attached = attachmentsOf(found, file)
    const names = [...namesIn(found, file, config)]
    const nothing = links.length + attached.length + names.length === 0
    return nothing ? undefined : { readers, links, attached, names }
  },
  *check(input) {
    const { links, attached, names } = input.gathered
    const told = new Set<CaseId>()
    for (const link of links) {
      const leak = judgeLink(link, input)
      if (leak?.code === 'link') told.add(String(leak.args.id))
      if (leak !== undefined) yield leak
    }
    for (const attachment of attached) yield* judgeAttachment(attachment, input)
    for (const name of names) yield* judgeName(name, input, told)
  },
})

type Input = LinkedInput<object, Gathered>

interface Gathered {
  /** Who may read the case. */
  readonly readers: Audience
  readonly links: readonly LinkedTo[]
  readonly attached: readonly Attached[]
  readonly names: readonly Named[]
}

/** A link that leads to a file of the library. */
interface LinkedTo {
  readonly to: string
  readonly path: RepoPath
  readonly at: Range
  /** Who may read the link. */
  readonly readers: Audience
  /** Of a link within the case: who may read the section that it leads to. */
  readonly section?: Audience
}

interface Attached {
  readonly written: string
  readonly path: RepoPath
  readonly at?: Range
}

/** The id of another case in the text that readers see. */
interface Named {
  readonly id: CaseId
  readonly at: Range
  readonly readers: Audience
}

function linksOf(found: Case, config: Config): LinkedTo[] {
  return found.body.links.flatMap(({ to, at }) => {
    const target = readTarget(found.path, to)
    if (target.kind !== 'anchor' && target.kind !== 'path') return []
    const path = target.kind === 'anchor' ? found.path : target.path
    const section = path === found.path ? sectionAudience(found, to, config) : undefined
    // A way within the case to what its readers may read.
    if (path === found.path && section === undefined) return []
    const readers = audienceAt(found, at.start, config)
    return [{ to, path, at, readers, ...(section === undefined ? {} : { section }) }]
  })
}

function attachmentsOf(found: Case, file: CaseFile): Attached[] {
  if (found.attachments.length === 0) return []
  const items = acceptedItems(found, file, '/attachments')
  return found.attachments.flatMap(({ path: written }, i) => {
    const target = readPath(found.path, written)
    const at = found.fields.get(`${items[i]}/path`)?.value
    return target.kind === 'path' ? [{ written, path: target.path, ...(at === undefined ? {} : { at }) }] : []
  })
}

// The form of `isCaseId`, as a word of its own.
const ID =
  /(?<![0-9A-Za-z_-])[A-Z][A-Z0-9]{0,15}-(?:[0-9A-HJKMNP-TV-Z]{9}|[0-9A-HJKMNP-TV-Z]{5})(?![0-9A-Za-z_])/g

/** What reads like the id of another case, not in comments, which no reader sees; for each kind of reader the first. */
function* namesIn(found: Case, { text }: CaseFile, config: Config): Iterable<Named> {
  const start = found.frontMatter.end
  const seen = new Set<string>()
  let lines: LineIndex | undefined
  for (const { 0: id, index } of text.slice(start).matchAll(ID)) {
    if (id === found.id) continue
    const at = start + index
    const readers = audienceAt(found, at, config)
    if (seen.has(`${id} ${readers}`) || isHidden(found, at)) continue
    seen.add(`${id} ${readers}`)
    lines ??= new LineIndex(text)
    yield { id, readers, at: lines.range(at, at + id.length) }
  }
}

function isHidden({ body: { comments, links } }: Case, offset: number): boolean {
  const holds = ({ at }: { readonly at: Range }): boolean => at.start <= offset && offset < at.end
  // A link that leads nowhere near the case is judged as a link, if at all.
  return (
    comments.some(holds) || links.some(link => holds(link) && (link.target?.start ?? offset + 1) <= offset)
  )
}

/** Who may read the section that a link's fragment names. */
function sectionAudience(found: Case, to: string, config: Config): Audience | undefined {
  const place = anchorPlace(found, to)
  return place === undefined ? undefined : audienceAt(found, place, config)
}

function judgeLink(link: LinkedTo, input: Input): Found | undefined {
  const { to, path, at, readers } = link
  const { config, byPath } = input.library
  const other = byPath.get(path)
  if (other === undefined) return judgeFile(link, input)
  const itself = other === input.case
  const whole = audienceOf(other, config)
  if (!itself && isNarrower(whole, readers)) {
    return { code: 'link', args: { to, id: other.id, audience: whole, readers }, at, ...weight(whole) }
  }
  const section = itself ? link.section : sectionAudience(other, to, config)
  if (section === undefined || !isNarrower(section, readers)) return undefined
  return { code: 'section', args: { to, audience: section, readers }, at, ...weight(section) }
}

/** A file that cases for fewer readers list among their attachments, and no other case does. */
function judgeFile({ path, to, at, readers }: LinkedTo, { case: found, library }: Input): Found | undefined {
  const owners = library.attachedTo.get(path)
  // Its own attachments are judged where it lists them.
  if (owners === undefined || owners.includes(found)) return undefined
  return ownedBy(owners, { to, at, readers }, library.config)
}

function* judgeAttachment({ written, path, at }: Attached, input: Input): Iterable<Found> {
  const { case: found, library, gathered } = input
  const others = (library.attachedTo.get(path) ?? []).filter(owner => owner !== found)
  const leak = ownedBy(others, { to: written, at, readers: gathered.readers }, library.config)
  if (leak !== undefined) yield leak
}

function ownedBy(
  owners: readonly Case[],
  { to, at, readers }: { readonly to: string; readonly at: Range | undefined; readonly readers: Audience },
  config: Config,
): Found | undefined {
  const [owner] = owners
  if (owner === undefined || !owners.every(other => isNarrower(audienceOf(other, config), readers))) {
    return undefined
  }
  const audience = audienceOf(owner, config)
  const args = { to, id: owner.id, path: owner.path, audience, readers }
  return { code: 'attachment', args, at, ...weight(audience) }
}

/** Each case once, where its id stands first. */
function* judgeName({ id, at, readers }: Named, input: Input, told: Set<CaseId>): Iterable<Found> {
  const { case: found, library } = input
  const other = told.has(id) ? undefined : findCase(library, id)
  if (other === undefined || other.id === found.id) return
  const audience = audienceOf(other, library.config)
  if (!isNarrower(audience, readers)) return
  told.add(id)
  yield { code: 'named', args: { id, audience, readers }, at, severity: 'warning' }
}

/** What partners may read is no secret of the house. */
function weight(audience: Audience): Pick<Found, 'severity'> {
  return audience === 'partner' ? { severity: 'warning' } : {}
}
