import type { TreeEntry } from '../library/disk.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { baseName } from '../model/repo-path.js'
import { exampleBody, exampleCase } from './example.js'
import { htmlTargets } from './html-targets.js'
import { type LinkTarget, readPath, readTarget } from './link-target.js'
import { isBodyRefused } from './refused.js'
import { defineRule, type Rule } from './rule.js'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'

export const orphanAsset: Rule = defineRule({
  id: 'orphan-asset',
  scope: 'library',
  ofIds: true,
  severity: 'warning',
  summary: {
    en: 'Every image and attachment below the case folders is used by a case.',
    zh: '案例文件夹中的每个图片和附件都有案例在用。',
  },
  why: {
    en: 'Files that no case shows or lists are dead weight in every clone, and nobody checks what is in them: a screenshot that was replaced may still show what had to be removed. Link to the file, list it in `attachments`, or delete it. Names that begin with a dot are not looked at.',
    zh: '没有案例引用的文件，只会让每次克隆变慢，其中的内容也无人检查：被替换的旧截图里可能还留着本该删除的信息。请引用它、写入 `attachments`，或删除它。以点开头的文件名不检查。',
  },
  messages: {
    unused: {
      en: 'No case shows, links to or attaches {name}. Use it or delete it.',
      zh: '没有案例展示、链接或附上 {name}。请使用它，或删除它。',
    },
  },
  options: {
    defaults: { ignore: [] as string[] },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ignore: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'Files and folders that are left alone, as paths from the library.',
        },
      },
    },
  },
  examples: {
    good: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('Use channel 36.', 'Use channel 36, see [the plan](img/plan.svg).'),
      ),
      'cases/img/plan.svg': PICTURE,
    },
    bad: { 'cases/a.md': exampleCase(), 'cases/img/plan.svg': PICTURE },
  },
  gather({ file }) {
    const used = [...usedBy(file)]
    return used.length === 0 ? undefined : used
  },
  *check({ library, options, gathered }) {
    const assets = assetsOf(library, options.ignore)
    if (assets.length === 0) return
    const used = new Set(library.files.flatMap(file => gathered(file) ?? []))
    const broken = library.files.filter(isBroken)
    for (const { path } of assets) {
      const name = baseName(path)
      if (used.has(path) || broken.some(({ text }) => text.includes(name))) continue
      yield { code: 'unused', args: { name }, path }
    }
  },
})

function assetsOf({ config, disk }: Library, ignore: readonly RepoPath[]): TreeEntry[] {
  const { cases, archive } = config.folders
  return disk.entries().filter(({ path, kind }) => {
    if (kind !== 'file' || /\.md$/i.test(path) || /(?:^|\/)[.]/.test(path)) return false
    const below = path.startsWith(`${cases}/`) || path.startsWith(`${archive}/`)
    return below && !ignore.some(left => path === left || path.startsWith(`${left.replace(/\/$/, '')}/`))
  })
}

/** Of a file that could not be read the links are unknown: what its text names counts as used. */
function isBroken(file: CaseFile): boolean {
  return file.case === undefined || isBodyRefused(file)
}

function* usedBy({ case: found, path, text }: CaseFile): Iterable<RepoPath> {
  if (found === undefined) return
  for (const { to } of found.body.links) yield* pathOf(readTarget(path, to))
  for (const attached of found.attachments) yield* pathOf(readPath(path, attached.path))
  for (const { to } of htmlTargets(text)) yield* pathOf(readTarget(path, to))
}

function pathOf(target: LinkTarget): RepoPath[] {
  return target.kind === 'path' ? [target.path] : []
}
