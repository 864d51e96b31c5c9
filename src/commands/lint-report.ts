import { below, findRepository } from '../io/git.js'
import { packageVersion } from '../io/package-files.js'
import { writeOutput } from '../io/write-output.js'
import type { RepoPath } from '../model/case.js'
import { personalValues } from '../report/lint/withheld.js'
import { lintReport, reportFile } from '../report/lint-formats.js'
import { lintStats } from '../report/lint-stats.js'
import type { View } from '../report/reporter.js'
import type { NamedRun } from '../workspace/baseline.js'
import type { Context } from './context.js'
import type { Destination } from './lint-options.js'

export interface ReportRequest {
  /** What is to be reported. */
  readonly run: NamedRun
  /** All that was found. */
  readonly found: NamedRun
  /** The library's folder. */
  readonly root: string
  readonly destinations: readonly Destination[]
  /** Fingerprints of findings that were there before, where a baseline says so. */
  readonly known: ReadonlySet<string> | undefined
  readonly withSuppressed: boolean
}

/** Writes a run in each format that was asked for, and what a reader cannot take to stderr. */
export async function writeReports(context: Context, request: ReportRequest): Promise<void> {
  const { terminal, host } = context
  const { run, root, destinations } = request
  const view = await viewOf(context, request)
  for (const { format, file } of destinations) {
    const report = lintReport(format, run, view)
    for (const notice of report.notices) terminal.say(notice)
    if (file !== undefined) await writeOutput(root, host.cwd, file, reportFile(report))
    else if (report.styled) terminal.out(report.text)
    else terminal.raw(report.text)
  }
  const inJson = destinations.some(({ format }) => format === 'json' || format === 'jsonl')
  if (run.stats !== undefined && !inJson) terminal.complain(lintStats(run.stats, terminal.language))
}

async function viewOf({ terminal }: Context, request: ReportRequest): Promise<View> {
  const { run, found, root, known, withSuppressed } = request
  const withheld = personalTitles(found)
  const top = await findRepository(root)
  const { fileAt } = run.library
  const textOf = (path: RepoPath): string | undefined => fileAt.get(path)?.text
  return {
    language: terminal.language,
    version: await packageVersion(),
    base: top === undefined ? '' : below(top, root),
    rules: run.rules,
    get fingerprints() {
      return run.fingerprints()
    },
    known,
    withSuppressed,
    withheld: personalValues(found, textOf),
    textOf,
    titleOf: path => {
      const titled = fileAt.get(path)?.case
      if (titled === undefined) return undefined
      const words = withheld.has(path) ? [titled.id] : [titled.id, titled.title]
      return words.filter(word => word !== '').join(' ') || undefined
    },
  }
}

/** The files in whose titles personal data was found: a report never repeats it. */
function personalTitles({ diagnostics, suppressed, library }: NamedRun): ReadonlySet<RepoPath> {
  const personal = [...diagnostics, ...suppressed].filter(({ rule }) => rule === 'personal-data')
  const inTitle = personal.filter(({ path, at }) => {
    const title = library.byPath.get(path)?.fields.get('/title')?.value
    return title === undefined || (at !== undefined && title.start <= at.start && at.start <= title.end)
  })
  return new Set(inTitle.map(({ path }) => path))
}
