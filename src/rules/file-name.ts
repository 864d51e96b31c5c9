import { byCodeUnit } from '../lib/text.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { isCaseId } from '../model/case-id.js'
import { nameFault, nameKey } from '../model/file-name.js'
import { baseName } from '../model/repo-path.js'
import { exampleCase } from './example.js'
import { FAULT_CODES, FAULT_MESSAGES, portableName } from './name-faults.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  ...FAULT_MESSAGES,
  extension: {
    en: 'The file name must end in `.md`. Rename it to `{better}`.',
    zh: '文件名必须以 `.md` 结尾。请改名为 `{better}`。',
  },
  twin: {
    en: '{path} and {other} are one and the same name where letter case and Unicode form do not count. Rename one of them.',
    zh: '在不区分大小写和 Unicode 形式的系统上，{path} 与 {other} 是同一个文件名。请给其中一个改名。',
  },
  otherId: {
    en: 'The file name begins with {found}, but the id of the case is {id}. Rename the file to `{better}`.',
    zh: '文件名以 {found} 开头，但案例的 id 是 {id}。请把文件改名为 `{better}`。',
  },
} as const

type Found = Finding<typeof MESSAGES> & { readonly path: RepoPath }

export const fileName: Rule = defineRule({
  id: 'file-name',
  scope: 'library',
  ofIds: true,
  severity: 'error',
  summary: {
    en: 'File and folder names work on every system, are unique, and name no other case.',
    zh: '文件名和文件夹名在各种系统上都可用、不重复，也不冒用其他案例的 id。',
  },
  why: {
    en: 'A name that one system accepts can break the checkout of a colleague on another: `aux.md`, `a:b.md`, or two names that differ in letter case only. Names in Chinese are welcome. Where a name begins with a case id, it must be the id of that very case.',
    zh: '一个系统能用的文件名，到同事的系统上可能连检出都失败：例如 `aux.md`、`a:b.md`，或只有大小写不同的两个文件名。欢迎使用中文文件名。文件名若以案例 id 开头，必须是该案例自己的 id。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: { 'cases/路由器/CASE-7F3KQ-夜间掉线.md': exampleCase({ id: 'CASE-7F3KQ' }) },
    bad: {
      'cases/CASE-7F3KQ-drops.md': exampleCase({ id: 'CASE-9B2XM' }),
      'cases/case-7f3kq-DROPS.md': exampleCase({ id: 'CASE-7F3KQ' }),
      'cases/aux.md': exampleCase({ id: 'CASE-4C8RT' }),
    },
  },
  *check({ library }) {
    yield* checkTwins(library.files)
    /** Folders whose names are sound: most files have theirs in common. */
    const sound = new Set<RepoPath>()
    for (const file of library.files) {
      yield* checkParts(file.path, library, sound)
      yield* checkId(file, library)
    }
  },
})

function* checkTwins(files: readonly CaseFile[]): Iterable<Found> {
  if (new Set(files.map(({ path }) => nameKey(path))).size === files.length) return
  const byKey = new Map<string, RepoPath[]>()
  for (const { path } of files) {
    const key = nameKey(path)
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [path])
    else same.push(path)
  }
  for (const same of byKey.values()) {
    if (same.length < 2) continue
    for (const path of same) {
      const other = same.filter(twin => twin !== path).sort(byCodeUnit)[0] ?? path
      yield { code: 'twin', args: { path, other }, path }
    }
  }
}

function* checkParts(path: RepoPath, { config }: Library, sound: Set<RepoPath>): Iterable<Found> {
  const file = baseName(path)
  const above = path.slice(0, path.length - file.length)
  if (!sound.has(above)) {
    const faults = foldersOf(above, config).flatMap(name => faultOf(name, path))
    if (faults.length === 0) sound.add(above)
    yield* faults
  }
  yield* faultOf(file, path)
  // A name without any `.md` is a folder that could not be read.
  if (/\.md$/i.test(file) && !file.endsWith('.md')) {
    const better = `${file.replace(/\.md$/i, '')}.md`
    yield { code: 'extension', args: { better }, path }
  }
}

/** The names of the folders above a file. The case folders themselves are the configuration's business. */
function foldersOf(above: RepoPath, { folders }: Library['config']): string[] {
  const own = [folders.cases, folders.archive].find(folder => above.startsWith(`${folder}/`)) ?? ''
  return above
    .slice(own === '' ? 0 : own.length + 1)
    .split('/')
    .slice(0, -1)
}

function faultOf(name: string, path: RepoPath): Found[] {
  const fault = nameFault(name)
  return fault === undefined
    ? []
    : [{ code: FAULT_CODES[fault], args: { name, better: portableName(name) }, path }]
}

/**
 * What begins a name counts as an id only with a prefix of this library: `ERR-12345-printer.md`
 * has the form of an id as well.
 */
function* checkId({ path, case: found }: CaseFile, library: Library): Iterable<Found> {
  if (found === undefined || found.id === '') return
  const name = baseName(path)
  const begin = /^([A-Z][A-Z0-9]*)-[0-9A-Z]+(?![0-9A-Za-z])/.exec(name)
  if (begin === null || begin[0] === found.id || !isCaseId(begin[0])) return
  const prefix = begin[1] ?? ''
  const ours = prefix === library.config.idPrefix || found.id.startsWith(`${prefix}-`)
  if (!ours && !library.byId.has(begin[0])) return
  const better = found.id + name.slice(begin[0].length)
  const at = found.fields.get('/id')?.value
  yield { code: 'otherId', args: { found: begin[0], id: found.id, better }, path, at, severity: 'warning' }
}
