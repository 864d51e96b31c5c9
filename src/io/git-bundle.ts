import { mkdtemp, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from './atomic-write.js'
import { streamGit } from './git-stream.js'
import type { Host } from './host.js'
import { fileSha256 } from './read-folder.js'

/** What is in a bundle that was written and read back. */
export interface Bundle {
  /** Name of the file. */
  readonly file: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** Full name of the commit at HEAD. */
  readonly head: string
  /** Branches, tags and other refs in it, HEAD not counted. */
  readonly refs: number
  readonly commits: number
}

/**
 * Writes every ref of a repository, with all that it needs, into one file, and believes it when a new
 * repository made from nothing but the file has the same refs, whole down to the last object. Beside it
 * stands its SHA-256 in the form of `sha256sum -c`. A file that fails never gets its name.
 * @param target an existing folder
 * @param name of the file
 * @throws CasectlError `git` with what git said; the system error where the folder cannot be written
 */
export async function writeBundle(
  top: string,
  { target, name }: { readonly target: string; readonly name: string },
  env: Host['env'],
): Promise<Bundle> {
  const scratch = await mkdtemp(join(await realpath(target), '.casectl-backup-'))
  try {
    const file = join(scratch, name)
    await text(top, ['bundle', 'create', '--quiet', file, '--all', 'HEAD'], env)
    const heads = await refsOf(top, ['bundle', 'list-heads', file], env)
    const copy = join(scratch, 'copy')
    // index-pack checks each object as it comes in, the clone that none is missing.
    await text(scratch, ['clone', '--quiet', '--mirror', file, copy], env)
    // Named outright: a bare repository that is only met by chance is not used.
    const own = [`--git-dir=${copy}`]
    const restored = await refsOf(scratch, [...own, 'for-each-ref', '--format=%(objectname) %(refname)'], env)
    await text(scratch, [...own, 'fsck', '--connectivity-only', '--no-progress', '--no-dangling'], env)
    const head = heads.get('HEAD') ?? ''
    heads.delete('HEAD')
    for (const [ref, object] of heads) if (restored.get(ref) !== object) throw new BundleError(ref)
    const commits = Number(await text(scratch, [...own, 'rev-list', '--all', '--count'], env))
    await sync(file)
    const { size } = await stat(file)
    const sha256 = await fileSha256(file)
    await rename(file, join(target, name))
    await writeAtomic(join(target, `${name}.sha256`), `${sha256}  ${name}\n`)
    return { file: name, size, sha256, head, refs: heads.size, commits }
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A ref that did not come out of a bundle as it went in. */
export class BundleError extends Error {
  readonly ref: string

  constructor(ref: string) {
    super(ref)
    this.ref = ref
  }
}

/** What of a repository no bundle holds. */
export interface NotBundled {
  /** True where history was cut off when it was cloned. */
  readonly shallow: boolean
  /** Files changed, added or removed since HEAD, ignored ones not counted. */
  readonly uncommitted: number
  /** True where files are kept in Git LFS. */
  readonly lfs: boolean
}

/** @throws CasectlError `git` */
export async function notBundled(top: string, env: Host['env']): Promise<NotBundled> {
  const shallow = (await text(top, ['rev-parse', '--is-shallow-repository'], env)) === 'true'
  const status = await text(
    top,
    ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'],
    env,
  )
  const attributes = await text(top, ['ls-files', '-z', '--', ':(attr:filter=lfs)'], env)
  return {
    shallow,
    uncommitted: status.split('\0').filter(line => line !== '').length,
    lfs: attributes !== '',
  }
}

async function refsOf(top: string, args: readonly string[], env: Host['env']): Promise<Map<string, string>> {
  const lines = (await text(top, args, env)).split('\n').filter(line => line !== '')
  return new Map(
    lines.map((line): [string, string] => [line.slice(line.indexOf(' ') + 1), line.split(' ')[0] ?? '']),
  )
}

async function text(top: string, args: readonly string[], env: Host['env']): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of streamGit(top, args, env)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').trim()
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
