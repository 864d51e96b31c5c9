import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildLibrary, type Library } from '../../src/library/library.js'
import type { RepoPath } from '../../src/model/case.js'
import { FORMAT_NAMES } from '../../src/model/lint-format.js'
import { lintReport } from '../../src/report/lint-formats.js'
import { named } from '../../src/workspace/baseline.js'
import { fixWorkspace } from '../../src/workspace/fix.js'
import { formatTyped, previewFormat, writeFormat } from '../../src/workspace/format.js'
import { type LintRun, lintWorkspace } from '../../src/workspace/lint.js'
import { settleFixes } from '../../src/workspace/settle-fixes.js'
import { Workspace } from '../../src/workspace/workspace.js'

/** Where a mutated case stands in the library. */
const PATH = 'cases/fuzz/CASE-7F3KQ-x.md'
const ASKED = { preset: 'strict', asOf: '2026-11-22' } as const

export class Broken extends Error {}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what)
}

/** Judges files as `casectl lint`, `--fix` and `fmt` do, and holds what comes out against what must be. */
export class Examiner {
  readonly #workspace: Workspace
  readonly #neighbours: Library

  private constructor(workspace: Workspace, neighbours: Library) {
    this.#workspace = workspace
    this.#neighbours = neighbours
  }

  /** @param root a library of a few sound cases */
  static async open(root: string): Promise<Examiner> {
    const workspace = await Workspace.open(root)
    return new Examiner(workspace, await workspace.library())
  }

  /**
   * Lints one file as it is read, among sound neighbours, and writes a report of it.
   * @param format which of the formats, taken modulo
   * @throws Broken, or whatever the code under test throws
   */
  async lint(bytes: Uint8Array, format = 0): Promise<void> {
    const library = await this.#library(bytes)
    const file = library.files.find(({ path }) => path === PATH)
    must(file !== undefined, 'the file is gone')
    must(file?.case !== undefined || (file?.problems.length ?? 0) > 0, 'neither a case nor a problem')
    const run = await this.#lint(library)
    const texts = new Map(library.files.map(({ path, text }) => [path, text]))
    const fingerprints = named(run).fingerprints()
    const textOf = (path: RepoPath): string | undefined => texts.get(path)
    const view = { language: 'zh', version: '0', base: '', rules: run.rules, fingerprints, textOf } as const
    const name = FORMAT_NAMES[format % FORMAT_NAMES.length] ?? 'json'
    lintReport(name, run, { ...view, titleOf: () => undefined })
  }

  /** Fixes one file as it is read; writes nothing. */
  async fix(bytes: Uint8Array): Promise<void> {
    const parser = await this.#workspace.parser()
    const settled = await settleFixes(await this.#library(bytes), {
      lint: library => this.#lint(library),
      parse: (path, text) => parser.parseText(path, text),
      halfStaged: async () => new Set(),
    })
    for (const { path } of settled.changes) must(path === PATH, `a fix changes ${path}`)
  }

  /** Formats one file as it is read, twice; writes nothing. */
  async format(bytes: Uint8Array): Promise<void> {
    const [formatted] = (await formatTyped(this.#workspace, PATH, bytes)).changes
    if (formatted?.after == null) return
    const again = await formatTyped(this.#workspace, PATH, new TextEncoder().encode(formatted.after))
    must(again.changes.length === 0, 'fmt is not done after one run')
  }

  /**
   * Writes files into the library, fixes and formats them there, and takes them away again.
   * @param beyond the folder around the library, in which nothing else may change
   */
  async batch(files: readonly Uint8Array[], beyond: string): Promise<void> {
    const workspace = this.#workspace
    const folder = join(workspace.root, 'cases/fuzz')
    mkdirSync(folder, { recursive: true })
    for (const [i, bytes] of files.entries()) writeFileSync(join(folder, `CASE-${1000 + i}-x.md`), bytes)
    const before = snapshot(beyond)
    await fixWorkspace(workspace, ['cases/fuzz'], ASKED, {})
    await writeFormat(workspace, await previewFormat(workspace, ['cases/fuzz']), {})
    const after = snapshot(beyond)
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      path => before.get(path) !== after.get(path),
    )
    for (const path of differing) must(/\/cases\/fuzz\/CASE-\d+-x\.md$/.test(path), `${path} was touched`)
    for (const path of before.keys()) must(after.has(path), `${path} is gone`)
    rmSync(folder, { recursive: true })
  }

  async #library(bytes: Uint8Array): Promise<Library> {
    const { config, taxonomy, files, tree, disk } = this.#neighbours
    const file = (await this.#workspace.parser()).parse({ path: PATH, bytes })
    const all = [...files, file].sort((a, b) => (a.path < b.path ? -1 : 1))
    const seen: Library['tree'] = path => (path === PATH ? 'file' : tree(path))
    return buildLibrary(config, taxonomy, all, seen, disk)
  }

  /** Every place lies in its text. */
  async #lint(library: Library): Promise<LintRun> {
    const run = await lintWorkspace(this.#workspace, [PATH], { ...ASKED, library })
    const lengths = new Map(library.files.map(({ path, text }) => [path, text.length]))
    for (const { path, rule, at, fix } of run.diagnostics) {
      const length = lengths.get(path) ?? 0
      const inside =
        at === undefined || (at.start >= 0 && at.start <= at.end && at.end <= length && at.line > 0)
      must(inside, `${rule} points beyond the text`)
      for (const edit of fix ?? [])
        must(edit.path === path && edit.end <= length, `a fix of ${rule} is elsewhere`)
    }
    return run
  }
}

/** Every file below a folder with the hash of what it holds; casectl's own state left out. */
function snapshot(folder: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.includes('.casectl')) continue
    const full = join(folder, name)
    const stat = lstatSync(full)
    const content = stat.isFile() ? createHash('sha256').update(readFileSync(full)).digest('hex') : 'no file'
    found.set(full, `${stat.mode} ${content}`)
  }
  return found
}
