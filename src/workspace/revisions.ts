import { topOf } from '../io/git-changes.js'
import { GitHistory } from '../io/git-history.js'
import { GitObjects } from '../io/git-objects.js'
import type { Host } from '../io/host.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { problem } from '../parse/problem.js'
import { type CaseVersion, caseVersion } from '../review/case-version.js'
import { CaseReader } from './case-reader.js'
import type { Workspace } from './workspace.js'

/** The cases of a library as git has them at any commit. */
export class Revisions {
  /** The repository of the library. */
  readonly top: string
  readonly git: GitHistory
  readonly objects: GitObjects
  readonly #reader: CaseReader
  readonly #folders: readonly string[]

  private constructor(
    workspace: Workspace,
    opened: { top: string; git: GitHistory; objects: GitObjects; reader: CaseReader },
  ) {
    this.top = opened.top
    this.git = opened.git
    this.objects = opened.objects
    this.#reader = opened.reader
    const { cases, archive } = workspace.config.folders
    this.#folders = [cases, archive]
  }

  /**
   * Runs work with the revisions of a library.
   * @throws CasectlError `git` outside a repository
   */
  static async with<T>(
    workspace: Workspace,
    env: Host['env'],
    work: (revisions: Revisions) => Promise<T>,
  ): Promise<T> {
    const revisions = await Revisions.open(workspace, env)
    try {
      return await work(revisions)
    } finally {
      revisions.close()
    }
  }

  /** The same for who closes it. */
  static async open(workspace: Workspace, env: Host['env']): Promise<Revisions> {
    const { root } = workspace
    const top = await topOf(root)
    const [git, reader] = [await GitHistory.open(root, env), await CaseReader.open(workspace)]
    return new Revisions(workspace, { top, git, reader, objects: new GitObjects(top, env, MAX_FILE_BYTES) })
  }

  close(): void {
    this.objects.close()
  }

  /** True for what a case file may be called. */
  isCasePath(path: RepoPath): boolean {
    return /\.md$/i.test(path) && this.#folders.some(folder => path.startsWith(`${folder}/`))
  }

  /** A file as a blob has it. */
  async file(path: RepoPath, blob: string): Promise<CaseFile> {
    const found = await this.objects.read(blob)
    if (found?.bytes === undefined) {
      const size = { size: found?.size ?? 0, limit: MAX_FILE_BYTES }
      return { path, text: '', problems: [problem('tooLarge', size)] }
    }
    return (await this.#reader.read({ path, bytes: found.bytes })).file
  }

  async version(path: RepoPath, blob: string): Promise<CaseVersion> {
    return caseVersion(await this.file(path, blob))
  }

  /** The files that hold a case at a commit, by path; those whose names have its id are looked at first. */
  async find(
    commit: string,
    id: CaseId,
  ): Promise<{ readonly path: RepoPath; readonly version: CaseVersion }[]> {
    const blobs = await this.git.blobs(commit, '')
    const paths = [...blobs.keys()].filter(path => this.isCasePath(path))
    const named = paths.filter(path => hasId(path, id))
    const found = await this.#holding(named, blobs, id)
    if (found.length > 0) return found
    const rest = paths.filter(path => !hasId(path, id))
    return this.#holding(rest, blobs, id)
  }

  async #holding(
    paths: readonly RepoPath[],
    blobs: ReadonlyMap<RepoPath, string>,
    id: CaseId,
  ): Promise<{ path: RepoPath; version: CaseVersion }[]> {
    const found: { path: RepoPath; version: CaseVersion }[] = []
    for (const path of paths) {
      const version = await this.version(path, blobs.get(path) ?? '')
      if (isCase(version, id)) found.push({ path, version })
    }
    return found
  }
}

/** True where a path says which case it holds. */
export function hasId(path: RepoPath, id: CaseId): boolean {
  return path.toUpperCase().includes(id)
}

/** True for a version of a case; ids are upper case. */
export function isCase({ id }: CaseVersion, wanted: CaseId): boolean {
  return id.toUpperCase() === wanted
}
