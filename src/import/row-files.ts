import { nameFault, slug } from '../model/file-name.js'
import type { Allowed } from '../model/personal-data.js'
import { baseName } from '../model/repo-path.js'
import { findPersonalData } from '../privacy/find.js'
import type { Row } from './row.js'

/** A file that a row brings: a path from the export's folder, or a picture inside a document. */
export interface RowFile {
  readonly from: string
  readonly picture: boolean
  /** Its name beside the case. */
  readonly name: string
  /** Bytes, and their SHA-256 in hexadecimal. */
  readonly size: number
  readonly sha256: string
}

/** What is asked of the folder of an export: size and hash of a file that may be copied. */
export type LookUpFile = (from: string, row: Row) => { size: number; sha256: string } | undefined

const IMAGE = /!\[((?:[^\]\\]|\\.)*)\]\(<?([^()<>\s]+)>?((?:\s+"[^"]*")?)\)/g
const WEB = /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i

/** The files of one row, each once. */
export class RowFiles {
  readonly files: RowFile[] = []
  lost = 0
  readonly #row: Row
  readonly #lookUp: LookUpFile
  readonly #allowed: Allowed

  constructor(row: Row, lookUp: LookUpFile, allowed: Allowed) {
    this.#row = row
    this.#lookUp = lookUp
    this.#allowed = allowed
  }

  /** Takes a file in; undefined for one that is missing or may not be copied. */
  add(from: string): RowFile | undefined {
    const known = this.files.find(file => file.from === from)
    if (known !== undefined) return known
    const facts = this.#lookUp(from, this.#row)
    if (facts === undefined) return undefined
    const file = { from, picture: from.startsWith('picture:'), name: this.#nameFor(from), ...facts }
    this.files.push(file)
    return file
  }

  /**
   * Takes in the pictures that a Markdown text shows from beside it, and writes where they stand now.
   * @param folder where the files go, relative to the case
   */
  inText(text: string, folder: string): string {
    if (!text.includes('![')) return text
    return text.replace(IMAGE, (whole, alt: string, target: string, title: string) => {
      if (WEB.test(target) && !target.startsWith('picture:')) return whole
      const file = this.add(decoded(target))
      if (file === undefined) {
        this.lost++
        return alt
      }
      return `![${alt}](${folder}/${encodeURI(file.name)}${title})`
    })
  }

  /** A name that every file system takes, without personal data, that no other file of the row has. */
  #nameFor(from: string): string {
    const base = baseName(from.replace(/^picture:/, '').replaceAll('\\', '/'))
    const dot = base.lastIndexOf('.')
    const extension =
      dot > 0
        ? base
            .slice(dot)
            .toLowerCase()
            .replace(/[^.a-z0-9]/g, '')
        : ''
    const stem = slug(dot > 0 ? base.slice(0, dot) : base)
    const shown = `${stem} ${stem.replaceAll('-', ' ')}\n${base}`
    const plain = stem !== '' && nameFault(stem + extension) === undefined
    const number = this.files.length + 1
    const personal = findPersonalData(shown, this.#allowed).length > 0
    const name = plain && !personal ? stem + extension : `file-${number}${extension}`
    return this.files.some(file => file.name === name) ? `${number}-${name}` : name
  }
}

function decoded(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}
