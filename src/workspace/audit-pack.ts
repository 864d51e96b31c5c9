import { join, resolve } from 'node:path'
import { readText } from '../io/apply.js'
import { SUMS } from '../io/new-folder.js'
import { fileSha256, filesBelow, isFolder } from '../io/read-folder.js'
import { CasectlError } from '../lib/errors.js'
import type { PackFault } from '../review/pack-fault.js'
import { objectName } from './object-name.js'

/** `pack.json`: what a pack says of itself. */
export interface PackHead {
  readonly casectl: number
  readonly pack: 'audit'
  /** The commit whose history it tells. */
  readonly head: string
  readonly after: string | null
  readonly before: string | null
  readonly made: string
  readonly commits: number
  readonly entries: number
  readonly reviews: number
}

/** A commit in `commits.jsonl`: the bytes that its name is the hash of. */
export interface PackedCommit {
  readonly commit: string
  /** UTF-8; `base64` where the bytes are something else. */
  readonly object?: string
  readonly base64?: string
}

/**
 * Reads what a pack says of itself, without checking it.
 * @throws CasectlError `pack` for a folder that is none
 */
export async function readPack(cwd: string, folder: string): Promise<PackHead> {
  const path = resolve(cwd, folder)
  const text = (await isFolder(path)) ? await readText(join(path, 'pack.json')) : null
  const head = text === null ? undefined : parse(text)
  if (isHead(head)) return head
  throw new CasectlError(
    'pack',
    { en: `${folder} is no pack of an audit.`, zh: `${folder} 不是审计包。` },
    { en: '`casectl audit export DIR` makes one.', zh: '可用 `casectl audit export DIR` 生成。' },
  )
}

/**
 * Checks a pack by itself: every file against its sum, every commit against its name, and whether
 * the commits hang together.
 * @throws CasectlError `pack`
 */
export async function verifyPack(
  cwd: string,
  folder: string,
): Promise<{ head: PackHead; faults: PackFault[] }> {
  const head = await readPack(cwd, folder)
  const path = resolve(cwd, folder)
  const { files, others } = await filesBelow(path)
  const faults: PackFault[] = others.map(file => ({ code: 'no-file', file }))
  const sums = readSums((await readText(join(path, SUMS))) ?? '')
  if (sums === undefined) faults.push({ code: 'bad-sums', file: SUMS })
  for (const file of files) {
    if (file === SUMS) continue
    const sum = sums?.get(file)
    if (sum === undefined) faults.push({ code: 'unlisted', file })
    else if (sum !== (await fileSha256(join(path, file)))) faults.push({ code: 'changed', file })
  }
  const there = new Set(files)
  for (const file of sums?.keys() ?? []) if (!there.has(file)) faults.push({ code: 'missing', file })
  faults.push(...checkCommits((await readText(join(path, 'commits.jsonl'))) ?? '', head))
  return { head, faults }
}

function readSums(text: string): Map<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sum === undefined || name === undefined) return undefined
    sums.set(name, sum)
  }
  return sums.size === 0 ? undefined : sums
}

function checkCommits(text: string, head: PackHead): PackFault[] {
  const faults: PackFault[] = []
  const lines = text.split('\n').filter(line => line !== '')
  const names = new Set<string>()
  for (const line of lines) {
    const found = parse(line) as Partial<PackedCommit> | undefined
    const name = found?.commit ?? ''
    const bytes =
      found?.base64 === undefined ? Buffer.from(found?.object ?? '') : Buffer.from(found.base64, 'base64')
    if (objectName('commit', bytes, name.length) === name) names.add(name)
    else faults.push({ code: 'other-commit', file: 'commits.jsonl', commit: name || line.slice(0, 40) })
  }
  if (lines.length !== head.commits) faults.push({ code: 'other-count', file: 'commits.jsonl' })
  // A pack up to a day ends before its head.
  if (head.before === null && head.after === null && !names.has(head.head)) {
    faults.push({ code: 'no-head', file: 'commits.jsonl', commit: head.head })
  }
  return faults
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is PackHead {
  if (typeof value !== 'object' || value === null) return false
  const { pack, head, commits } = value as Record<string, unknown>
  return (
    pack === 'audit' &&
    typeof head === 'string' &&
    /^[0-9a-f]{40,64}$/.test(head) &&
    Number.isInteger(commits)
  )
}
