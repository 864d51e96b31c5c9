import { relative, resolve, sep } from 'node:path'
import { realPath } from '../io/find-root.js'
import { CasectlError } from '../lib/errors.js'
import type { Library } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { folderOf } from '../model/repo-path.js'

/**
 * What paths select, cases and whatever else stands there; undefined for everything.
 * @throws CasectlError `no-such-path` for a path that is not in the library
 */
export function selectPaths(
  root: string,
  library: Library,
  paths: readonly string[],
  {
    listed,
    changed,
  }: {
    readonly listed?: readonly string[] | undefined
    readonly changed?: ReadonlySet<RepoPath> | undefined
  } = {},
): ReadonlySet<RepoPath> | undefined {
  const touched = changed && withFolders(changed, library)
  if (paths.length === 0 && listed === undefined) return touched
  const selection = new Selection(library)
  for (const given of paths) {
    const path = libraryPath(root, given)
    if (!selection.add(path)) throw noSuchPath(path)
  }
  for (const given of listed ?? []) selection.add(libraryPath(root, given))
  if (touched === undefined) return selection.paths
  return new Set([...selection.paths].filter(path => touched.has(path)))
}

/**
 * What has changed and the folders that it stands in: a rule may name these. Of a submodule git knows
 * the folder, and rules the file in it that makes it one.
 */
function withFolders(changed: ReadonlySet<RepoPath>, { tree }: Library): ReadonlySet<RepoPath> {
  const paths = new Set(changed)
  for (const path of changed) {
    for (let at = folderOf(path); at !== '' && !paths.has(at); at = folderOf(at)) paths.add(at)
    if (tree(path) === 'folder') paths.add(`${path}/.git`)
  }
  return paths
}

/** What stands at paths of files and folders. */
class Selection {
  readonly paths = new Set<RepoPath>()
  readonly #library: Library

  constructor(library: Library) {
    this.#library = library
  }

  /** @returns false for a path that is not there */
  add(path: RepoPath): boolean {
    const { tree, files, disk } = this.#library
    const kind = path === '' ? 'folder' : tree(path)
    if (kind === undefined) return false
    this.paths.add(kind === 'symlink' ? firstLink(path, tree) : path)
    if (kind !== 'folder') return true
    for (const other of [...files, ...disk.entries()]) {
      if (isAtOrBelow(other.path, path)) this.paths.add(other.path)
    }
    return true
  }
}

function isAtOrBelow(path: RepoPath, top: RepoPath): boolean {
  return top === '' || path === top || path.startsWith(`${top}/`)
}

/** What lies behind a link is the link. */
function firstLink(path: RepoPath, tree: Library['tree']): RepoPath {
  let at = path
  while (tree(folderOf(at)) === 'symlink') at = folderOf(at)
  return at
}

/**
 * The cases that paths select; undefined for every one.
 * @throws CasectlError `no-such-path` for a path that holds no case and is no case folder
 */
export function selectCases(
  root: string,
  library: Library,
  paths: readonly string[],
): ReadonlySet<RepoPath> | undefined {
  if (paths.length === 0) return undefined
  const selected = new Set<RepoPath>()
  for (const given of paths) {
    const path = libraryPath(root, given)
    const cases = library.files.filter(file => isAtOrBelow(file.path, path))
    const isFolder = path === '' || library.tree(path) === 'folder'
    if (cases.length === 0 && !(isFolder && isCaseFolder(library, path))) throw noSuchPath(path)
    for (const file of cases) selected.add(file.path)
  }
  return selected
}

/**
 * Cases and what is attached to them are judged, and the taxonomy; of anything else only what a rule found.
 * @throws CasectlError `nothing-to-judge`
 */
export function refuseIdle(
  root: string,
  library: Library,
  paths: readonly string[],
  diagnostics: readonly Diagnostic[],
): void {
  const { config, files } = library
  for (const given of paths) {
    const path = libraryPath(root, given)
    const stands = (other: { readonly path: RepoPath }): boolean => isAtOrBelow(other.path, path)
    if (path === config.taxonomy || isCaseFolder(library, path) || files.some(stands)) continue
    if (!diagnostics.some(stands)) throw nothingToJudge(path)
  }
}

/** A path, absolute or relative to the library, as the library names it; links in its folders are followed. */
export function libraryPath(root: string, given: string): RepoPath {
  return relative(root, realPath(resolve(root, given)))
    .split(sep)
    .join('/')
}

function isCaseFolder({ config }: Library, path: RepoPath): boolean {
  const { cases, archive } = config.folders
  return path === '' || [cases, archive].some(folder => path === folder || path.startsWith(`${folder}/`))
}

/** Of a path where a case was to be. */
export function noSuchPath(path: RepoPath): CasectlError {
  return new CasectlError(
    'no-such-path',
    { en: `${path} holds no case of this library.`, zh: `${path} 中没有本案例库的案例。` },
    NAME_A_CASE,
  )
}

function nothingToJudge(path: RepoPath): CasectlError {
  return new CasectlError(
    'nothing-to-judge',
    {
      en: `${path} is no case, nor does it hold one, and no rule has anything to say of it.`,
      zh: `${path} 不是案例，其中也没有案例，没有规则可检查。`,
    },
    NAME_A_CASE,
  )
}

const NAME_A_CASE = {
  en: 'Name a Markdown file or a folder below the case folders.',
  zh: '请指定案例文件夹中的 Markdown 文件或子文件夹。',
}
