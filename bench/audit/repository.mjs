import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '../library/library.mjs'
import { bundle } from '../search/bundle.mjs'
import { CACHE } from '../search/setup.mjs'
import { commitsOf, PEOPLE, ROLES } from './history.mjs'

/** A repository with such a library and history; one that is there is used again. */
export async function repositoryOf(folder, { cases, commits, seed, flat }) {
  if (existsSync(folder)) return
  const made = `${folder}.new`
  mkdirSync(made, { recursive: true })
  const own = { ...settings() }
  own['casectl.config.yml'] += ROLES
  for (const [name, text] of Object.entries(own)) writeFileSync(join(made, name), text)
  git(made, 'init', '--quiet', '--initial-branch=main')
  const { openDigests, reviewText } = await import(await bundle('bench/audit/parts.ts', CACHE, 'audit.mjs'))
  const digest = await openDigests(made)
  const importing = spawn('git', ['fast-import', '--quiet', '--date-format=raw'], {
    cwd: made,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const files = Object.entries(own).map(([path, text]) => ({ path, text }))
  await write(
    importing.stdin,
    commitText({ person: 0, seconds: Date.UTC(2025, 10, 30) / 1000 }, files, 'library'),
  )
  for (const commit of commitsOf({ cases, commits: commits - 1, seed, flat, digest, reviewText })) {
    await write(importing.stdin, commitText(commit, [commit], 'change'))
  }
  importing.stdin.end()
  const [code] = await once(importing, 'exit')
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
  git(made, 'reset', '--quiet', '--hard', 'main')
  git(made, 'repack', '-adfq', '--depth=50', '--window=10')
  renameSync(made, folder)
}

function commitText({ person, seconds }, files, message) {
  const [name, email, zone] = PEOPLE[person]
  const who = `${name} <${email}> ${seconds} ${zone}`
  const head = `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`
  const changes = files.map(
    ({ path, text }) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  )
  return `${head}${changes.join('')}\n`
}

async function write(stream, text) {
  if (!stream.write(text)) await once(stream, 'drain')
}

export function git(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
