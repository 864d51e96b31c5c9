import type { Disk } from '../library/disk.js'
import type { RepoPath } from '../model/case.js'
import { folderOf } from '../model/repo-path.js'
import { type LfsPointer, lfsByAttributes, POINTER_BYTES, readLfsPointer } from '../parse/git-attributes.js'

/** What a file says of another one that was not fetched; undefined for any file but a pointer. */
export function pointerAt(path: RepoPath, size: number, disk: Disk): LfsPointer | undefined {
  return size < POINTER_BYTES ? readLfsPointer(disk.text(path) ?? '') : undefined
}

/** Whether the `.gitattributes` on the way to a file say so; the nearest that says anything decides. */
export function isInLfs(path: RepoPath, disk: Disk): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const within = folder === '' ? '' : `${folder}/`
    const answer = lfsByAttributes(disk.text(`${within}.gitattributes`) ?? '', path.slice(within.length))
    if (answer !== undefined) return answer
    if (folder === '') return false
  }
}
