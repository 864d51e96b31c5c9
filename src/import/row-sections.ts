import { contain } from '../draft/contain.js'
import { oneLine } from '../draft/sentence.js'
import type { Kind } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { sectionNames } from '../parse/headings.js'
import type { Drafting, MappedCell } from './drafting.js'
import { plainMarkdown } from './plain-markdown.js'
import type { DraftSection } from './render.js'
import { textOfCell } from './row.js'
import type { RowFields } from './row-fields.js'
import type { RowFiles } from './row-files.js'
import type { RowMask } from './row-mask.js'
import { splitBody } from './split-body.js'

/** The sections of one draft, made of the cells that are prose. */
export class RowSections {
  /** In the order of the mapping. */
  readonly sections: DraftSection[] = []
  /** What goes into them, before it is masked. */
  readonly said: string[] = []
  /** Links that HTML had and Markdown must not have. */
  lost = 0
  readonly #id: CaseId
  readonly #drafting: Drafting
  readonly #mask: RowMask
  readonly #files: RowFiles
  readonly #fields: RowFields

  constructor(id: CaseId, drafting: Drafting, mask: RowMask, files: RowFiles, fields: RowFields) {
    this.#id = id
    this.#drafting = drafting
    this.#mask = mask
    this.#files = files
    this.#fields = fields
  }

  take(mapped: MappedCell, kind: Kind): void {
    const { config } = this.#drafting
    const { target, column } = mapped
    const text = this.#markdown(mapped)
    if (target.kind === 'section') {
      this.#add({ id: target.section, text }, column.heading)
      return
    }
    const first = config.kinds[kind].sections.find(({ required }) => required === 'draft')?.id ?? 'problem'
    for (const part of splitBody(text, sectionNames(config).sectionOf, first)) this.#add(part, column.heading)
  }

  of(id: string): string {
    return this.sections.find(section => section.id === id)?.text ?? ''
  }

  #add({ id, heading, text }: DraftSection, above: string | undefined): void {
    const contained = contain(text)
    if (contained === '') return
    const own = heading === undefined ? undefined : oneLine(heading)
    const shown = above === undefined ? contained : `### ${oneLine(above)}\n\n${contained}`
    const same = this.sections.findIndex(section => section.id === id && section.heading === own)
    const before = this.sections[same]
    if (before === undefined) this.sections.push({ id, heading: own, text: shown })
    else this.sections[same] = { ...before, text: `${before.text}\n\n${shown}` }
  }

  #markdown({ column, target, cell }: MappedCell): string {
    const written = textOfCell(cell)
    let text = written
    if (column.as === 'text') text = plainMarkdown(written)
    else if (column.as === 'html') {
      const converted = this.#drafting.fromHtml(written)
      if (converted === undefined) this.#fields.refuse(column, target, 'markup', '')
      this.lost += converted?.lostLinks ?? 0
      text = converted?.text ?? plainMarkdown(written)
    }
    this.said.push(text)
    // Pictures first: a mask may not change the names by which they are found.
    const shown = this.#files.inText(text, `assets/${this.#id}`)
    return this.#mask.text(shown, target.kind === 'section' ? column.column : undefined)
  }
}
