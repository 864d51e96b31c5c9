import { AddressGuard } from './fast-addresses.js'
import { codeSpan } from './fast-code-span.js'
import { Delimiters } from './fast-delimiters.js'
import { ALT, AUTOLINK, BREAK, ENTITY, endOf, placeIn, RESOURCE } from './fast-forms.js'
import { InlineMarks, type ProseMark } from './fast-places.js'

// Every sign that can begin markup inside a paragraph, but `!`, which needs a bracket behind it.
const MARKUP = /[\\`*_~[\]<&]/g
const PUNCTUATION = /[!-/:-@[-`{-~]/
// In a place it is read, and not written as it is read.
const ENTITY_IN = /&(?:#|[A-Za-z])[A-Za-z0-9]*;/

/**
 * The words of one paragraph, heading or cell, as `plainText` gives them of what remark makes of it;
 * undefined where the markup is more than code, plain emphasis, links and images. Notes the markup.
 */
export function inlineText(prose: ProseMark): string | undefined {
  MARKUP.lastIndex = 0
  if (!MARKUP.test(prose.source)) return prose.source
  prose.marks = new InlineMarks()
  return new InlineScanner(prose.source, prose.marks).scan()
}

interface Bracket {
  readonly at: number
  /** Where it stands in what is written, among the cuts and among the links. */
  readonly piece: number
  readonly cut: number
  readonly link: number
}

/** Where the text goes on; undefined where the markup is beyond the subset. */
type Next = number | undefined

class InlineScanner {
  readonly #source: string
  readonly #delimiters: Delimiters
  readonly #addresses: AddressGuard
  /** What is written so far; delimiters and brackets stand in pieces of their own. */
  readonly #out: string[] = []
  readonly #marks: InlineMarks
  #bracket: Bracket | undefined
  #tildes = 0

  constructor(source: string, marks: InlineMarks) {
    this.#source = source
    this.#marks = marks
    this.#delimiters = new Delimiters(source, this.#out, marks.cuts)
    this.#addresses = new AddressGuard(source)
  }

  scan(): string | undefined {
    const source = this.#source
    let from = 0
    MARKUP.lastIndex = 0
    for (let found = MARKUP.exec(source); found !== null; found = MARKUP.exec(source)) {
      const { index } = found
      const image = found[0] === '[' && source[index - 1] === '!' && index > from
      if (index > from) this.#out.push(source.slice(from, image ? index - 1 : index))
      const next = image ? this.#image(index) : this.#sign(found[0], index)
      if (next === undefined) return undefined
      from = next
      MARKUP.lastIndex = next
    }
    if (this.#bracket !== undefined) return undefined
    this.#delimiters.close()
    return this.#out.join('') + source.slice(from)
  }

  #sign(sign: string, at: number): Next {
    switch (sign) {
      case '`':
        return this.#code(at)
      case '*':
      case '_':
        return this.#run(sign, at)
      case '[':
        return this.#open(at)
      case ']':
        return this.#close(at)
      case '<':
        return this.#angle(at)
      case '\\':
        return this.#escape(at)
      case '~':
        this.#out.push(sign)
        return this.#tildes++ > 0 || this.#source[at + 1] === '~' ? undefined : at + 1
      default:
        this.#out.push(sign)
        return endOf(ENTITY, this.#source, at) === undefined ? at + 1 : undefined
    }
  }

  #code(at: number): Next {
    const span = this.#covered(at) ? undefined : codeSpan(this.#source, at)
    if (span === undefined) return undefined
    this.#out.push(span.text)
    this.#marks.cuts.push(at, span.end)
    return this.#addresses.skip(span.end)
  }

  #run(sign: '*' | '_', at: number): Next {
    const role = this.#delimiters.add(sign, at)
    if (role === undefined || (role !== 'text' && this.#covered(at))) return undefined
    let end = at
    while (this.#source[end] === sign) end++
    return end
  }

  #image(bracket: number): Next {
    if (this.#covered(bracket)) return undefined
    const label = endOf(ALT, this.#source, bracket + 1)
    const end = label === undefined ? undefined : endOf(RESOURCE, this.#source, label)
    if (label === undefined || end === undefined) return undefined
    const alt = this.#source.slice(bracket + 1, label - 1)
    this.#out.push(alt)
    const to = placeIn(this.#source, label)
    if (ENTITY_IN.test(to)) return undefined
    const target = to === '' ? -1 : label + 1
    this.#marks.links.push({ kind: 'image', start: bracket - 1, end, to, alt, target })
    this.#marks.cuts.push(bracket - 1, end)
    return this.#addresses.skip(end)
  }

  #open(at: number): Next {
    if (this.#bracket !== undefined || this.#source[at + 1] === '^' || this.#covered(at)) return undefined
    const { cuts, links } = this.#marks
    this.#bracket = { at, piece: this.#out.length, cut: cuts.length, link: links.length }
    this.#delimiters.enter()
    this.#out.push('[')
    cuts.push(at, at)
    return at + 1
  }

  #close(at: number): Next {
    const bracket = this.#bracket
    if (bracket === undefined) return undefined
    const link = this.#source[at + 1] === '('
    const end = link ? endOf(RESOURCE, this.#source, at + 1) : at + 1
    if (end === undefined || !this.#delimiters.leave(link)) return undefined
    this.#bracket = undefined
    if (!link) {
      this.#out.push(']')
      this.#marks.brackets.push(bracket.at, end)
    } else if (!this.#link(bracket, at, end)) return undefined
    return this.#addresses.skip(end)
  }

  /** Notes the link from `bracket` over the bracket at `at` to `end`. */
  #link(bracket: Bracket, at: number, end: number): boolean {
    const { cuts, links } = this.#marks
    const to = placeIn(this.#source, at + 1)
    const target = to === '' ? -1 : at + 2
    this.#out[bracket.piece] = ''
    cuts[bracket.cut + 1] = bracket.at + 1
    cuts.push(at, end)
    links.splice(bracket.link, 0, { kind: 'link', start: bracket.at, end, to, target })
    return !ENTITY_IN.test(to)
  }

  #angle(at: number): Next {
    const source = this.#source
    const link = endOf(AUTOLINK, source, at)
    if (link !== undefined) {
      const to = source.slice(at + 1, link - 1)
      this.#out.push(to)
      this.#marks.cuts.push(at, link)
      this.#marks.links.push({ kind: 'link', start: at, end: link, to, target: at + 1 })
      return this.#addresses.skip(link)
    }
    const line = endOf(BREAK, source, at)
    if (line !== undefined) {
      this.#marks.cuts.push(at, line)
      return line
    }
    this.#out.push('<')
    return /[A-Za-z/!?]/.test(source.charAt(at + 1)) ? undefined : at + 1
  }

  #escape(at: number): Next {
    const next = this.#source.charAt(at + 1)
    if (!PUNCTUATION.test(next)) {
      this.#out.push('\\')
      // Before a line break it may stand for one: that depends on spaces that are gone by now.
      return next === '\n' ? undefined : at + 1
    }
    if (next === '`' || this.#covered(at)) return undefined
    this.#out.push(next)
    this.#marks.escapes.push(at)
    return at + 2
  }

  /** True where a bare address may reach over this sign and take it for a part of itself. */
  #covered(at: number): boolean {
    return this.#bracket === undefined && this.#addresses.covers(at)
  }
}
