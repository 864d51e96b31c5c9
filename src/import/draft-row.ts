import { fileNameOf } from '../draft/draft-case.js'
import { findErrorCodes } from '../draft/error-codes.js'
import { cutTo, firstSentence, oneLine } from '../draft/sentence.js'
import { languageOf } from '../lib/message.js'
import { KINDS, type Kind, type RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Allowed } from '../model/personal-data.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { findPersonalData } from '../privacy/find.js'
import { Masker, peopleAt } from '../privacy/mask.js'
import { type DraftFault, type Drafting, mappedCells, type RowDraft, rowLanguage } from './drafting.js'
import { missingParts } from './missing-parts.js'
import { renderDraft } from './render.js'
import { type Row, textOfCell } from './row.js'
import { RowFields } from './row-fields.js'
import { RowFiles } from './row-files.js'
import { countLinks } from './row-links.js'
import { RowMask } from './row-mask.js'
import { peopleIn } from './row-people.js'
import { RowSections } from './row-sections.js'
import { isProse } from './targets.js'

/** Longest title made out of a text, in code points. */
const MAX_TITLE = 120

/**
 * Makes a draft of a row. Short cells are masked beside their column's name; all others only where the
 * whole draft, looked through once, holds a personal datum: most rows hold none.
 */
export function draftRow(row: Row, id: CaseId, ref: string, drafting: Drafting): RowDraft | DraftFault {
  const quick = draftMasked(row, id, ref, drafting, 'short')
  return quick === 'personal' ? draftMasked(row, id, ref, drafting, 'all') : quick
}

function draftMasked(
  row: Row,
  id: CaseId,
  ref: string,
  drafting: Drafting,
  masked: 'short' | 'all',
): RowDraft | DraftFault {
  const { config, allowed, mapping } = drafting
  const mapped = mappedCells(row, drafting)
  const told = rowLanguage(mapped, drafting)
  const people = drafting.mask ? peopleIn(row, allowed) : []
  const masking = { mask: config.privacy.mask, allowed, people }
  const masker = new Masker({ language: languageOf(told) ?? 'en', ...masking })
  const mask = new RowMask(drafting.mask ? masker : undefined, masked)
  const files = new RowFiles(row, drafting.lookUp, allowed)
  const fields = new RowFields(drafting, mask, files)
  for (const cell of mapped) if (!isProse(cell.target)) fields.take(cell)
  for (const [name, value] of Object.entries(mapping.constants ?? {})) fields.constant(name, value)
  const kind = KINDS.find(name => name === fields.text('kind')) ?? mapping.target?.kind ?? 'case'
  const prose = new RowSections(id, drafting, mask, files, fields)
  for (const cell of mapped) if (isProse(cell.target)) prose.take(cell, kind)
  const title = titleOf(fields, prose)
  if (title === '') return 'empty'
  const language = fields.text('language') ?? told
  const incomplete = finish({ id, ref, kind, title, language }, fields, prose, drafting)
  const parts = { fields: fields.values, sections: prose.sections }
  const text = renderDraft(parts, attachmentsOf(id, files), config)
  if (drafting.mask && isPersonal(text, people, allowed)) return 'personal'
  const links = countLinks(
    mapped.map(({ cell }) => textOfCell(cell)),
    () =>
      [
        ...prose.said,
        ...mapped.filter(({ target }) => !isProse(target)).map(({ cell }) => textOfCell(cell)),
      ].join('\n'),
  )
  const lost = (row.lostLinks ?? 0) + prose.lost + files.lost
  return {
    id,
    path: pathOf(id, title, drafting),
    text,
    title,
    language,
    compared: [title, ...prose.sections.map(section => section.text)].join('\n'),
    files: files.files,
    values: fields.count,
    faults: fields.faults,
    incomplete,
    links: { links: links.links + lost, lost: links.lost + lost },
    masked: mask.counts,
  }
}

function isPersonal(text: string, people: readonly string[], allowed: Allowed): boolean {
  return findPersonalData(text, allowed).length > 0 || [...peopleAt(text, people)].length > 0
}

function titleOf(fields: RowFields, { sections }: RowSections): string {
  const written = fields.text('title')
  if (written !== undefined) return written
  const phrase = firstSentence(sections[0]?.text ?? '').replace(/[。.！!]+$/, '')
  return cutTo(oneLine(phrase), MAX_TITLE)
}

interface Head {
  readonly id: CaseId
  readonly ref: string
  readonly kind: Kind
  readonly title: string
  readonly language: string
}

/** Sets what every draft has, and what it lacks; returns the latter. */
function finish(
  { id, ref, kind, title, language }: Head,
  fields: RowFields,
  prose: RowSections,
  drafting: Drafting,
): string[] {
  const { config, day } = drafting
  const { values } = fields
  const codes = findErrorCodes([title, prose.of('problem'), prose.of('symptoms')].join('\n'))
  values.set('id', id)
  values.set('kind', kind)
  values.set('title', title)
  values.set('status', 'draft')
  values.set('language', language)
  values.set('created', fields.text('created') ?? day)
  values.set('updated', fields.text('updated') ?? fields.text('created') ?? day)
  values.set('source.type', fields.text('source.type') ?? 'import')
  values.set('source.refs', [...new Set([ref, ...fields.list('source.refs')])])
  values.set('audience', fields.text('audience') ?? config.defaultAudience)
  values.set('error_codes', [...new Set([...fields.list('error_codes'), ...codes])])
  const incomplete = missingParts(drafting.asked[kind], values, prose.sections)
  values.set('incomplete', incomplete)
  return incomplete
}

function attachmentsOf(id: CaseId, { files }: RowFiles): string[] {
  return files.map(({ name, size, sha256 }) => {
    const path = yamlScalar(`assets/${id}/${name}`)
    return `{ path: ${path}, sha256: ${sha256}, size: ${size} }`
  })
}

/** A path whose name holds nothing personal, also when its hyphens are read as spaces. */
function pathOf(id: CaseId, title: string, { folder, mask, allowed }: Drafting): RepoPath {
  const name = fileNameOf({ id, title })
  const words = name.replace(/\.md$/, '').replaceAll('-', ' ')
  const personal = mask && findPersonalData(`${name}\n${words}`, allowed).length > 0
  return `${folder}/${personal ? `${id}.md` : name}`
}
