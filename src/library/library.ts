import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'

/** What stands at a path of the library, without following links. */
export type EntryKind = 'file' | 'folder' | 'symlink' | 'other'

/** A look into the library's folder, for rules that ask whether a link's target is there. */
export type Tree = (path: RepoPath) => EntryKind | undefined

/** Settings, taxonomy and every file below the case folders, with the ways between them. */
export interface Library {
  readonly config: Config
  readonly taxonomy: Taxonomy
  /** Every file, broken ones too, by path. */
  readonly files: readonly CaseFile[]
  /** The sound cases: id, kind, title, status and language are valid. By path. */
  readonly cases: readonly Case[]
  /** The cases of an id, by path; more than one is a duplicate. Keys are upper case. */
  readonly byId: ReadonlyMap<CaseId, readonly Case[]>
  readonly byPath: ReadonlyMap<RepoPath, Case>
  readonly tree: Tree
}

export function buildLibrary(
  config: Config,
  taxonomy: Taxonomy,
  files: readonly CaseFile[],
  tree: Tree,
): Library {
  const cases: Case[] = []
  const byId = new Map<CaseId, Case[]>()
  const byPath = new Map<RepoPath, Case>()
  for (const file of files) {
    if (file.case === undefined) continue
    byPath.set(file.path, file.case)
    if (file.case.sound) cases.push(file.case)
    if (file.case.id === '') continue
    const key = file.case.id.toUpperCase()
    const same = byId.get(key)
    if (same === undefined) byId.set(key, [file.case])
    else same.push(file.case)
  }
  return { config, taxonomy, files, cases, byId, byPath, tree }
}

/** The one case of an id, or undefined; of duplicates the first by path. */
export function findCase(library: Library, id: CaseId): Case | undefined {
  return library.byId.get(id.toUpperCase())?.[0]
}

/**
 * Follows `superseded_by` to the case in force. Stops at a missing successor and at a loop, and
 * returns undefined for both.
 */
export function successorOf(library: Library, from: Case): Case | undefined {
  const seen = new Set<CaseId>([from.id])
  let current: Case | undefined = from
  while (current?.supersededBy !== undefined) {
    if (seen.has(current.supersededBy)) return undefined
    seen.add(current.supersededBy)
    current = findCase(library, current.supersededBy)
  }
  return current === from ? undefined : current
}
