import type { DatumType } from '../model/personal-data.js'
import type { Masker } from '../privacy/mask.js'

/** Longest cell whose column's name is read as its context, in UTF-16 code units. */
const SHORT = 200

/** Masks the cells of one row: one person, one pseudonym. Without a masker it leaves them as they are. */
export class RowMask {
  readonly counts = new Map<DatumType, number>()
  readonly #masker: Masker | undefined
  readonly #masked: 'short' | 'all'

  /** @param masked which cells: only short ones that have a context, or all */
  constructor(masker: Masker | undefined, masked: 'short' | 'all') {
    this.#masker = masker
    this.#masked = masked
  }

  /**
   * A text without its personal data.
   * @param column whose name may say what a short cell is: 联系人, QQ, password
   */
  text(text: string, column?: string): string {
    if (this.#masker === undefined || text === '') return text
    const context = column !== undefined && text.length <= SHORT && !text.includes('\n') ? `${column}: ` : ''
    if (this.#masked === 'short' && context === '') return text
    const beside = this.#mask(this.#masker, context + text)
    const alone = beside.startsWith(context) ? beside.slice(context.length) : beside
    // Where the draft stands without its column's name, 工单号 excuses no telephone number.
    return context === '' || this.#masked === 'short' ? alone : this.#mask(this.#masker, alone)
  }

  #mask(masker: Masker, text: string): string {
    const masked = masker.mask(text)
    for (const [type, count] of masked.counts) this.counts.set(type, (this.counts.get(type) ?? 0) + count)
    return masked.text
  }
}
