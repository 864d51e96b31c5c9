import { randomBytes } from 'node:crypto'
import { link, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CasectlError, systemCode } from '../lib/errors.js'
import { makeFolders } from './make-folders.js'

/** How long to wait for another casectl to finish writing, in milliseconds. */
const PATIENCE = 30_000
/** A draft of a lock is there for a moment; one that is older was left by a process that was killed. */
const OLD_DRAFT = 60_000

interface Holder {
  readonly pid: number
  /** Start of the holding process, seconds since boot as the kernel tells it; '' where it does not. */
  readonly started: string
}

/**
 * Runs `work` while holding the library's lock: a file that names its holder and appears whole
 * (written beside it, then linked, which fails where a lock stands). A lock whose holder is dead is broken.
 * @param patience how long to wait for a living holder, in milliseconds
 * @throws CasectlError `locked` when another process keeps it longer
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  await makeFolders(dirname(path))
  const deadline = Date.now() + patience
  while (!(await take(path))) {
    const holder = await read(path)
    if (holder !== undefined && !(await alive(holder))) await breakLock(path, holder)
    if (Date.now() > deadline) throw locked(path, holder)
    await sleep(10 + Math.random() * 40)
  }
  try {
    await sweepDrafts(path)
    return await work()
  } finally {
    await remove(path)
  }
}

/** `stale`: whoever took the lock is gone. A lock that nobody can read is held, for all that one can tell. */
export type LockState = 'free' | 'held' | 'stale'

/** Looks at a lock and leaves it as it is. */
export async function lockState(path: string): Promise<LockState> {
  if ((await stat(path).catch(() => undefined)) === undefined) return 'free'
  const holder = await read(path)
  return holder === undefined || (await alive(holder)) ? 'held' : 'stale'
}

async function sweepDrafts(path: string): Promise<void> {
  const [folder, name] = [dirname(path), `${basename(path)}.`]
  for (const found of await readdir(folder)) {
    if (!found.startsWith(name) || !found.endsWith(DRAFT)) continue
    const draft = join(folder, found)
    const written = await stat(draft).catch(() => undefined)
    if (written !== undefined && Date.now() - written.mtimeMs > OLD_DRAFT) await remove(draft)
  }
}

const DRAFT = '.new'

async function take(path: string): Promise<boolean> {
  const own: Holder = { pid: process.pid, started: await startOf(process.pid) }
  const draft = `${path}.${randomBytes(8).toString('hex')}${DRAFT}`
  await writeFile(draft, JSON.stringify(own), { flag: 'wx' })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await unlink(draft)
  }
}

async function read(path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined
    const { pid, started } = value as { pid: unknown; started?: unknown }
    return typeof pid === 'number' ? { pid, started: String(started ?? '') } : undefined
  } catch {
    return undefined
  }
}

async function alive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
  const now = await startOf(pid)
  return started === '' || now === '' || now === started
}

// Field 22 of /proc/PID/stat (proc(5)); the command name before it may hold spaces and brackets.
async function startOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

// Several processes may find the lock stale at once, and by the time one of them removes it a fresh
// one may stand there. So only the holder of a second lock may remove it, after another look.
async function breakLock(path: string, stale: Holder): Promise<void> {
  const breaking = `${path}.breaking`
  if (!(await take(breaking))) {
    const holder = await read(breaking)
    if (holder !== undefined && !(await alive(holder))) await remove(breaking)
    return
  }
  try {
    const now = await read(path)
    if (now?.pid === stale.pid && now.started === stale.started) await remove(path)
  } finally {
    await remove(breaking)
  }
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch(error => {
    if (systemCode(error) !== 'ENOENT') throw error
  })
}

function locked(path: string, holder: Holder | undefined): CasectlError {
  const pid = holder?.pid ?? '?'
  return new CasectlError(
    'locked',
    {
      en: `Another casectl (process ${pid}) is writing here.`,
      zh: `另一个 casectl（进程 ${pid}）正在写入。`,
    },
    {
      en: `Try again when it has finished; if it is gone, remove ${path}.`,
      zh: `请等它结束后重试；如果它已不在，请删除 ${path}。`,
    },
  )
}
