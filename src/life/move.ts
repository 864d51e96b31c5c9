import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { applyEdits, type FileChange, type FileMove, type TextEdit } from '../model/change.js'
import { nameFault } from '../model/file-name.js'
import { baseName, folderOf, relativeFrom } from '../model/repo-path.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { writeTarget } from '../rules/link-target.js'
import type { ParseCase } from '../taxonomy/case-terms.js'
import { CannotSplice, orByHand } from '../taxonomy/page.js'
import { CaseEdit } from './case-edit.js'
import { documentLinks } from './document-links.js'
import { namedFrom, type Reference, referencesIn } from './references.js'
import { caseOf, type Found, type LifeSources, type Rewrite } from './rewrite.js'

/** Where a case is to go, and the status that it has there; as it is where left out. */
export interface CaseMove {
  readonly id: CaseId
  /** A path below the case folders. */
  readonly to: RepoPath
  readonly status?: Status
}

/**
 * Moves cases to other paths of the library, each with the images and attachments below its folder that
 * no other case uses. Links to them, those in documents that are no cases included,
 * and their own, are rewritten where their way changes; what stays as
 * it is stays to the byte.
 * @throws CasectlError `usage`, `taken`, `by-hand`; nothing is written either way
 */
export function planCaseMoves(
  { library, parse, documents }: LifeSources,
  moves: readonly CaseMove[],
): Rewrite {
  const users = usersOf(library)
  const moved = new Map<RepoPath, RepoPath>()
  const places = new Set<RepoPath>()
  const assets: FileMove[] = []
  const going = moves.map(({ id, to, status }) => {
    const found = caseOf(library, id)
    checkTarget(library, found, to)
    const own = assetsOf(library, found, to, users)
    for (const { from, path } of [{ from: found.file.path, path: to }, ...own]) {
      if (places.has(path)) throw taken(path)
      places.add(path)
      moved.set(from, path)
    }
    assets.push(...own)
    return { file: found.file, to, status }
  })
  const own = going.flatMap(({ file, to, status }): FileChange[] => {
    const text = rewritten(file, to, moved, parse)
    const after = status === undefined ? text : withStatus(parse(to, text), status, parse)
    return [
      { path: file.path, before: file.text, after: null },
      { path: to, before: null, after },
    ]
  })
  const touched = new Set(going.flatMap(({ file }) => [...(users.get(file.path) ?? [])]))
  const others = library.files.flatMap((file): FileChange[] => {
    if (moved.has(file.path) || !touched.has(file.path)) return []
    const after = rewritten(file, file.path, moved, parse)
    return after === file.text ? [] : [{ path: file.path, before: file.text, after }]
  })
  return { changes: [...own, ...others, ...documentLinks(documents, moved)], moves: assets }
}

/** The text of a case with another status. @throws CasectlError `by-hand` */
export function withStatus(file: CaseFile, status: Status, parse: ParseCase): string {
  const edit = new CaseEdit(file, parse)
  const words = { en: `set status: ${status}`, zh: `设置 status: ${status}` }
  orByHand(file.path, words, () => edit.set('status', status))
  return edit.now.text
}

function checkTarget({ config, tree }: Library, { file }: Found, to: RepoPath): void {
  const { cases, archive } = config.folders
  const below = [cases, archive].some(folder => to.startsWith(`${folder}/`))
  if (!below || !/\.md$/i.test(to)) {
    throw new CasectlError(
      'usage',
      { en: `${to} is no place for a case.`, zh: `${to} 不能存放案例。` },
      {
        en: `Cases are .md files below ${cases}/ or ${archive}/.`,
        zh: `案例是 ${cases}/ 或 ${archive}/ 下的 .md 文件。`,
      },
    )
  }
  const fault = to.split('/').find(part => part.startsWith('.') || nameFault(part) !== undefined)
  if (fault !== undefined) {
    throw new CasectlError('usage', {
      en: `"${fault}" is a name that some system or casectl itself does not take.`,
      zh: `“${fault}”是某些系统或 casectl 不接受的名称。`,
    })
  }
  if (to === file.path) {
    throw new CasectlError('usage', { en: `The case is at ${to} already.`, zh: `案例已在 ${to}。` })
  }
  if (tree(to) !== undefined) throw taken(to)
}

function taken(path: RepoPath): CasectlError {
  return new CasectlError('taken', {
    en: `${path} is there already. Nothing was moved.`,
    zh: `${path} 已存在，没有移动任何文件。`,
  })
}

/** File → the cases that name it. */
function usersOf({ files }: Library): Map<RepoPath, Set<RepoPath>> {
  const users = new Map<RepoPath, Set<RepoPath>>()
  for (const file of files) {
    for (const { path } of referencesIn(file)) {
      const known = users.get(path)
      if (known === undefined) users.set(path, new Set([file.path]))
      else known.add(file.path)
    }
  }
  return users
}

/** The files below the case's folder that it alone uses, where the folder changes. */
function assetsOf(
  library: Library,
  { file }: Found,
  to: RepoPath,
  users: ReadonlyMap<RepoPath, ReadonlySet<RepoPath>>,
): FileMove[] {
  const [from, target] = [folderOf(file.path), folderOf(to)]
  if (from === target) return []
  const broken = library.files.filter(other => other.case === undefined)
  const paths = new Set([...referencesIn(file)].map(({ path }) => path))
  const assets = [...paths].filter(path => {
    const isAsset = path.startsWith(`${from}/`) && !/\.md$/i.test(path) && library.tree(path) === 'file'
    // A case that cannot be read may use what its text names.
    const isShared = broken.some(({ text }) => text.includes(baseName(path)))
    return isAsset && !isShared && users.get(path)?.size === 1
  })
  return assets.sort().map(path => {
    const asset = `${target}${path.slice(from.length)}`
    if (library.tree(asset) !== undefined) throw taken(asset)
    return { from: path, path: asset }
  })
}

/**
 * The text of a case that goes from one path to another while other files move as well.
 * @throws CasectlError `by-hand` for a link whose place is not certain
 */
function rewritten(
  file: CaseFile,
  to: RepoPath,
  moved: ReadonlyMap<RepoPath, RepoPath>,
  parse: ParseCase,
): string {
  const references = [...referencesIn(file)]
  const edits = references.flatMap((reference): TextEdit[] => {
    const target = moved.get(reference.path) ?? reference.path
    // What is written may lead there from the new place too, in whatever way.
    if (namedFrom(reference, to) === target) return []
    const text = writtenAs(reference, relativeFrom(to, target))
    const { place } = reference
    const words: Message = { en: `replace ${reference.to} by ${text}`, zh: `把 ${reference.to} 改为 ${text}` }
    return orByHand(file.path, words, () => {
      if (place === undefined) throw new CannotSplice('no certain place')
      return [{ path: file.path, start: place.start, end: place.end, text }]
    })
  })
  const words: Message = { en: `correct the links to ${to}`, zh: `更正指向 ${to} 的链接` }
  return orByHand(file.path, words, () => {
    const after = applyEdits(file.text, edits)
    const now = [...referencesIn(parse(to, after))].map(({ path }) => path)
    const expected = references.map(({ path }) => moved.get(path) ?? path)
    if (now.join('\n') !== expected.join('\n')) throw new CannotSplice('a link would lead elsewhere')
    return after
  })
}

function writtenAs({ kind, to }: Reference, path: string): string {
  if (kind === 'field') return yamlScalar(path)
  return writeTarget(path) + (/[?#].*$/s.exec(to)?.[0] ?? '')
}
