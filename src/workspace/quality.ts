import { addTo } from '../lib/groups.js'
import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { type CaseQuality, qualityOf } from '../rules/quality.js'
import { lintWorkspace } from './lint.js'
import type { Workspace } from './workspace.js'

/**
 * Judges cases by what can be counted, the poorest first.
 * @param paths of the cases; every living one where left out
 */
export async function assessQuality(
  workspace: Workspace,
  paths?: readonly RepoPath[],
): Promise<CaseQuality[]> {
  // This is advice and no gate: every rule judges, and drafts as what they are to become.
  const { library, diagnostics } = await lintWorkspace(workspace, [], { preset: 'strict', listed: paths })
  const findings = new Map<RepoPath, Diagnostic[]>()
  for (const diagnostic of diagnostics) addTo(findings, diagnostic.path, diagnostic)
  const wanted = paths === undefined ? undefined : new Set(paths)
  return library.cases
    .filter(({ path, archived, status }) =>
      wanted === undefined ? !archived && !GONE.has(status) : wanted.has(path),
    )
    .map(found => qualityOf(found, findings.get(found.path) ?? []))
    .sort((a, b) => b.failing.length - a.failing.length || a.stars - b.stars)
}

const GONE: ReadonlySet<string> = new Set(['archived', 'superseded', 'withdrawn'])
