import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import { unreadableRoot } from './scan.js'

/** The names of the configuration, by preference. */
export const CONFIG_NAMES = ['casectl.config.yml', 'casectl.config.yaml'] as const

/** A library on disk: its folder and its configuration file, absolute. */
export interface Root {
  readonly root: string
  readonly config: string
}

/**
 * Finds the library that a folder belongs to: the nearest configuration upward, not beyond the
 * folder that holds `.git`.
 * @param given `--config`: used as it is; the library is the folder it lies in
 * @throws CasectlError `no-library` or `unreadable-root`
 */
export function findRoot(cwd: string, given?: string): Root {
  if (given !== undefined) return givenRoot(resolve(cwd, given))
  let folder = real(cwd)
  for (;;) {
    for (const name of CONFIG_NAMES) {
      const config = join(folder, name)
      if (exists(config)) return { root: folder, config }
    }
    const parent = dirname(folder)
    if (parent === folder || exists(join(folder, '.git'))) throw noLibrary(cwd)
    folder = parent
  }
}

function givenRoot(config: string): Root {
  try {
    if (!statSync(config).isFile()) throw unreadableRoot(config, 'EISDIR')
  } catch (error) {
    if (error instanceof CasectlError) throw error
    throw unreadableRoot(config, systemCode(error) ?? 'unknown')
  }
  return { root: real(dirname(config)), config: real(config) }
}

function real(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch (error) {
    throw unreadableRoot(folder, systemCode(error) ?? 'unknown')
  }
}

/** Where a path really lies: links in its folders followed, one at its end kept. */
export function realPath(path: string): string {
  try {
    return join(realpathSync.native(dirname(path)), basename(path))
  } catch {
    return path
  }
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOTDIR') return false
    throw unreadableRoot(path, code ?? 'unknown')
  }
}

function noLibrary(cwd: string): CasectlError {
  return new CasectlError(
    'no-library',
    {
      en: `${cwd} belongs to no case library: no casectl.config.yml here or above.`,
      zh: `${cwd} 不属于任何案例库：此处及上层都没有 casectl.config.yml。`,
    },
    {
      en: 'Make one with `casectl init`, or name one with --config.',
      zh: '可用 `casectl init` 新建，或用 --config 指定。',
    },
  )
}
