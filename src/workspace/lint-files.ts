import { cacheClock } from '../io/cache-files.js'
import { FileReader } from '../io/read-now.js'
import { isUntouched, lookAt, type SeenFile } from '../io/scan.js'
import { readSettingsFile } from '../io/settings-file.js'
import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import type { Library } from '../library/library.js'
import { rememberedFile } from '../library/remembered.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { type ActiveRule, FileJudge, type Judgement, type JudgeOptions } from '../rules/judge.js'
import { CaseReader } from './case-reader.js'
import { dealBatches } from './deal-batches.js'
import { batchOf, type LintBatch, outcomesOf } from './lint-batch.js'
import { LintCache } from './lint-cache.js'
import { isRecord, type LintOutcome, LintReader, type LintTask } from './lint-reader.js'
import type { FileRecord } from './lint-record.js'
import type { LintSetup } from './serve-lint.js'
import { sha256 } from './sha256.js'
import type { Workspace } from './workspace.js'

/**
 * Fewer files are judged sooner by this thread alone: another one has to warm up too. Where there are two
 * cores it does so on the one on which V8 optimises what this thread runs: 2,000 cases take 0.99 s with it
 * and 0.90 without, 4,000 as long either way, 10,000 2.1 s and 2.4.
 */
const manyFiles = (cores: number): number => (cores > 2 ? 1500 : 4000)
/** Each thread takes memory of its own, and this one has to put together what the others find. */
const MOST_WORKERS = 3

export interface JudgedLibrary {
  /** Its cases keep what rules between cases look at; the rest is read again when it is asked for. */
  readonly library: Library
  readonly judgements: ReadonlyMap<RepoPath, Judgement>
  /** Rule → what it found in these very cases the last time; undefined where they were others. */
  readonly ofCases: ReadonlyMap<string, readonly Diagnostic[]> | undefined
  /** Keeps what such rules found now. */
  readonly keepOfCases: (found: ReadonlyMap<string, readonly Diagnostic[]>) => void
}

export interface JudgeRun {
  /** Those that run. */
  readonly rules: readonly ActiveRule[]
  readonly options: Omit<JudgeOptions, 'times'>
  /** Tells this version of the rules from others; undefined keeps and believes nothing of other runs. */
  readonly version: string | undefined
  /** Told after each batch: files done, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Judges every file of a library for itself: those that changed since the last run, on several cores. */
export async function judgeFiles(workspace: Workspace, run: JudgeRun): Promise<JudgedLibrary> {
  const reader = await CaseReader.open(workspace)
  const cache = await openCache(workspace, run)
  const records = await new LintFiles(workspace, run, reader, cache).records()
  // Whatever a rule asks for must be there at once.
  if (records.some(({ plain }) => plain !== true)) await reader.prepare()
  const load = loaderOf(workspace.root, reader)
  const files = records.map(record => rememberedFile(record, load))
  const judgements = new Map(records.map(({ path, judgement }) => [path, judgement]))
  // What could not be read may be something else the next time.
  const certain = cache !== undefined && records.every(({ hash }) => hash !== '')
  const content = certain ? contentOf(records) : undefined
  return {
    library: workspace.libraryOf(files),
    judgements,
    ofCases: content === undefined ? undefined : cache?.ofCases(content),
    keepOfCases: found => (content === undefined ? undefined : cache?.saveOfCases(content, found)),
  }
}

/** Tells all that was read from what another run read. */
function contentOf(records: readonly FileRecord[]): string {
  return sha256(records.map(({ path, hash }) => `${path}\0${hash}\n`).join(''))
}

/** Reads one file again. One that changed meanwhile may be beyond reading: it is empty then, for this run. */
function loaderOf(root: string, cases: CaseReader): (path: RepoPath) => CaseFile {
  const files = new FileReader(root, MAX_FILE_BYTES)
  return path => {
    const bytes = files.read(path)?.bytes
    const file = bytes === undefined ? undefined : cases.readNow({ path, bytes })
    return file ?? { path, text: '', problems: [] }
  }
}

class LintFiles {
  readonly #workspace: Workspace
  readonly #run: JudgeRun
  readonly #cases: CaseReader
  readonly #cache: LintCache | undefined

  constructor(workspace: Workspace, run: JudgeRun, cases: CaseReader, cache: LintCache | undefined) {
    this.#workspace = workspace
    this.#run = run
    this.#cases = cases
    this.#cache = cache
  }

  /** By path. */
  async records(): Promise<FileRecord[]> {
    const { root } = this.#workspace
    const cache = this.#cache
    const paths = this.#workspace.casePaths()
    // Where nothing is kept, what a file looks like is of no use.
    if (cache === undefined) {
      const all = await this.#judge(paths.map(path => ({ path })))
      return paths.map(path => all.get(path)).filter(outcome => outcome !== undefined && isRecord(outcome))
    }
    const lookedAt = cacheClock(root)
    const seen = lookAt(root, paths)
    const tasks = seen.flatMap(now => this.#task(now, cache) ?? [])
    const outcomes = await this.#judge(tasks)
    const fresh: FileRecord[] = []
    const records = seen.flatMap(({ path }): FileRecord[] => {
      const before = cache.record(path)
      const outcome = outcomes.get(path)
      if (outcome === undefined) return before === undefined ? [] : [before]
      const record = isRecord(outcome) ? outcome : before && { ...before, look: outcome.look }
      if (record === undefined) return []
      fresh.push(record)
      return [record]
    })
    if (lookedAt !== undefined) cache.save(records, fresh, lookedAt)
    return records
  }

  /** What has to be done about a file; undefined for one that is as it was. */
  #task(now: SeenFile, cache: LintCache): LintTask | undefined {
    const { path } = now
    const before = cache.record(path)
    if (before === undefined || before.hash === '') return { path }
    const same = before.look !== undefined && isUntouched(before.look, now, cache.lookedAt(path))
    return same ? undefined : { path, hash: before.hash }
  }

  async #judge(tasks: readonly LintTask[]): Promise<ReadonlyMap<RepoPath, LintOutcome>> {
    const { root, config, taxonomy } = this.#workspace
    const { rules, options, onProgress } = this.#run
    const judge = new FileJudge({ config, taxonomy }, rules, options)
    const reader = new LintReader(root, this.#cases, judge, this.#cache !== undefined)
    const outcomes = new Map<RepoPath, LintOutcome>()
    const dealt = dealBatches<LintTask, readonly LintTask[], LintBatch>(tasks, {
      taskOf: batch => batch,
      here: async batch => batchOf(await reader.read(batch)),
      threads: this.#threads(tasks.length),
    })
    for await (const { batch } of dealt) {
      for (const outcome of outcomesOf(batch)) outcomes.set(outcome.path, outcome)
      const left = batch.left.length === 0 ? undefined : batchOf(await reader.read(batch.left))
      for (const outcome of left === undefined ? [] : outcomesOf(left)) outcomes.set(outcome.path, outcome)
      onProgress?.(outcomes.size, tasks.length)
    }
    return outcomes
  }

  #threads(files: number): TaskWorker<readonly LintTask[], LintBatch>[] {
    const { root, written, config, taxonomy } = this.#workspace
    // A schema of the library's own is read from the disk, where it may change between two readers.
    if (files < manyFiles(coreCount()) || config.schema !== undefined) return []
    const program = workerProgram('lint-worker')
    if (program === undefined) return []
    const rules = this.#run.rules.map(({ rule, ...settings }) => ({ id: rule.id, ...settings }))
    const keep = this.#cache !== undefined
    const setup: LintSetup = {
      root,
      written,
      taxonomy: taxonomy.data,
      rules,
      options: this.#run.options,
      keep,
    }
    const count = Math.min(coreCount() - 1, MOST_WORKERS)
    return Array.from({ length: count }, () => new TaskWorker(program, setup))
  }
}

async function openCache(
  { root, config, hashes }: Workspace,
  { version, rules, options }: JudgeRun,
): Promise<LintCache | undefined> {
  if (version === undefined) return undefined
  const facts = {
    version,
    hashes,
    schema: config.schema === undefined ? undefined : await readSettingsFile(root, config.schema),
    rules: rules.map(({ rule, severity, options: own }) => [rule.id, severity, own]),
    options: { ...options, known: [...options.known] },
  }
  return new LintCache(root, sha256(JSON.stringify(facts)).slice(0, 16))
}
