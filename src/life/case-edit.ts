import { foldKey } from '../lib/text.js'
import type { Case, CaseFile } from '../model/case.js'
import { applyEdits, type FileChange, type TextEdit } from '../model/change.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { appendItems } from '../taxonomy/append-items.js'
import { frontMatterPage, type ParseCase } from '../taxonomy/case-terms.js'
import { closeLine, commentsBelow, lineBreak, lineStart } from '../taxonomy/lines.js'
import {
  CannotSplice,
  edit,
  groupOf,
  listOf,
  type Page,
  pairOf,
  replaceScalar,
  scalarOf,
} from '../taxonomy/page.js'
import { removeItem } from '../taxonomy/remove-item.js'

/**
 * Changes fields of one case, one after the other, by splices: what is not changed stays to the byte.
 * Every method may throw CannotSplice for a front matter that is written in a way it does not know.
 */
export class CaseEdit {
  readonly #file: CaseFile
  readonly #parse: ParseCase
  #now: CaseFile

  constructor(file: CaseFile, parse: ParseCase) {
    this.#file = file
    this.#now = file
    this.#parse = parse
  }

  /** The case as it is by now. */
  get case(): Case {
    if (this.#now.case === undefined) throw new CannotSplice('no case any more')
    return this.#now.case
  }

  get now(): CaseFile {
    return this.#now
  }

  /** Sets a field of one value; a new one comes behind the others. */
  set(key: string, value: string): void {
    this.#apply(page => {
      const pair = pairOf(page.root, key)
      if (pair?.value !== undefined) return [replaceScalar(page, pair.value, value)]
      if (pair !== undefined) throw new CannotSplice('a key without a value')
      return [newField(page, `${key}: ${yamlScalar(value)}`)]
    })
  }

  /** Adds texts to a list, those that it does not hold yet. `group` is a field around the list. */
  add(key: string, values: readonly string[], group?: string): void {
    const fresh = this.#missing(key, values, group)
    if (fresh.length === 0) return
    const pieces = fresh.map(value => ({ flow: yamlScalar(value) }))
    this.#apply(page => {
      if (group === undefined) return appendItems(page, page.root, key, pieces, { fresh: 'flow' })
      const owner = groupOf(page.root, group)
      if (owner !== undefined) return appendItems(page, owner, key, pieces, { fresh: 'flow' })
      const list = pieces.map(({ flow }) => flow).join(', ')
      return [newField(page, `${group}: { ${key}: [${list}] }`)]
    })
  }

  /** Takes a text out of a list; nothing where it is not there. */
  remove(key: string, value: string): void {
    this.#apply(page => {
      const at = listOf(page.root, key)?.items.findIndex(item => scalarOf(item) === value) ?? -1
      return at === -1 ? [] : removeItem(page, page.root, key, at)
    })
  }

  /** Puts one text in the place of another in a list; where it stands there already, the old one goes. */
  replace(key: string, from: string, to: string): void {
    this.#apply(page => {
      const items = listOf(page.root, key)?.items ?? []
      const at = items.findIndex(item => scalarOf(item) === from)
      const spot = items[at]
      if (spot === undefined) return []
      if (items.some(item => scalarOf(item) === to)) return removeItem(page, page.root, key, at)
      return [replaceScalar(page, spot, to)]
    })
  }

  /** Splices of the whole file. */
  splice(edits: readonly TextEdit[]): void {
    this.#apply(() => edits)
  }

  change(): FileChange[] {
    const { path, text } = this.#file
    return this.#now.text === text ? [] : [{ path, before: text, after: this.#now.text }]
  }

  #missing(key: string, values: readonly string[], group: string | undefined): string[] {
    const page = frontMatterPage(this.#now, this.case)
    const owner = group === undefined ? page.root : groupOf(page.root, group)
    const items = owner === undefined ? [] : (listOf(owner, key)?.items ?? [])
    const known = new Set(items.map(item => foldKey(scalarOf(item) ?? '')))
    return values.filter(value => {
      const isNew = !known.has(foldKey(value))
      known.add(foldKey(value))
      return isNew
    })
  }

  #apply(work: (page: Page) => readonly TextEdit[]): void {
    const edits = work(frontMatterPage(this.#now, this.case))
    if (edits.length === 0) return
    this.#now = this.#parse(this.#now.path, applyEdits(this.#now.text, edits))
  }
}

/** A field behind all others, as a line of its own or within the braces. */
function newField(page: Page, field: string): TextEdit {
  const last = page.root.pairs.at(-1)
  if (last === undefined) throw new CannotSplice('nothing to stand behind')
  if (page.root.flow) return edit(page, last.end, last.end, `, ${field}`)
  const column = last.start - lineStart(page.text, last.start)
  const line = commentsBelow(page.text, closeLine(page.text, last.end), column)
  return edit(page, line, line, `${' '.repeat(column)}${field}${lineBreak(page.text)}`)
}
