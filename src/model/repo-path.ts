import type { RepoPath } from './case.js'

/**
 * The path that `target` names when it is read from a file: `a/b.md` and `../c.md` give `c.md`.
 * Undefined when it leads out of the library; '' is the library's root.
 */
export function resolveFrom(file: RepoPath, target: string): RepoPath | undefined {
  const parts = file.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** How a file names another one: from `a/b.md`, `c.md` is `../c.md`. */
export function relativeFrom(file: RepoPath, target: RepoPath): string {
  const from = file.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** The last part of a path. */
export function baseName(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Everything before the last part, '' for a file in the library's root. */
export function folderOf(path: RepoPath): RepoPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
