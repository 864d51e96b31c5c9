import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import taxonomySchema from '../../schemas/taxonomy.schema.json' with { type: 'json' }
import { LineIndex } from '../model/range.js'
import { parseYaml } from './yaml-document.js'

// Where the parts of a YAML text stand, exactly enough to cut and to insert. Unlike the ranges of
// `yaml`, a block collection ends where its last value ends: not behind the comments that follow.

/** Offsets in UTF-16 code units of the whole text, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface YamlScalar extends Span {
  readonly kind: 'scalar'
  readonly value: string
}

export interface YamlList extends Span {
  readonly kind: 'list'
  /** Written `[a, b]`; otherwise one `- ` a line. */
  readonly flow: boolean
  readonly items: readonly YamlSpot[]
}

/** `start` is the key's. */
export interface YamlPair extends Span {
  readonly key: string
  readonly keyEnd: number
  /** Undefined where nothing stands behind the colon. */
  readonly value: YamlSpot | undefined
}

export interface YamlGroup extends Span {
  readonly kind: 'group'
  /** Written `{ a: b }`; otherwise one `a: b` a line. */
  readonly flow: boolean
  readonly pairs: readonly YamlPair[]
}

export type YamlSpot = YamlScalar | YamlList | YamlGroup

/**
 * The places of a YAML map between two offsets of a text; undefined when it is broken or no map.
 * For texts that were already read through their own door: anchors and tags are not looked at.
 */
export function locateYaml(text: string, start = 0, end: number = text.length): YamlGroup | undefined {
  const source = text.slice(start, end)
  const place = { offset: start, lines: new LineIndex(source), maxValues: Number.POSITIVE_INFINITY }
  const parsed = parseYaml(source, place)
  if (parsed.problem !== undefined || !isMap(parsed.root)) return undefined
  return new Locator(source, start).group(parsed.root)
}

const { pattern, maxLength } = taxonomySchema.$defs.term.properties.id
const TERM_ID = new RegExp(pattern, 'u')

/** True for the form that the taxonomy's schema asks of a term id. */
export function isTermId(text: string): boolean {
  return text.length <= maxLength && TERM_ID.test(text)
}

class Locator {
  readonly #source: string
  readonly #base: number

  constructor(source: string, base: number) {
    this.#source = source
    this.#base = base
  }

  group(node: YAMLMap): YamlGroup {
    const pairs = (node.items as Pair<Node, Node | null>[]).map(pair => this.#pair(pair))
    const flow = node.flow === true
    return { kind: 'group', flow, pairs, ...this.#span(node, flow, pairs) }
  }

  #list(node: YAMLSeq): YamlList {
    const items = (node.items as Node[]).map(item => this.#spot(item))
    const flow = node.flow === true
    return { kind: 'list', flow, items, ...this.#span(node, flow, items) }
  }

  #span(node: Node, flow: boolean, parts: readonly Span[]): Span {
    const [start, end] = node.range ?? [0, 0]
    const last = parts.at(-1)
    return { start: this.#base + start, end: flow || last === undefined ? this.#base + end : last.end }
  }

  #pair({ key, value }: Pair<Node, Node | null>): YamlPair {
    const name = this.#spot(key)
    const spot = value === null ? undefined : this.#spot(value)
    const empty = spot?.kind === 'scalar' && spot.start === spot.end
    const end = spot === undefined || empty ? name.end : spot.end
    const text = name.kind === 'scalar' ? name.value : ''
    return { key: text, start: name.start, keyEnd: name.end, end, value: empty ? undefined : spot }
  }

  #spot(node: Node): YamlSpot {
    if (isMap(node)) return this.group(node)
    if (isSeq(node)) return this.#list(node)
    const [start, end] = node.range ?? [0, 0]
    // A block scalar's range takes in the line breaks behind it.
    const written = this.#source.slice(start, end).trimEnd()
    const value = isScalar(node) ? String(node.value ?? '') : ''
    return { kind: 'scalar', value, start: this.#base + start, end: this.#base + start + written.length }
  }
}
