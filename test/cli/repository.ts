import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** No settings of whoever runs the tests. */
export const GIT_ENV = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' }

/** Runs git in a folder and gives what it prints. */
export function git(cwd: string, ...args: readonly string[]): string {
  const who = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'protocol.file.allow=always',
  ]
  return execFileSync('git', [...who, ...args], { cwd, env: GIT_ENV, encoding: 'utf8', stdio: 'pipe' })
}

/** Commits everything below a folder, which becomes a repository if it is none. */
export function commit(cwd: string, message = 'state'): void {
  if (!existsSync(join(cwd, '.git'))) git(cwd, 'init', '--quiet', '--initial-branch=main')
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', message)
}

export function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}
