import { draftCase } from '../draft/draft-case.js'
import type { Gap } from '../feedback/gaps.js'
import type { Host } from '../io/host.js'
import { dayOf } from '../lib/day.js'
import { type CaseId, drawCaseId } from '../model/case-id.js'
import type { FileChange } from '../model/change.js'
import { draftLanguage } from './draft-language.js'
import { openTemplate } from './templates.js'
import type { Workspace } from './workspace.js'

/** A case that was drafted for a gap. */
export interface GapDraft {
  readonly id: CaseId
  readonly path: string
}

/**
 * Drafts a case for each gap: title and customer's phrases in the words of those who asked, their
 * tickets as its source. All are written, or none.
 * @throws CasectlError `template`, and what stands against a change
 */
export async function draftGaps(
  workspace: Workspace,
  gaps: readonly Gap[],
  { now, random }: Pick<Host, 'now' | 'random'>,
): Promise<GapDraft[]> {
  const { config } = workspace
  const library = await workspace.library()
  const drawn = new Set<CaseId>()
  const drafts: (GapDraft & { readonly change: FileChange })[] = []
  for (const { title, others, tickets, product } of gaps) {
    const id = drawCaseId(config.idPrefix, taken => library.byId.has(taken) || drawn.has(taken), random)
    drawn.add(id)
    const language = draftLanguage(config, undefined, title)
    const draft = draftCase({
      ...{ kind: 'case', id, title, language, product, day: dayOf(now()) },
      ...{ audience: config.defaultAudience, errorCodes: [], tags: [], customerPhrases: others.slice(0, 5) },
      source: tickets.length === 0 ? undefined : { type: 'ticket', refs: tickets.slice(0, 20) },
      folder: config.folders.cases,
      template: await openTemplate(workspace, 'case', language),
    })
    drafts.push({ id, path: draft.path, change: { path: draft.path, before: null, after: draft.text } })
  }
  await workspace.apply(drafts.map(({ change }) => change))
  return drafts.map(({ id, path }) => ({ id, path }))
}
