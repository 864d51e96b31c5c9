import { join, relative } from 'node:path'
import { readText } from '../io/apply.js'
import { below, findRepository } from '../io/git.js'
import { replaceFile } from '../io/replace-file.js'
import type { Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { type Marks, withBlock } from '../lib/marked-block.js'
import type { RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import { ROLES_FILE } from '../model/review.js'
import type { Workspace } from './workspace.js'

/** A file with a generated part: what it says, and what it should say. */
export interface RoleFile {
  /** Absolute. */
  readonly folder: string
  readonly change: FileChange
}

/** Where each forge looks for code owners, the first that is there counts. */
const OWNER_FILES = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
} as const

/** What the generated parts are made of. */
export interface OwnersOf {
  readonly settings: readonly RepoPath[]
  readonly folder: string
  readonly day: Day
}

/** What generating code owners needs to know of where the library is. */
export async function ownersOf({ root, configPath }: Workspace, day: Day): Promise<OwnersOf> {
  const top = (await findRepository(root)) ?? root
  const roles = (await readText(join(root, ROLES_FILE))) === null ? [] : [ROLES_FILE]
  return { settings: [configPath, ...roles], folder: below(top, root), day }
}

/**
 * The code owners of a repository with a new generated part: in the file that the forge reads, else in a
 * new one. On GitHub the last line that matches counts, so that a new part goes to the top and lines of
 * people outdo it; on GitLab a line belongs to the section above it, so that it goes to the bottom.
 * @throws CasectlError `marks`
 */
export async function ownersFile(
  { root }: Workspace,
  format: keyof typeof OWNER_FILES,
  block: string,
  marks: Marks,
): Promise<RoleFile> {
  const folder = (await findRepository(root)) ?? root
  const names = OWNER_FILES[format]
  let path: string = names[0]
  let before: string | null = null
  for (const name of names) {
    before = await readText(join(folder, name))
    if (before !== null) {
      path = name
      break
    }
  }
  return fileWith(folder, { path, before }, block, marks, format === 'github' ? 'top' : 'bottom')
}

/** A page of the library with a new generated part. @throws CasectlError `marks` */
export async function pageFile(
  { root }: Workspace,
  path: RepoPath,
  block: string,
  marks: Marks,
): Promise<RoleFile> {
  const before = await readText(join(root, path))
  return fileWith(root, { path, before }, block, marks, 'bottom')
}

function fileWith(
  folder: string,
  { path, before }: Omit<FileChange, 'after'>,
  block: string,
  marks: Marks,
  where: 'top' | 'bottom',
): RoleFile {
  const after = withBlock(before ?? '', block, marks, where)
  if (after !== undefined) return { folder, change: { path, before, after } }
  throw new CasectlError(
    'marks',
    {
      en: `${path} has a generated part whose first and last line do not belong together.`,
      zh: `${path} 中生成部分的首尾标记行不成对。`,
    },
    {
      en: `Keep one line "${marks.begin}" and one line "${marks.end}" behind it, or remove both.`,
      zh: `请只保留一行“${marks.begin}”及其后的一行“${marks.end}”，或全部删除。`,
    },
  )
}

/** Whether a file says what it should. */
export function isCurrent({ change: { before, after } }: RoleFile): boolean {
  return before === after
}

/** Writes a file: of the library under its lock, of the repository around it alone. */
export async function writeRoleFile(workspace: Workspace, { folder, change }: RoleFile): Promise<void> {
  if (relative(workspace.root, folder) === '') await workspace.apply([change])
  else await replaceFile(folder, change)
}
