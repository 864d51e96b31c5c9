import { INBOX } from '../draft/capture.js'
import { draftRow } from '../import/draft-row.js'
import { prepareDrafting, type RowDraft } from '../import/drafting.js'
import { flatten } from '../import/flatten.js'
import type { Row } from '../import/row.js'
import { idOfRef, refOf } from '../import/source-ref.js'
import { targetsOf } from '../import/targets.js'
import { ticketMapping } from '../import/ticket-mapping.js'
import type { Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { findCase } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { allowedData } from '../parse/allowed-data.js'
import { draftLanguage } from './draft-language.js'
import type { Workspace } from './workspace.js'

/** What a ticket became: a draft, or the case that is there already. */
export interface Intake {
  readonly id: CaseId
  readonly path: RepoPath
  /** False where a case names the ticket already: nothing was written. */
  readonly created: boolean
  /** The draft, where one was made. */
  readonly draft?: RowDraft
}

/**
 * Takes a ticket in as one draft; the same ticket again changes nothing.
 * @param ticket checked by `readIntake`
 * @param mask false leaves personal data as it is
 * @throws CasectlError `ticket` for one of which no case can be made, `changed`, `cannot-write`
 */
export async function takeIn(workspace: Workspace, ticket: object, day: Day, mask: boolean): Promise<Intake> {
  const { config, taxonomy } = workspace
  const targets = targetsOf(config, taxonomy)
  const mapping = ticketMapping(targets)
  const allowed = allowedData(config.privacy)
  const row: Row = { number: 1, place: '1', cells: flatten(ticket) }
  const ref = refOf(row, mapping, allowed)
  const library = await workspace.library()
  const there = library.cases.find(found => found.source?.refs.includes(ref) === true)
  if (there !== undefined) return { id: there.id, path: there.path, created: false }
  let salt = 0
  while (findCase(library, idOfRef(config.idPrefix, '', ref, salt)) !== undefined) salt++
  const drafting = prepareDrafting({
    ...{ config, taxonomy, mapping, targets, day, mask, allowed },
    folder: `${config.folders.cases}/${INBOX}`,
    lookUp: () => undefined,
    languageFor: text => draftLanguage(config, undefined, text),
    fromHtml: () => undefined,
  })
  const draft = draftRow(row, idOfRef(config.idPrefix, '', ref, salt), ref, drafting)
  if (typeof draft === 'string') throw noCase()
  await workspace.apply([{ path: draft.path, before: null, after: draft.text }])
  return { id: draft.id, path: draft.path, created: true, draft }
}

function noCase(): CasectlError {
  return new CasectlError('ticket', {
    en: 'No case can be made of the ticket: it says nothing, or personal data would have remained.',
    zh: '无法由该工单生成案例：没有内容，或打码后仍有个人数据。',
  })
}
