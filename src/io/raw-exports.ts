import { constants, copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Day } from '../lib/day.js'
import { STATE_FOLDER } from './apply.js'
import { writeAtomic } from './atomic-write.js'
import { makeFoldersNow } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'

/** Where the exports that were imported are kept, relative to the library's root. */
const RAW = `${STATE_FOLDER}/raw`

/** An export that is kept as it was. */
export interface RawExport {
  readonly sha256: string
  readonly name: string
  readonly size: number
  /** The day of the import, and the last on which it must be kept. */
  readonly day: Day
  readonly keepUntil: Day
  /** Names of the files below its folder. */
  readonly files: readonly string[]
}

/**
 * Keeps the files of an export beside the library, where git does not see them: they hold the personal
 * data that the drafts do not.
 */
export async function keepRaw(root: string, from: string, raw: RawExport): Promise<void> {
  refuseUnsafe(root, `${RAW}/${raw.sha256}/raw.json`)
  const folder = join(root, RAW, raw.sha256)
  makeFoldersNow(folder)
  await hideState(root)
  for (const file of raw.files) {
    const to = join(folder, 'files', file)
    makeFoldersNow(dirname(to))
    copyFileSync(join(from, file), to, constants.COPYFILE_FICLONE)
  }
  await writeAtomic(join(folder, 'raw.json'), `${JSON.stringify(raw, undefined, 2)}\n`)
}

/** Makes sure that git does not see what casectl keeps, whatever the repository's own ignore file says. */
export async function hideState(root: string): Promise<void> {
  refuseUnsafe(root, `${STATE_FOLDER}/.gitignore`)
  if (existsSync(join(root, STATE_FOLDER, '.gitignore'))) return
  await writeAtomic(join(root, STATE_FOLDER, '.gitignore'), '*\n')
}

/** The exports that are kept, by the day until which they must be. */
export function rawExports(root: string): RawExport[] {
  const folder = join(root, RAW)
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap(name => {
    if (!/^[0-9a-f]{64}$/.test(name)) return []
    try {
      const raw = JSON.parse(readFileSync(join(folder, name, 'raw.json'), 'utf8')) as RawExport
      return raw.sha256 === name ? [raw] : []
    } catch {
      return []
    }
  })
  return found.sort((a, b) => (a.keepUntil < b.keepUntil ? -1 : a.keepUntil > b.keepUntil ? 1 : 0))
}

/** Removes what is kept of an export. */
export function purgeRaw(root: string, { sha256 }: RawExport): void {
  refuseUnsafe(root, `${RAW}/${sha256}/raw.json`)
  rmSync(join(root, RAW, sha256), { recursive: true, force: true })
}
