import { resolve } from 'node:path'
import { topOf } from '../io/git-changes.js'
import { GitHistory } from '../io/git-history.js'
import { GitObjects } from '../io/git-objects.js'
import { walkCommits } from '../io/git-walk.js'
import type { Host } from '../io/host.js'
import { makeFolder, type NewFolder } from '../io/new-folder.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { MAX_RECORD_BYTES } from '../parse/read-record.js'
import type { AuditedCommit } from '../review/audit-entry.js'
import { REVIEWS } from '../review/record-path.js'
import { type Unusual, UnusualWatch } from '../review/unusual.js'
import { type AuditSpan, auditLog } from './audit-log.js'
import type { PackedCommit, PackHead } from './audit-pack.js'
import type { Workspace } from './workspace.js'

/** How entries are written: JSON lines and records of CSV. */
export interface PackForms {
  readonly csvHead: string
  csv(commit: AuditedCommit): readonly string[]
  json(commit: AuditedCommit): readonly object[]
  unusual(found: Unusual): object
}

/** Pieces of this length are written at once, in characters. */
const PIECE = 1 << 20

/**
 * Writes the audit of a span into a new folder: entries, what is unusual, the commits themselves, the
 * reviews as HEAD has them, and a SHA-256 of each file.
 * @throws CasectlError `exists`, `cannot-write`, `git`
 */
export async function exportAudit(
  workspace: Workspace,
  target: string,
  { span, forms, now }: { readonly span: AuditSpan; readonly forms: PackForms; readonly now: Date },
  host: Pick<Host, 'env' | 'cwd'>,
): Promise<PackHead> {
  const { env } = host
  const git = await GitHistory.open(workspace.root, env)
  const head = await git.known('HEAD')
  if (head === undefined) throw noCommit()
  let packed: PackHead | undefined
  await makeFolder(resolve(host.cwd, target), async folder => {
    const entries = await writeEntries(folder, workspace, span, forms, env)
    const commits = await writeCommits(folder, workspace, span, head, env)
    const reviews = await writeReviews(folder, workspace, git, head, env)
    packed = {
      ...{ casectl: 1, pack: 'audit', head, after: span.after ?? null, before: span.before ?? null },
      ...{ made: dayOf(now), commits, entries, reviews },
    }
    await folder.append('pack.json', `${JSON.stringify(packed, undefined, 2)}\n`)
    return undefined
  })
  if (packed === undefined) throw new Error('makeFolder does its work')
  return packed
}

async function writeEntries(
  folder: NewFolder,
  workspace: Workspace,
  span: AuditSpan,
  forms: PackForms,
  env: Host['env'],
): Promise<number> {
  const watch = new UnusualWatch(workspace.config.audit)
  const unusual: Unusual[] = []
  const csv = new Lines(folder, 'audit.csv', '\r\n')
  const json = new Lines(folder, 'audit.jsonl', '\n')
  let count = 0
  await csv.add(forms.csvHead)
  for await (const commit of auditLog(workspace, span, env)) {
    unusual.push(...watch.look(commit))
    count += commit.entries.length
    await csv.add(...forms.csv(commit))
    await json.add(...forms.json(commit).map(entry => JSON.stringify(entry)))
  }
  unusual.push(...watch.end())
  await csv.end()
  await json.end()
  await folder.append('unusual.json', `${JSON.stringify(unusual.map(forms.unusual), undefined, 1)}\n`)
  return count
}

async function writeCommits(
  folder: NewFolder,
  { root }: Workspace,
  { after, before }: AuditSpan,
  head: string,
  env: Host['env'],
): Promise<number> {
  const top = await topOf(root)
  const [from, to] = [seconds(after, '00:00:00'), seconds(before, '23:59:59')]
  const walked = await walkCommits(top, head, env)
  const objects = new GitObjects(top, env, PIECE)
  const lines = new Lines(folder, 'commits.jsonl', '\n')
  let count = 0
  try {
    for (const { commit, seconds: at } of walked) {
      if ((from !== undefined && at < from) || (to !== undefined && at > to)) continue
      const bytes = (await objects.read(commit))?.bytes ?? Buffer.alloc(0)
      await lines.add(JSON.stringify(packedCommit(commit, bytes)))
      count++
    }
  } finally {
    objects.close()
  }
  await lines.end()
  return count
}

function seconds(day: string | undefined, time: string): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T${time}Z`) / 1000
}

function packedCommit(commit: string, bytes: Buffer): PackedCommit {
  const object = bytes.toString('utf8')
  return Buffer.from(object).equals(bytes) ? { commit, object } : { commit, base64: bytes.toString('base64') }
}

async function writeReviews(
  folder: NewFolder,
  { root }: Workspace,
  git: GitHistory,
  head: string,
  env: Host['env'],
): Promise<number> {
  const blobs = await git.blobs(head, REVIEWS)
  const objects = new GitObjects(await topOf(root), env, MAX_RECORD_BYTES)
  let count = 0
  try {
    for (const [path, blob] of blobs) {
      const bytes = (await objects.read(blob))?.bytes
      // A name from a tree goes below the folder and nowhere else.
      const plain = path
        .split('/')
        .every(part => /^[^/\\\0\n:]+$/.test(part) && part !== '..' && part !== '.')
      if (bytes === undefined || !plain) continue
      await folder.append(path, bytes)
      count++
    }
  } finally {
    objects.close()
  }
  return count
}

/** Lines of a file, written in large pieces. */
class Lines {
  readonly #folder: NewFolder
  readonly #name: string
  readonly #ending: string
  #text = ''

  constructor(folder: NewFolder, name: string, ending: string) {
    this.#folder = folder
    this.#name = name
    this.#ending = ending
  }

  async add(...lines: readonly string[]): Promise<void> {
    for (const line of lines) this.#text += line + this.#ending
    if (this.#text.length > PIECE) await this.end()
  }

  async end(): Promise<void> {
    await this.#folder.append(this.#name, this.#text)
    this.#text = ''
  }
}

function noCommit(): CasectlError {
  return new CasectlError('git', { en: 'There is no commit to export.', zh: '没有可导出的提交。' })
}
