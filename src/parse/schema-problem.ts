import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { didYouMean } from '../lib/did-you-mean.js'
import type { Message } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { below, fieldName } from '../model/pointer.js'
import type { Range } from '../model/range.js'
import { limitWords } from './limit-words.js'
import { problem } from './problem.js'
import type { SchemaError } from './schema.js'

/** Where the fields of the checked document stand. */
export interface Places {
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  /** Where to point when the field is missing. */
  readonly whole: Range
  /** Fields that a misspelt key may have meant. */
  readonly known: readonly string[]
}

const TYPES: Readonly<Record<string, Message>> = {
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: '`true` or `false`', zh: '`true` 或 `false`' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'a group of `key: value` lines', zh: '一组 `键: 值`' },
}

/** Turns what the schema refused into problems with places, suggestions and plain words. */
export function schemaProblems(errors: readonly SchemaError[], places: Places): Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const error of errors) {
    if (isEcho(error)) continue
    const found = toProblem(error, places)
    const key = `${found.code} ${found.pointer ?? ''}`
    if (!seen.has(key)) problems.push(found)
    seen.add(key)
  }
  return problems
}

// These only repeat, for the whole, what another error says of its part. A `not`, and a `oneOf`
// that more than one schema meets, stand alone.
function isEcho({ keyword, params }: SchemaError): boolean {
  if (keyword === 'oneOf') return params['passingSchemas'] === null
  return ['if', 'allOf', '$ref', 'anyOf'].includes(keyword)
}

function toProblem(error: SchemaError, places: Places): Problem {
  const { params, instancePath } = error
  if (error.keyword === 'required')
    return missingField(instancePath, String(params['missingProperty']), places)
  if (error.keyword === 'unevaluatedProperties' || error.keyword === 'additionalProperties') {
    return unknownKey(error, places)
  }
  const at = places.fields.get(instancePath)?.value ?? places.whole
  return { ...valueProblem(error, at), pointer: instancePath }
}

// Points to the key if it stands there without a value, else to the group that lacks it.
function missingField(group: Pointer, key: string, { fields, whole }: Places): Problem {
  const pointer = below(group, key)
  const [own, parent] = [fields.get(pointer), fields.get(group)]
  const at = own?.key ?? parent?.key ?? parent?.value ?? whole
  return { ...problem('missingField', { field: nameOf(pointer) }, at), pointer }
}

function unknownKey(error: SchemaError, places: Places): Problem {
  const key = String(error.params['unevaluatedProperty'] ?? error.params['additionalProperty'])
  const pointer = below(error.instancePath, key)
  const siblings = error.parentSchema?.['properties'] as Record<string, unknown> | undefined
  const known = error.instancePath === '' ? places.known : Object.keys(siblings ?? {})
  const args = { field: nameOf(pointer), ...didYouMean(nearest(key, known)) }
  return { ...problem('unknownKey', args, places.fields.get(pointer)?.key ?? places.whole), pointer }
}

function valueProblem(error: SchemaError, at: Range): Problem {
  const field = nameOf(error.instancePath)
  const value = shown(error.data)
  switch (error.keyword) {
    case 'type': {
      const names = [error.params['type']].flat().map(String)
      const words = (language: 'en' | 'zh') => names.map(name => TYPES[name]?.[language] ?? name)
      return problem(
        'type',
        { field, expected: words('en').join(' or '), expectedZh: words('zh').join('或') },
        at,
      )
    }
    case 'enum':
    case 'const': {
      const allowed = [error.params['allowedValues'] ?? error.params['allowedValue']].flat().map(String)
      const choices = allowed.join(', ')
      const close = allowed.length > 1 ? nearest(value, allowed) : []
      return problem('choice', { field, value, choices, ...didYouMean(close) }, at)
    }
    case 'format':
      return error.params['format'] === 'day'
        ? problem('day', { field, value }, at)
        : problem('languageTag', { field, value }, at)
    case 'pattern':
      return problem('form', { field, value, form: formOf(error) }, at)
    case 'uniqueItems': {
      const { i, j } = error.params
      return problem('repeated', { field, first: Math.min(i, j) + 1, second: Math.max(i, j) + 1 }, at)
    }
    default: {
      const { en, zh } = limitWords(error)
      return problem('limit', { field, reason: en, reasonZh: zh }, at)
    }
  }
}

/** A value in a sentence: text and what was made of it, cut short; lists and groups are not shown. */
function shown(value: unknown): string {
  return typeof value === 'object' ? '…' : String(value).slice(0, 80)
}

// The forms of our own schemas have names; a pattern of a library's own is shown as it is.
const FORMS: ReadonlyMap<string, string> = new Map([
  [caseSchema.$defs.id.pattern, 'PREFIX-XXXXX (CASE-7F3KQ)'],
  [caseSchema.$defs.line.pattern, '(one line)'],
  [configSchema.$defs.path.pattern, '(a path inside the library, like docs/cases)'],
  [configSchema.$defs.word.pattern, '(one line, without spaces around it)'],
])

function formOf(error: SchemaError): string {
  const pattern = String(error.params['pattern'])
  return FORMS.get(pattern) ?? pattern
}

function nameOf(pointer: Pointer): string {
  return fieldName(pointer) || '(front matter)'
}
