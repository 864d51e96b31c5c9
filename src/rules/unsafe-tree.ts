import { addTo } from '../lib/groups.js'
import type { TreeEntry } from '../library/disk.js'
import type { Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import { isGitName, nameFault, nameKey } from '../model/file-name.js'
import { baseName, folderOf } from '../model/repo-path.js'
import { exampleBody, exampleCase } from './example.js'
import { FAULT_CODES, portableName } from './name-faults.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { TREE_MESSAGES } from './tree-messages.js'

type Found = Finding<typeof TREE_MESSAGES> & { readonly path: RepoPath }

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'

const CASE = exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36 ([plan](img/plan.svg)).'))

export const unsafeTree: Rule = defineRule({
  id: 'unsafe-tree',
  scope: 'library',
  ofIds: true,
  severity: 'error',
  summary: {
    en: 'No links, submodules, hidden repositories, or names that break other systems below the library.',
    zh: '案例库中没有符号链接、子模块、隐藏的仓库，也没有会让其他系统出错的名称。',
  },
  why: {
    en: 'A pull request can bring more than text: a link that leads out of the library, a folder in which git runs programs, a name that cannot be checked out on Windows or that hides another one on a Mac. Such entries are errors in the folders of the library, warnings elsewhere below it; what can run programs is an error everywhere. The names of cases are judged by `file-name`. `node_modules` and what `.gitignore` names plainly are not looked into.',
    zh: '合并请求带来的不只是文字：可能是指向案例库之外的链接、git 会在其中运行程序的文件夹、Windows 无法检出的名称，或在 Mac 上与别的文件重名的文件。这些内容在案例库的文件夹中是错误，在其余位置是警告；能运行程序的一律是错误。案例文件的名称由 `file-name` 检查。不查看 `node_modules` 和 `.gitignore` 中直接列出的名称。',
  },
  messages: TREE_MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: { 'cases/a.md': CASE, 'cases/img/plan.svg': PICTURE },
    bad: {
      'cases/a.md': CASE,
      'cases/img/plan.svg': PICTURE,
      'cases/img/aux.svg': PICTURE,
      'cases/.gitmodules': '',
    },
  },
  *check({ library }) {
    const { cases, archive, templates } = library.config.folders
    const own = [cases, archive, templates]
    const isOwn = (path: RepoPath): boolean =>
      own.some(folder => path === folder || path.startsWith(`${folder}/`))
    for (const finding of findAll(library)) {
      const mild = !isOwn(finding.path) && !EVERYWHERE.has(finding.code)
      yield mild ? { ...finding, severity: 'warning' } : finding
    }
  },
})

/** What can run programs. */
const EVERYWHERE: ReadonlySet<string> = new Set(['bareRepository', 'gitName', 'gitmodules'])

function* findAll(library: Library): Iterable<Found> {
  const entries = library.disk.entries()
  const judged = caseNames(library)
  for (const entry of entries) yield* judge(entry, judged)
  yield* bareRepositories(entries)
  yield* twins(entries, judged)
}

/** The case files and the folders that hold them: other rules judge those names. */
function caseNames({ files }: Library): Set<RepoPath> {
  const names = new Set<RepoPath>()
  for (const { path } of files) {
    for (let at = path; at !== '' && !names.has(at); at = folderOf(at)) names.add(at)
  }
  return names
}

function* judge({ path, kind }: TreeEntry, judged: ReadonlySet<RepoPath>): Iterable<Found> {
  const name = baseName(path)
  const folder = folderOf(path)
  if (kind === 'symlink' && !judged.has(path)) yield { code: 'symlink', args: { path }, path }
  else if (kind === 'other' && !judged.has(path)) yield { code: 'special', args: { path }, path }
  else if (name === '.git') {
    // A submodule, or a work tree of another repository, has a file that says where the rest is.
    if (kind === 'file') yield { code: 'submodule', args: { folder }, path }
    else yield { code: 'repository', args: { folder, path }, path }
  } else if (isGitName(name)) yield { code: 'gitName', args: { name }, path }
  else if (nameKey(name) === '.gitmodules') yield { code: 'gitmodules', args: { path }, path }
  const fault = judged.has(path) || isGitName(name) ? undefined : nameFault(name)
  if (fault === undefined) return
  yield { code: FAULT_CODES[fault], args: { name, better: portableName(name) }, path }
}

/** What git takes for a repository (gitrepository-layout(5)), wherever letter case counts or not. */
function* bareRepositories(entries: readonly TreeEntry[]): Iterable<Found> {
  const parts = new Map<RepoPath, { head?: RepoPath; objects?: true; refs?: true }>()
  for (const { path, kind } of entries) {
    const name = baseName(path).toLowerCase()
    if (name !== 'head' && name !== 'objects' && name !== 'refs') continue
    const folder = folderOf(path)
    const seen = parts.get(folder) ?? {}
    if (name === 'head' && kind !== 'folder') seen.head = path
    else if (name !== 'head' && kind !== 'file') seen[name] = true
    parts.set(folder, seen)
  }
  for (const [folder, { head, objects, refs }] of parts) {
    if (head === undefined || objects === undefined || refs === undefined) continue
    yield { code: 'bareRepository', args: { folder: folder === '' ? '.' : folder }, path: head }
  }
}

/** Neighbours of one name where letter case and Unicode form do not count; cases are judged elsewhere. */
function* twins(entries: readonly TreeEntry[], judged: ReadonlySet<RepoPath>): Iterable<Found> {
  const groups = new Map<string, TreeEntry[]>()
  for (const entry of entries) {
    addTo(groups, `${folderOf(entry.path)}/${nameKey(baseName(entry.path))}`, entry)
  }
  for (const same of groups.values()) {
    if (same.length < 2) continue
    if (same.every(({ path, kind }) => kind !== 'folder' && judged.has(path))) continue
    for (const { path } of same) {
      const other = same.find(twin => twin.path !== path)?.path ?? path
      yield { code: 'twin', args: { path, other }, path }
    }
  }
}
