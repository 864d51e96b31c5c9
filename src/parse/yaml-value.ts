import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { below } from '../model/pointer.js'
import type { LineIndex, Range } from '../model/range.js'
import { problem } from './problem.js'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

export interface YamlValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  readonly problems: readonly Problem[]
  /** Set when the document as a whole is refused. */
  readonly fatal?: Problem
}

/** Thrown inside this module only, to leave the walk; turned into a value at its door. */
class Refused extends Error {
  readonly problem: Problem
  constructor(refusal: Problem) {
    super(refusal.code)
    this.problem = refusal
  }
}

/**
 * Turns a failsafe YAML node into plain values without prototype and a map of places. Refuses
 * what YAML can do beyond plain data: aliases, anchors, tags, keys that reach into prototypes.
 * An empty plain value (`tags:`) counts as absent; an empty quoted one (`""`) stays text.
 */
export function readYaml(root: Node, offset: number, lines: LineIndex): YamlValues {
  const walk = new Walk(offset, lines)
  try {
    if (!isMap(root)) throw new Refused(problem('notAMap', {}, walk.rangeOf(root)))
    return { values: walk.map(root, ''), fields: walk.fields, problems: walk.problems }
  } catch (error) {
    if (error instanceof Refused) return { values: {}, fields: new Map(), problems: [], fatal: error.problem }
    throw error
  }
}

class Walk {
  readonly fields = new Map<Pointer, FieldPlace>()
  readonly problems: Problem[] = []
  readonly #offset: number
  readonly #lines: LineIndex

  constructor(offset: number, lines: LineIndex) {
    this.#offset = offset
    this.#lines = lines
  }

  rangeOf(node: Node): Range {
    const [start, end] = node.range ?? [0, 0]
    return this.#lines.range(this.#offset + start, this.#offset + Math.max(start, end))
  }

  map(node: YAMLMap, pointer: Pointer): Record<string, unknown> {
    this.#check(node)
    const out: Record<string, unknown> = Object.create(null)
    const first = new Map<string, number>()
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.#key(pair.key)
      const keyRange = this.rangeOf(pair.key)
      const seen = first.get(key)
      if (seen !== undefined) {
        this.problems.push(problem('duplicate', { key, line: seen }, keyRange))
        continue
      }
      first.set(key, keyRange.line)
      const at = below(pointer, key)
      const value = pair.value === null ? undefined : this.#value(pair.value, at)
      this.fields.set(at, { key: keyRange, value: pair.value === null ? keyRange : this.rangeOf(pair.value) })
      if (value !== undefined) out[key] = value
    }
    return out
  }

  #value(node: Node, pointer: Pointer): unknown {
    if (isMap(node)) return this.map(node, pointer)
    if (isSeq(node)) {
      this.#check(node)
      const items: unknown[] = []
      for (const [i, item] of (node.items as Node[]).entries()) {
        this.fields.set(`${pointer}/${i}`, { value: this.rangeOf(item) })
        items.push(this.#value(item, `${pointer}/${i}`) ?? '')
      }
      return items
    }
    return this.#scalar(node)
  }

  #scalar(node: Node): string | undefined {
    this.#check(node)
    if (!isScalar(node)) throw new Refused(problem('alias', {}, this.rangeOf(node)))
    const scalar = node as Scalar
    const text = String(scalar.value ?? '')
    return text === '' && scalar.type === 'PLAIN' ? undefined : text
  }

  #key(node: Node | null): string {
    if (!isScalar(node))
      throw new Refused(problem('complexKey', {}, node === null ? undefined : this.rangeOf(node)))
    this.#check(node)
    const key = String(node.value ?? '')
    if (FORBIDDEN_KEYS.has(key)) throw new Refused(problem('forbiddenKey', { key }, this.rangeOf(node)))
    return key
  }

  #check(node: Node): void {
    if ('anchor' in node && node.anchor !== undefined)
      throw new Refused(problem('alias', {}, this.rangeOf(node)))
    // The composer sets `tag` on every collection; an explicit one is what the source spells out.
    const tag = node.tag
    if (tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str)$/.test(tag)) {
      throw new Refused(problem('tag', { tag: tag.slice(0, 60) }, this.rangeOf(node)))
    }
  }
}
