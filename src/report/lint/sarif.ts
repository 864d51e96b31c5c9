import { groupBy } from '../../lib/groups.js'
import type { RepoPath } from '../../model/case.js'
import type { TextEdit } from '../../model/change.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Range } from '../../model/range.js'
import type { LintResult } from '../../rules/run.js'
import type { Reporter, View } from '../reporter.js'
import { shown } from '../shown.js'
import { hostPath } from './host-path.js'
import { jsonText } from './json-text.js'
import { placeOf } from './place.js'
import { sarifNotices, withinLimits } from './sarif-limits.js'
import { PROJECT, sarifRules } from './sarif-rules.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** The root of the repository, by the name that GitHub uses for it. */
const ROOT = '%SRCROOT%'

/** A finding with what only SARIF says of it. */
interface Result {
  readonly found: Diagnostic
  readonly fingerprint?: string | undefined
  /** The reason that the case gives for waving it through. */
  readonly reason?: string
}

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), one run. What
 * GitHub's limits cut is said in a notification of the run.
 */
export const sarif: Reporter = (result, view) => {
  const results = withinLimits(resultsOf(result, view))
  const { descriptors, indexOf } = sarifRules(view, new Set(results.map(({ found }) => found.rule)))
  const notices = sarifNotices(result, view).map(message => ({
    descriptor: { id: 'github-limits' },
    level: 'warning',
    message: { text: message[view.language] },
  }))
  const driver = {
    name: 'casectl',
    version: view.version,
    semanticVersion: view.version,
    informationUri: PROJECT,
    language: LOCALES[view.language],
    notifications: [{ id: 'github-limits', shortDescription: { text: 'Limits of GitHub code scanning.' } }],
    rules: descriptors,
  }
  const run = {
    tool: { driver },
    language: LOCALES[view.language],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notices }],
    results: results.map(one => resultJson(one, indexOf.get(one.found.rule) ?? -1, view)),
  }
  return jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, 2)
}

const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const

function resultsOf({ diagnostics, suppressed }: LintResult, view: View): readonly Result[] {
  const results: Result[] = diagnostics.map((found, i) => ({ found, fingerprint: view.fingerprints[i] }))
  if (view.withSuppressed !== true) return results
  return [...results, ...suppressed.map(found => ({ found, reason: found.reason }))]
}

function resultJson({ found, fingerprint, reason }: Result, ruleIndex: number, view: View): object {
  const { rule, code, severity, message, path, at, fix } = found
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: messageText(message[view.language]) },
    locations: [{ physicalLocation: { artifactLocation: artifact(path, view), ...region(at, path, view) } }],
    ...(fingerprint === undefined ? {} : { partialFingerprints: { 'casectlFingerprint/v1': fingerprint } }),
    ...(fingerprint === undefined || view.known === undefined
      ? {}
      : { baselineState: view.known.has(fingerprint) ? 'unchanged' : 'new' }),
    // All results of a run have suppressions or none (§3.27.23).
    ...(view.withSuppressed === true ? { suppressions: suppressions(reason) } : {}),
    ...(fix === undefined ? {} : { fixes: [{ artifactChanges: changes(fix, view) }] }),
    properties: { code },
  }
}

/**
 * Text without embedded links (§3.11.6), for a case's words must not lead anywhere: a space parts
 * the text of a link from its target. Braces are left single, as every reader shows them where
 * there are no arguments to fill in.
 */
function messageText(text: string): string {
  return shown(text).replaceAll('](', '] (')
}

function artifact(path: RepoPath, view: View): object {
  const whole = hostPath(view, path).replace(/\p{Cs}/gu, '\ufffd')
  return { uri: whole.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT }
}

/** What is wrong with a file as a whole is shown at its first line. */
function region(at: Range | undefined, path: RepoPath, view: View): object {
  if (at === undefined || at.end === 0) return { region: { startLine: 1 } }
  const { line, column, endLine, endColumn } = placeOf(at, view.textOf(path))
  const end = endLine === undefined ? {} : { endLine, endColumn }
  return { region: { startLine: line, startColumn: column, ...end } }
}

function suppressions(reason: string | undefined): object[] {
  return reason === undefined
    ? []
    : [{ kind: 'inSource', status: 'accepted', justification: messageText(reason) }]
}

function changes(fix: readonly TextEdit[], view: View): object[] {
  return [...groupBy(fix, edit => edit.path)].map(([path, edits]) => {
    // Offsets do not count a byte order mark (§3.30.5).
    const mark = view.textOf(path)?.startsWith('\ufeff') === true ? 1 : 0
    const replacements = edits.map(({ start, end, text }) => ({
      deletedRegion: { charOffset: Math.max(0, start - mark), charLength: end - start },
      insertedContent: { text },
    }))
    return { artifactLocation: artifact(path, view), replacements }
  })
}
