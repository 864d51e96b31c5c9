import type { Attachment, Case, CaseFile, Pointer, RepoPath } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Range } from '../model/range.js'
import { baseName } from '../model/repo-path.js'
import { ATTACHMENT_MESSAGES } from './attachment-messages.js'
import { exampleCase } from './example.js'
import { isInLfs, pointerAt } from './lfs.js'
import { readPath, readTarget } from './link-target.js'
import { appendFields } from './list-edit.js'
import { acceptedItems } from './refused.js'
import { defineRule, type Finding, type LinkedInput, type Rule } from './rule.js'

type Found = Finding<typeof ATTACHMENT_MESSAGES>
type Input = LinkedInput<{ readonly maxMiB: number }, Gathered>

const MIB = 1024 * 1024

const LOG = 'E-1203\n'
// Of the text above.
const LOG_SHA256 = '9f2e546c02da3d68b9b378f0337bcaa6e1e6cec6ba9d5d3946a264c16cb382bf'

export const attachments: Rule = defineRule({
  id: 'attachments',
  scope: 'linked',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: '`attachments` states the true size and SHA-256 of each file; large files are in Git LFS.',
    zh: '`attachments` 中的大小和 SHA-256 与文件一致；大文件存放在 Git LFS 中。',
  },
  why: {
    en: 'A log or drawing is evidence: its size and hash show that it is still the one that was judged. `casectl lint --fix` writes both; look at the file first when it says that one has changed. A large file in plain git is fetched by everybody for ever, even after it is deleted. In a clone without LFS files, the pointer says what the file is. That the file exists is judged by `links`.',
    zh: '日志和图纸是证据：大小和哈希说明它仍是当时判断所依据的文件。`casectl lint --fix` 会写入这两项；若提示文件已变动，请先核对文件。直接放进 git 的大文件，即使删除了，每个人仍要永远下载。未取回 LFS 文件的克隆，以指针文件中的信息为准。文件是否存在由 `links` 检查。',
  },
  messages: ATTACHMENT_MESSAGES,
  options: {
    defaults: { maxMiB: 5 },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        maxMiB: {
          type: 'number',
          minimum: 0,
          description: 'Largest image or attachment outside Git LFS, in MiB.',
        },
      },
    },
  },
  examples: {
    good: {
      'cases/a.md': exampleCase({
        attachments: `[{ path: files/log.txt, sha256: ${LOG_SHA256}, size: ${LOG.length} }]`,
      }),
      'cases/files/log.txt': LOG,
    },
    bad: {
      'cases/a.md': exampleCase({ attachments: '[{ path: files/log.txt, size: 12 }]' }),
      'cases/files/log.txt': LOG,
    },
  },
  gather({ case: found, file }) {
    const attached = attachedTo(found, file)
    const listed = new Set(attached.map(({ target }) => target))
    const images = found.body.links
      .filter(({ kind }) => kind === 'image')
      .flatMap(({ to, at }) => {
        const target = readTarget(found.path, to)
        if (target.kind !== 'path' || listed.has(target.path)) return []
        listed.add(target.path)
        return [{ target: target.path, to, at }]
      })
    return attached.length + images.length === 0 ? undefined : { attached, images }
  },
  *check(input) {
    const { attached, images } = input.gathered
    const judged = new Set<RepoPath>()
    for (const attachment of attached) yield* checkAttachment(attachment, input, judged)
    for (const { target, to, at } of images) {
      const size = input.library.disk.size(target)
      if (size === undefined || size <= input.options.maxMiB * MIB) continue
      yield* tooLarge(target, to, size, input, at)
    }
  },
})

/** An entry of `attachments`, and the file that it names. */
interface Attached {
  readonly written: Attachment
  readonly target: RepoPath
  /** The entry in the front matter. */
  readonly pointer: Pointer
  readonly at?: Range
  /** Facts that nobody wrote; one that the schema refused is there, and has its finding. */
  readonly missing: readonly Fact[]
}

type Fact = 'sha256' | 'size'

interface Gathered {
  readonly attached: readonly Attached[]
  readonly images: readonly { readonly target: RepoPath; readonly to: string; readonly at: Range }[]
}

function attachedTo(found: Case, file: CaseFile): Attached[] {
  if (found.attachments.length === 0) return []
  const items = acceptedItems(found, file, '/attachments')
  return found.attachments.flatMap((written, i) => {
    const target = written.path === '' ? undefined : readPath(found.path, written.path)
    if (target?.kind !== 'path') return []
    const pointer = items[i] ?? ''
    const at = found.fields.get(`${pointer}/path`)?.value
    const missing = (['sha256', 'size'] as const).filter(fact => !found.fields.has(`${pointer}/${fact}`))
    return [{ written, target: target.path, pointer, missing, ...(at === undefined ? {} : { at }) }]
  })
}

function* checkAttachment(attached: Attached, input: Input, judged: Set<RepoPath>): Iterable<Found> {
  const { written, target, at } = attached
  const { disk } = input.library
  const onDisk = disk.size(target)
  if (onDisk === undefined) return
  if (onDisk > input.options.maxMiB * MIB && !judged.has(target)) {
    yield* tooLarge(target, written.path, onDisk, input, at)
  }
  judged.add(target)
  const facts = pointerAt(target, onDisk, disk)
  const size = facts?.size ?? onDisk
  const sha256 = facts?.sha256 ?? disk.sha256(target)
  if (sha256 !== undefined) yield* checkFacts(attached, { size, sha256 }, input)
}

function* checkFacts(
  { written, pointer, at, missing }: Attached,
  facts: { readonly size: number; readonly sha256: string },
  { case: found, file }: Input,
): Iterable<Found> {
  const { path } = written
  const placeOf = (fact: Fact) => found.fields.get(`${pointer}/${fact}`)?.value
  const replace = (fact: Fact): { fix?: readonly Omit<TextEdit, 'path'>[] } => {
    const place = placeOf(fact)
    return place === undefined
      ? {}
      : { fix: [{ start: place.start, end: place.end, text: String(facts[fact]) }] }
  }
  if (written.size !== undefined && written.size !== facts.size) {
    const args = { path, actual: facts.size, written: written.size }
    yield { code: 'size', args, at: placeOf('size'), ...replace('size') }
  }
  if (written.sha256 !== undefined && written.sha256 !== facts.sha256) {
    yield { code: 'sha256', args: { path }, at: placeOf('sha256'), ...replace('sha256') }
  }
  if (missing.length === 0) return
  const names = missing.map(fact => `\`${fact}\``)
  const args = { path, fields: names.join(' and '), fieldsZh: names.join(' 和 ') }
  const lines = missing.map(fact => `${fact}: ${facts[fact]}`)
  const fix = appendFields(found, file.text, pointer, 'path', lines)
  yield { code: 'incomplete', args, at, severity: 'warning', ...(fix === undefined ? {} : { fix: [fix] }) }
}

function* tooLarge(
  path: RepoPath,
  to: string,
  bytes: number,
  { library, options }: Input,
  at: Found['at'],
): Iterable<Found> {
  if (isInLfs(path, library.disk)) return
  const extension = /\.[^./]+$/.exec(baseName(path))?.[0]
  const pattern = extension === undefined ? path : `*${extension}`
  const size = (bytes / MIB).toFixed(1)
  yield { code: 'large', args: { path: to, size, limit: options.maxMiB, pattern }, at, severity: 'warning' }
}
