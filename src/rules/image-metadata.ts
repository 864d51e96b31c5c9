import type { Message } from '../lib/message.js'
import { shellQuoted } from '../lib/shell-quote.js'
import type { RepoPath } from '../model/case.js'
import { IMAGE_FIELDS, type ImageField } from '../model/image-metadata.js'
import { LineIndex, type Range } from '../model/range.js'
import { allowedData } from '../parse/allowed-data.js'
import { FIELD_NAMES } from '../privacy/image/field-names.js'
import { type ImageMetadata, readImageMetadata } from '../privacy/image/read-image.js'
import { TYPE_NAMES } from '../privacy/words.js'
import { exampleBody, exampleCase } from './example.js'
import { htmlTargets } from './html-targets.js'
import { IMAGE_MESSAGES } from './image-messages.js'
import { readPath, readTarget } from './link-target.js'
import { LIKELY } from './personal-data.js'
import { acceptedItems } from './refused.js'
import { type CaseInput, defineRule, type Finding, type LinkedInput, type Rule } from './rule.js'

type Found = Finding<typeof IMAGE_MESSAGES>
type Options = { readonly allow: readonly ImageField[] }
type Input = LinkedInput<Options, readonly Shown[]>

/** A file that a case attaches or leads to, and where it first does. */
interface Shown {
  readonly path: RepoPath
  readonly at?: Range
}

/** A drawing, for examples are text. */
const drawing = (metadata: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</svg>\n`
const SHOWN = exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36 ([plan](img/plan.svg)).'))

export const imageMetadata: Rule = defineRule({
  id: 'image-metadata',
  scope: 'linked',
  severity: 'error',
  summary: {
    en: 'Images that a case shows or attaches do not say where, by whom or with whose camera they were taken.',
    zh: '案例展示或附上的图片，其元数据不透露拍摄地点、拍摄者和相机信息。',
  },
  why: {
    en: "A photograph from a telephone tells the customer's address to a few metres, and whoever has the file can read it. Looked for are position, place, owner, author, persons shown, contact details and serial numbers, and personal data in titles, descriptions and comments: in EXIF, XMP and IPTC of JPEG, PNG, WebP, TIFF, HEIC and AVIF, in the texts of PNG and in the metadata of SVG. A position is an error, a name or number a warning. At most 1 MiB is read of a file and 256 KiB of a block; what is packed, the makers' own notes and small previews are not looked into, nor files that Git LFS has not fetched. casectl never rewrites an image: `exiftool -all= FILE` does, and `casectl lint --fix` then corrects size and hash in `attachments`. A name that may stay goes into `privacy.allow` of the configuration, with a reason.",
    zh: '手机拍的照片会把客户地址精确到几米，拿到文件的人都能读出来。检查的内容有：位置、地点、相机所有者、作者、画面中的人物、联系方式、序列号，以及标题、说明和注释中的个人数据；范围是 JPEG、PNG、WebP、TIFF、HEIC、AVIF 的 EXIF、XMP、IPTC，PNG 的文本，以及 SVG 的元数据。位置是错误，姓名和编号是警告。每个文件最多读 1 MiB，每块最多 256 KiB；不检查压缩的内容、厂商私有注释、缩略图，以及 Git LFS 尚未取回的文件。casectl 从不改写图片：请用 `exiftool -all= 文件`，之后 `casectl lint --fix` 会更正 `attachments` 中的大小和哈希。可以公开的姓名，请写进配置的 `privacy.allow` 并注明理由。',
  },
  messages: IMAGE_MESSAGES,
  options: {
    defaults: { allow: [] as ImageField[] },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allow: {
          type: 'array',
          items: { enum: IMAGE_FIELDS },
          description: 'Fields that images may have.',
        },
      },
    },
  },
  examples: {
    good: { 'cases/a.md': SHOWN, 'cases/img/plan.svg': drawing('') },
    bad: {
      'cases/a.md': SHOWN,
      'cases/img/plan.svg': drawing('<metadata><dc:creator>Zhang Min</dc:creator></metadata>'),
    },
  },
  gather(input) {
    const shown = new Map<RepoPath, Shown>()
    for (const [path, at] of filesOf(input)) {
      // A case shows no image of itself, whatever leads to it.
      if (shown.has(path) || /\.md$/i.test(path)) continue
      shown.set(path, { path, ...(at === undefined ? {} : { at }) })
    }
    return shown.size === 0 ? undefined : [...shown.values()]
  },
  *check(input) {
    for (const { path, at } of input.gathered) {
      const metadata = read(path, input)
      if (metadata !== undefined) yield* judge(path, at, metadata, input.options.allow)
    }
  },
})

/** The files that a case attaches, then those that it leads to, each with its place. */
function* filesOf({
  case: found,
  file,
}: CaseInput<Options>): Iterable<readonly [RepoPath, Range | undefined]> {
  const items = found.attachments.length === 0 ? [] : acceptedItems(found, file, '/attachments')
  for (const [i, { path }] of found.attachments.entries()) {
    const target = path === '' ? undefined : readPath(found.path, path)
    if (target?.kind === 'path') yield [target.path, found.fields.get(`${items[i]}/path`)?.value]
  }
  for (const { to, at } of found.body.links) {
    const target = readTarget(found.path, to)
    if (target.kind === 'path') yield [target.path, at]
  }
  let lines: LineIndex | undefined
  for (const { to, start, end } of htmlTargets(file.text)) {
    const target = readTarget(found.path, to)
    lines ??= new LineIndex(file.text)
    if (target.kind === 'path') yield [target.path, lines.range(start, end)]
  }
}

function read(path: RepoPath, { library }: Input): ImageMetadata | undefined {
  return library.disk.read(path, bytes => readImageMetadata(bytes, allowedData(library.config.privacy)))
}

function* judge(
  path: RepoPath,
  at: Range | undefined,
  { drawing: isDrawing, fields, data, unread }: ImageMetadata,
  allow: readonly ImageField[],
): Iterable<Found> {
  const file = shellQuoted(path.startsWith('-') ? `./${path}` : path)
  const named = fields.filter(field => !allow.includes(field))
  const names = [...named.map(field => FIELD_NAMES[field]), ...data.map(type => TYPE_NAMES[type])]
  if (names.length > 0) {
    const sure = named.includes('gps') || data.some(type => !LIKELY.has(type))
    const weight = sure ? {} : ({ severity: 'warning' } as const)
    const args = { path, ...wordsOf(names) }
    if (isDrawing) yield { code: 'drawing', args, at, ...weight }
    else yield { code: 'found', args: { ...args, file }, at, ...weight }
  }
  if (unread) yield { code: 'unread', args: { path, file }, at, severity: 'note' }
}

function wordsOf(names: readonly Message[]): { what: string; whatZh: string } {
  return { what: names.map(({ en }) => en).join(', '), whatZh: names.map(({ zh }) => zh).join('、') }
}
