import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import { isDay } from '../lib/day.js'
import { CASE_FIELDS } from './case-keys.js'
import { isLanguageTag } from './language-tag.js'

/**
 * True for values that are certainly valid; they have then been converted in place, as the validator
 * converts them. False says nothing: the validator is to be asked.
 */
export type QuickCheck = (values: Readonly<Record<string, unknown>>) => boolean

/**
 * The quick side of `builtInCheck`: it looks at no more than plain values need. It knows the keywords that
 * the built-in schema uses, and of a value in the plainest spelling what it becomes.
 * @param facetFields front-matter keys of the facets
 */
export function quickCaseCheck(facetFields: readonly string[]): QuickCheck {
  const term = compile({ $ref: '#/$defs/termOrTerms' })
  const facets = facetFields
    .filter(field => !CASE_FIELDS.includes(field))
    .map(field => [field, term] as const)
  const properties = new Map([...compileAll(caseSchema.properties), ...facets])
  const check = objectCheck(properties, caseSchema.required)
  return values => check(values) !== UNSURE
}

/** A value → the value as the validator would convert it, or `UNSURE`. */
type Check = (value: unknown) => unknown
const UNSURE = Symbol('unsure')

type Schema = Readonly<Record<string, unknown>>

/** @throws RangeError for a keyword that it does not know */
function compile({ $ref, properties, required, additionalProperties, type, ...rest }: Schema): Check {
  const steps: Check[] = []
  if (typeof $ref === 'string') steps.push(compile(definition($ref)))
  const { if: condition, then: yes, else: no, description: _, ...others } = rest
  if (type !== undefined) steps.push(typeCheck(type))
  for (const [keyword, operand] of Object.entries(others)) {
    const make = KEYWORDS[keyword]
    if (make === undefined) throw new RangeError(`the keyword ${keyword} is unknown here`)
    steps.push(make(operand))
  }
  if (properties !== undefined) {
    if (additionalProperties !== false) throw new RangeError('an object must name all its keys')
    steps.push(objectCheck(compileAll(properties as Schema), (required ?? []) as string[]))
  }
  if (condition !== undefined) steps.push(branch(condition as Schema, yes as Schema, no as Schema))
  return joined(steps)
}

function joined(steps: readonly Check[]): Check {
  const [only] = steps
  if (only !== undefined && steps.length === 1) return only
  return value => {
    let now = value
    for (const step of steps) {
      now = step(now)
      if (now === UNSURE) return UNSURE
    }
    return now
  }
}

function compileAll(schemas: Schema): Map<string, Check> {
  return new Map(Object.entries(schemas).map(([key, schema]) => [key, compile(schema as Schema)]))
}

const definitions: Readonly<Record<string, Schema>> = caseSchema.$defs

function definition(ref: string): Schema {
  const found = definitions[ref.replace('#/$defs/', '')]
  if (found === undefined) throw new RangeError(`${ref} is not defined`)
  return found
}

function objectCheck(properties: ReadonlyMap<string, Check>, required: readonly string[]): Check {
  return value => {
    if (!isObject(value)) return value
    for (let i = 0; i < required.length; i++) {
      if (!Object.hasOwn(value, required[i] as string)) return UNSURE
    }
    for (const key of Object.keys(value)) {
      const member = value[key]
      const now = properties.get(key)?.(member) ?? UNSURE
      if (now === UNSURE) return UNSURE
      if (now !== member) value[key] = now
    }
    return value
  }
}

const KEYWORDS: Readonly<Record<string, (operand: unknown) => Check>> = {
  enum: options => value => ((options as unknown[]).includes(value) ? value : UNSURE),
  // Characters beyond the basic plane are two code units: sure only where that makes no difference.
  minLength: least => ofText(text => text.length >= (least === 1 ? 1 : 2 * Number(least))),
  maxLength: most => ofText(text => text.length <= Number(most)),
  pattern: source => {
    const pattern = new RegExp(String(source), 'u')
    return ofText(text => pattern.test(text))
  },
  format: name => ofText(name === 'day' ? isDay : remembering(isLanguageTag)),
  minimum: least => value => (typeof value === 'number' && value < Number(least) ? UNSURE : value),
  maxItems: most => value => (Array.isArray(value) && value.length > Number(most) ? UNSURE : value),
  uniqueItems: () => value => (Array.isArray(value) && !areDistinctTexts(value) ? UNSURE : value),
  items: schema => itemsCheck(compile(schema as Schema)),
}

function ofText(holds: (text: string) => boolean): Check {
  return value => (typeof value !== 'string' || holds(value) ? value : UNSURE)
}

const MOST_REMEMBERED = 100

/** A library has few languages, and asking Intl costs more than all else here. */
function remembering(holds: (text: string) => boolean): (text: string) => boolean {
  const known = new Set<string>()
  return text => {
    if (known.has(text)) return true
    const held = holds(text)
    if (held && known.size < MOST_REMEMBERED) known.add(text)
    return held
  }
}

function itemsCheck(item: Check): Check {
  return value => {
    if (!Array.isArray(value)) return value
    for (let i = 0; i < value.length; i++) {
      const member: unknown = value[i]
      const now = item(member)
      if (now === UNSURE) return UNSURE
      if (now !== member) value[i] = now
    }
    return value
  }
}

/** Lists up to this length are gone through pair by pair, which takes no memory. */
const SHORT = 12

function areDistinctTexts(list: readonly unknown[]): boolean {
  if (!list.every(item => typeof item === 'string')) return false
  if (list.length > SHORT) return new Set(list).size === list.length
  return list.every((item, i) => list.indexOf(item) === i)
}

function typeCheck(type: unknown): Check {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type]
  if (type === 'string') return value => (typeof value === 'string' ? value : UNSURE)
  return value => {
    if (types.some(name => isOf(name, value))) return value
    return types.length === 1 && typeof value === 'string' ? convert(value, types[0]) : UNSURE
  }
}

function branch({ type }: Schema, yes: Schema, no: Schema): Check {
  const [one, other] = [compile(yes), compile(no)]
  return value => (isOf(type, value) ? one(value) : other(value))
}

function isOf(type: unknown, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return typeof value === type
}

/** Text becomes a number or a boolean where the schema asks for one, in its plainest spelling. */
function convert(text: string, type: unknown): unknown {
  if (type === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text)
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return UNSURE
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
