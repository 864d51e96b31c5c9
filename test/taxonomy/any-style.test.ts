import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CasectlError } from '../../src/lib/errors.js'
import { merged, moved } from './support.js'

/** One term of a random taxonomy, and how it is written. */
interface Shape {
  readonly flow: boolean
  readonly above: boolean
  readonly beside: boolean
  readonly below: boolean
  readonly blank: boolean
  readonly tight: boolean
  readonly extra: '' | 'labels' | 'aliases' | 'aliasLines' | 'folded'
  readonly children: readonly Shape[]
}

const flag = fc.boolean()
const leaf = {
  flow: flag,
  above: flag,
  beside: flag,
  below: flag,
  blank: flag,
  tight: flag,
  extra: fc.constantFrom(
    '' as const,
    'labels' as const,
    'aliases' as const,
    'aliasLines' as const,
    'folded' as const,
  ),
}
const { tree } = fc.letrec<{ tree: Shape; leaf: Shape }>(tie => ({
  leaf: fc.record({ ...leaf, children: fc.constant([]) }),
  tree: fc.record({
    ...leaf,
    children: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}))

/** Writes terms as YAML; each comment has a number of its own. */
class Writer {
  terms = 0
  comments = 0

  list(shapes: readonly Shape[], column: number): string {
    return shapes.map(shape => this.block(shape, column)).join('')
  }

  comment(column: number): string {
    return `${' '.repeat(column)}# comment ${this.comments++}!\n`
  }

  block(shape: Shape, column: number): string {
    const pad = ' '.repeat(column)
    const id = `t${this.terms++}`
    const above = (shape.blank ? '\n' : '') + (shape.above ? this.comment(column) : '')
    const beside = shape.beside ? this.comment(1) : '\n'
    if (shape.flow) return `${above}${pad}- ${this.flow(shape, id)}${beside}`
    const extras = {
      '': '',
      labels: `${pad}  labels: { zh: 名 ${id} }\n`,
      aliases: `${pad}  aliases: [alias ${id}, "x: ${id}"]${beside}`,
      aliasLines: `${pad}  aliases:\n${pad}    - alias ${id}${beside}`,
      folded: `${pad}  labels:\n${pad}    en: >-\n${pad}      # no comment\n${pad}      ${id}\n`,
    }
    const below = shape.below ? this.comment(column + 2) : ''
    const head = `${above}${pad}- id: ${id}${shape.extra.startsWith('alias') ? '\n' : beside}`
    const children =
      shape.children.length === 0
        ? ''
        : `${pad}  terms:\n${this.list(shape.children, column + (shape.tight ? 2 : 4))}`
    return head + extras[shape.extra] + children + below
  }

  flow(shape: Shape, id: string): string {
    const extra = shape.extra === 'aliases' ? `, aliases: [ alias ${id} ]` : ''
    const children = shape.children.map(child => this.flow(child, `t${this.terms++}`))
    return `{ id: ${id}${extra}${children.length === 0 ? '' : `, terms: [${children.join(', ')}]`} }`
  }
}

const taxonomies = fc
  .tuple(fc.array(tree, { minLength: 2, maxLength: 4 }), fc.boolean(), flag)
  .map(([shapes, crlf, last]) => {
    const writer = new Writer()
    const terms = writer.list(shapes, 4)
    const levels = '    levels: [{ id: a }, { id: b }, { id: c }, { id: d }, { id: e }]\n'
    const text = `facets:\n  f:\n${levels}    terms:\n${terms}# end\n`
    const trimmed = last ? text.trimEnd() : text
    return {
      text: crlf ? trimmed.replaceAll('\n', '\r\n') : trimmed,
      terms: writer.terms,
      comments: writer.comments,
    }
  })

/** What a plan makes of the text; undefined where it refuses. A wrong result would be refused as `by-hand`. */
function attempt(plan: () => unknown): { text: string } | { refused: string } {
  try {
    return { text: String(plan()) }
  } catch (error) {
    if (error instanceof CasectlError) return { refused: error.code }
    throw error
  }
}

const EXPECTED = ['below-itself', 'no-such-level', 'usage', 'levels-differ']
const pick = fc.nat({ max: 30 })

test('in every style, a renamed and moved term loses no comment and no line break', () => {
  fc.assert(
    fc.property(taxonomies, pick, fc.option(pick), ({ text, terms, comments }, a, b) => {
      const under = b === null ? '' : `t${b % terms}`
      const result = attempt(() => moved(text, `t${a % terms}`, 'new-id', under))
      if ('refused' in result) {
        // A block, or a line with a comment, among the items of a flow list: all that cannot be spliced here.
        expect([...EXPECTED, 'by-hand']).toContain(result.refused)
        if (result.refused === 'by-hand') expect(text).toMatch(/terms: \[/)
        return
      }
      expect(result.text.match(/# comment \d+!/g) ?? []).toHaveLength(comments)
      expect(result.text.match(/(?<!\r)\n/g)?.length ?? 0).toBe(
        text.includes('\r') ? 0 : result.text.split('\n').length - 1,
      )
      expect(result.text.endsWith('\n')).toBe(text.endsWith('\n'))
    }),
    { numRuns: 150 },
  )
})

test('in every style, two terms of one level merge', () => {
  fc.assert(
    fc.property(taxonomies, pick, pick, ({ text, terms }, a, b) => {
      const result = attempt(() => merged(text, `t${a % terms}`, `t${b % terms}`))
      if ('refused' in result && result.refused === 'by-hand') expect(text).toMatch(/terms: \[/)
      else if ('refused' in result) expect(EXPECTED).toContain(result.refused)
      else expect(result.text).toContain('# end')
    }),
    { numRuns: 150 },
  )
})
