import { addTo } from '../lib/groups.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import { resolveFrom } from '../model/repo-path.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { type Disk, NO_DISK, type Tree } from './disk.js'

export type { EntryKind, Tree } from './disk.js'

/** Settings, taxonomy and every file below the case folders, with the ways between them. */
export interface Library {
  readonly config: Config
  readonly taxonomy: Taxonomy
  /** Every file, broken ones too, by path. */
  readonly files: readonly CaseFile[]
  readonly fileAt: ReadonlyMap<RepoPath, CaseFile>
  /** The sound cases: id, kind, title, status and language are valid. By path. */
  readonly cases: readonly Case[]
  /** The cases of an id, by path; more than one is a duplicate. Keys are upper case. */
  readonly byId: ReadonlyMap<CaseId, readonly Case[]>
  readonly byPath: ReadonlyMap<RepoPath, Case>
  readonly tree: Tree
  readonly disk: Disk
  /** The cases that list a file among their attachments, by the file's path; one that lists it twice, twice. */
  readonly attachedTo: ReadonlyMap<RepoPath, readonly Case[]>
}

export function buildLibrary(
  config: Config,
  taxonomy: Taxonomy,
  files: readonly CaseFile[],
  tree: Tree,
  disk: Disk = NO_DISK,
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
  const fileAt = new Map(files.map(file => [file.path, file]))
  const attachedTo = attachmentsOf(byPath.values())
  return { config, taxonomy, files, fileAt, cases, byId, byPath, tree, disk, attachedTo }
}

function attachmentsOf(cases: Iterable<Case>): Map<RepoPath, Case[]> {
  const attachedTo = new Map<RepoPath, Case[]>()
  for (const found of cases) {
    for (const { path } of found.attachments) {
      const target = resolveFrom(found.path, path)
      if (target !== undefined && path !== '') addTo(attachedTo, target, found)
    }
  }
  return attachedTo
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
