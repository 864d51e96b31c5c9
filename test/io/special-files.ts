import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Node makes none of these itself.
function shell(script: string, ...args: readonly string[]): void {
  execFileSync('sh', ['-c', script, 'sh', ...args], { stdio: 'pipe' })
}

/** Makes a named pipe that nobody writes to. */
export function makePipe(path: string): void {
  shell('mkfifo "$1"', path)
}

/** Makes a file that is large and takes no room. */
export function makeSparse(path: string, bytes: number): void {
  writeFileSync(path, '')
  truncateSync(path, bytes)
}

/** Puts a disk of 64 KiB onto a folder. */
export function mountTiny(folder: string): void {
  shell('mount -t tmpfs -o size=64k tmpfs "$1"', folder)
}

export function unmount(folder: string): void {
  shell('umount "$1"', folder)
}

/** Why no tiny disk can be had here; undefined where it can. */
export function mountFault(): string | undefined {
  if (process.getuid?.() !== 0) return 'not tried: only root can mount a full disk'
  const folder = mkdtempSync(join(tmpdir(), 'casectl-mount-'))
  try {
    mountTiny(folder)
    unmount(folder)
    return undefined
  } catch {
    return 'not tried: mount is refused here'
  } finally {
    rmdirSync(folder)
  }
}
