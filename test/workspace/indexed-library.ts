import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openPartition } from '../../src/store/open-partition.js'
import { type BuiltIndex, updateIndex } from '../../src/workspace/build-index.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../cli/temporary.js'
import { snapshot } from '../store/support.js'

export const SETTINGS: Readonly<Record<string, string>> = {
  'casectl.config.yml': '',
  'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8'),
}

/** A small sound case. */
export function smallCase(id: string, text: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = { id, kind: 'case', title: `${id} ${text}`, status: 'published', language: 'zh-CN', ...fields }
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n## 问题描述\n\n${text}\n`
}

/** A library in a temporary folder that a test edits and indexes. */
export class TestLibrary {
  readonly root: string

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.root = folderWith({ ...SETTINGS, 'cases/.keep': '', ...files })
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), content)
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { force: true })
  }

  rename(from: string, to: string): void {
    mkdirSync(dirname(join(this.root, to)), { recursive: true })
    renameSync(join(this.root, from), join(this.root, to))
  }

  touch(path: string): void {
    utimesSync(join(this.root, path), new Date(), new Date())
  }

  /** Copies all but the index. */
  copyTo(other: TestLibrary): void {
    cpSync(this.root, other.root, { recursive: true, filter: path => !path.includes('/.casectl') })
  }

  async index(full = false): Promise<BuiltIndex> {
    return updateIndex(await Workspace.open(this.root), { full })
  }
}

/** Everything that an index says, by ids. */
export async function everything({ manifest, storage }: BuiltIndex): Promise<unknown> {
  return {
    contentHash: manifest.contentHash,
    living: await snapshot(await openPartition(storage, manifest.living)),
    archive: await snapshot(await openPartition(storage, manifest.archive)),
  }
}
