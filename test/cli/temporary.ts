import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'casectl-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A temporary folder with files in it, path → content. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A copy of the sample library that a test may change. */
export function sampleCopy(): string {
  const folder = temporaryFolder()
  for (const name of [
    'casectl.config.yml',
    'taxonomy.yml',
    'synonyms.yml',
    'products.yml',
    'cases',
    'archive',
  ]) {
    cpSync(name, join(folder, name), { recursive: true })
  }
  return folder
}

// Packages that only development needs, the large ones.
const HEAVY =
  /^node_modules\/(?:\.bin|\.cache|@biomejs|@esbuild|@oxc-[a-z]+|@rolldown|@typescript|@vitest|esbuild|knip|lightningcss[^/]*|rolldown|typescript|vite|vitest)(?:\/|$)/

/** A copy of the built package where every user may read it, for tests as an unprivileged one. */
export function installCopy(): string {
  const folder = temporaryFolder()
  for (const name of ['bin', 'dist', 'schemas', 'templates', 'package.json', 'node_modules']) {
    cpSync(name, join(folder, name), { recursive: true, filter: path => !HEAVY.test(path) })
  }
  chmodSync(folder, 0o755)
  return folder
}
