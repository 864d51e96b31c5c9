import { didYouMean } from '../lib/did-you-mean.js'
import { nearest } from '../lib/text.js'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { fieldName } from '../model/pointer.js'
import type { Range } from '../model/range.js'
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

// These only repeat, for the whole, what another error says of its part.
const ECHOES = new Set(['if', 'allOf', '$ref', 'anyOf', 'oneOf', 'not'])

const TYPES: Readonly<Record<string, { en: string; zh: string }>> = {
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
    if (ECHOES.has(error.keyword)) continue
    const found = toProblem(error, places)
    const key = `${found.code} ${found.pointer ?? ''}`
    if (!seen.has(key)) problems.push(found)
    seen.add(key)
  }
  return problems
}

function toProblem(error: SchemaError, places: Places): Problem {
  const { params, instancePath } = error
  if (error.keyword === 'required') {
    const field = nameOf(`${instancePath}/${params['missingProperty']}`)
    const at = places.fields.get(instancePath)
    return {
      ...problem('missingField', { field }, at?.key ?? at?.value ?? places.whole),
      pointer: `/${field}`,
    }
  }
  if (error.keyword === 'unevaluatedProperties' || error.keyword === 'additionalProperties') {
    return unknownKey(error, places)
  }
  const at = places.fields.get(instancePath)?.value ?? places.whole
  return { ...valueProblem(error, at), pointer: instancePath }
}

function unknownKey(error: SchemaError, places: Places): Problem {
  const key = String(error.params['unevaluatedProperty'] ?? error.params['additionalProperty'])
  const pointer = `${error.instancePath}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const place = places.fields.get(pointer)
  const siblings = error.parentSchema?.['properties'] as Record<string, unknown> | undefined
  const known = error.instancePath === '' ? places.known : Object.keys(siblings ?? {})
  const found = problem(
    'unknownKey',
    { field: nameOf(pointer), ...didYouMean(nearest(key, known)) },
    place?.key,
  )
  return { ...found, pointer }
}

function valueProblem(error: SchemaError, at: Range): Problem {
  const field = nameOf(error.instancePath)
  const value = typeof error.data === 'string' ? error.data.slice(0, 80) : '…'
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
      return problem('choice', { field, value, choices, ...didYouMean(nearest(value, allowed)) }, at)
    }
    case 'format':
      return error.params['format'] === 'day'
        ? problem('day', { field, value }, at)
        : problem('languageTag', { field, value }, at)
    case 'pattern':
      return problem('form', { field, value, form: formOf(error) }, at)
    case 'uniqueItems':
      return problem('repeated', { field, first: error.params['j'] + 1, second: error.params['i'] + 1 }, at)
    default:
      return problem('limit', { field, reason: error.message ?? error.keyword }, at)
  }
}

function formOf(error: SchemaError): string {
  if (error.schemaPath.includes('/id/')) return 'PREFIX-XXXXX (CASE-7F3KQ)'
  if (error.schemaPath.includes('/line/')) return '(one line)'
  return String(error.params['pattern'])
}

function nameOf(pointer: Pointer): string {
  return fieldName(pointer) || '(front matter)'
}
