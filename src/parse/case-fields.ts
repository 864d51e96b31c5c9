import { isPlainObject } from '../lib/plain-object.js'
import {
  type Attachment,
  AUDIENCES,
  type CaseFields,
  type Cause,
  KINDS,
  type Outcome,
  type Pointer,
  type Problem,
  STATUSES,
} from '../model/case.js'
import { readDisabling } from '../model/disabling.js'
import { CASE_FIELDS } from './case-keys.js'

export interface ReadFields {
  readonly typed: CaseFields
  /** Fields beyond the built-in schema. */
  readonly extra: ReadonlyMap<string, unknown>
  readonly sound: boolean
}

const KNOWN: ReadonlySet<string> = new Set(CASE_FIELDS)
const BASE = ['/id', '/kind', '/title', '/status', '/language']

/**
 * Turns checked values into typed fields, leaving out what the schema refused. The values have
 * already been converted in place by the validator.
 */
export function readFields(
  values: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): ReadFields {
  const refused = refusedOf(problems)
  const read = new Reader(values, '', refused)
  const extra = new Map<string, unknown>()
  for (const key in values) if (!KNOWN.has(key)) extra.set(key, values[key])
  return { typed: fieldsOf(read), extra, sound: !BASE.some(pointer => refused.has(pointer)) }
}

const NOTHING: ReadonlySet<string> = new Set()

function refusedOf(problems: readonly Problem[]): ReadonlySet<string> {
  if (problems.length === 0) return NOTHING
  return new Set(problems.map(found => found.pointer).filter(pointer => pointer !== undefined))
}

function fieldsOf(read: Reader): CaseFields {
  const fields = requiredFields(read)
  addOptional(fields, read)
  return fields
}

function requiredFields(read: Reader): CaseFields {
  return {
    id: read.text('id') ?? '',
    kind: read.choice('kind', KINDS) ?? 'case',
    title: read.text('title') ?? '',
    status: read.choice('status', STATUSES) ?? 'draft',
    language: read.text('language') ?? 'en',
    productVersions: read.group('product')?.texts('versions') ?? [],
    errorCodes: read.texts('error_codes'),
    tags: read.texts('tags'),
    customerPhrases: read.texts('customer_phrases'),
    regions: read.texts('regions'),
    tools: read.texts('tools'),
    related: read.texts('related'),
    supersedes: read.texts('supersedes'),
    reviewWhen: read.texts('review_when'),
    incomplete: read.texts('incomplete'),
    outcomes: read.groups('outcomes').map(outcomeOf),
    causes: read.groups('causes').map(causeOf),
    attachments: read.groups('attachments').map(attachmentOf),
    disabledRules: disabledRules(read),
  }
}

function outcomeOf(item: Reader): Outcome {
  const outcome: Writable<Outcome> = { metric: item.text('metric') ?? '' }
  const before = item.number('before')
  if (before !== undefined) outcome.before = before
  const after = item.number('after')
  if (after !== undefined) outcome.after = after
  const unit = item.text('unit')
  if (unit !== undefined) outcome.unit = unit
  return outcome
}

function causeOf(item: Reader): Cause {
  const cause: Writable<Cause> = { cause: item.text('cause') ?? '' }
  const check = item.text('check')
  if (check !== undefined) cause.check = check
  const fix = item.text('fix')
  if (fix !== undefined) cause.fix = fix
  return cause
}

function attachmentOf(item: Reader): Attachment {
  const attachment: Writable<Attachment> = { path: item.text('path') ?? '' }
  const sha256 = item.text('sha256')
  if (sha256 !== undefined) attachment.sha256 = sha256
  const size = item.number('size')
  if (size !== undefined) attachment.size = size
  return attachment
}

/** Adds what a case need not have. One by one: spreading a dozen of objects takes as long as the rest. */
function addOptional(fields: Writable<CaseFields>, read: Reader): void {
  const created = read.text('created')
  if (created !== undefined) fields.created = created
  const updated = read.text('updated')
  if (updated !== undefined) fields.updated = updated
  const opened = read.text('opened')
  if (opened !== undefined) fields.opened = opened
  const reviewBy = read.text('review_by')
  if (reviewBy !== undefined) fields.reviewBy = reviewBy
  const resolutionHours = read.number('resolution_hours')
  if (resolutionHours !== undefined) fields.resolutionHours = resolutionHours
  const audience = read.choice('audience', AUDIENCES)
  if (audience !== undefined) fields.audience = audience
  const owner = read.text('owner')
  if (owner !== undefined) fields.owner = owner
  const supersededBy = read.text('superseded_by')
  if (supersededBy !== undefined) fields.supersededBy = supersededBy
  const scopeException = read.text('scope_exception')
  if (scopeException !== undefined) fields.scopeException = scopeException
  const source = read.group('source')
  if (source !== undefined) {
    fields.source = { ...optional('type', source.text('type')), refs: source.texts('refs') }
  }
  const testimonial = read.group('testimonial')
  if (testimonial !== undefined) {
    fields.testimonial = {
      ...optional('text', testimonial.text('text')),
      ...optional('consent', testimonial.flag('consent')),
    }
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function disabledRules(read: Reader): CaseFields['disabledRules'] {
  const group = read.group('lint')
  if (group === undefined) return []
  return group.entries('disable').flatMap(([pointer, item]) => {
    const written =
      typeof item === 'string'
        ? readDisabling(item)
        : { rules: [item.text('rule') ?? ''], reason: item.text('reason') ?? '' }
    const reason = written.reason === '' ? {} : { reason: written.reason }
    return written.rules.filter(rule => rule !== '').map(rule => ({ rule, ...reason, pointer }))
  })
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
}

/** Most lists that a case may have it has not. */
const NONE: readonly never[] = []

/** Reads typed values out of a checked group, skipping every place that was refused. */
class Reader {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #pointer: string
  readonly #refused: ReadonlySet<string>

  constructor(values: Readonly<Record<string, unknown>>, pointer: string, refused: ReadonlySet<string>) {
    this.#values = values
    this.#pointer = pointer
    this.#refused = refused
  }

  #get(key: string): unknown {
    const value = this.#values[key]
    if (value === undefined || this.#refused.size === 0) return value
    return this.#refused.has(`${this.#pointer}/${key}`) ? undefined : value
  }

  text(key: string): string | undefined {
    const value = this.#get(key)
    return typeof value === 'string' ? value : undefined
  }

  number(key: string): number | undefined {
    const value = this.#get(key)
    return typeof value === 'number' ? value : undefined
  }

  flag(key: string): boolean | undefined {
    const value = this.#get(key)
    return typeof value === 'boolean' ? value : undefined
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const value = this.text(key)
    return choices.find(choice => choice === value)
  }

  /** A list of texts; a single text counts as a list of one. */
  texts(key: string): readonly string[] {
    const value = this.#get(key)
    if (value === undefined) return NONE
    if (typeof value === 'string') return [value]
    return this.#items(key, value).filter(item => typeof item === 'string')
  }

  group(key: string): Reader | undefined {
    const value = this.#get(key)
    return isPlainObject(value) ? new Reader(value, `${this.#pointer}/${key}`, this.#refused) : undefined
  }

  groups(key: string): readonly Reader[] {
    const value = this.#get(key)
    if (!Array.isArray(value)) return NONE
    const groups: Reader[] = []
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i]
      if (!isPlainObject(item)) continue
      // Only what is refused has to be found again by its place.
      const pointer = this.#refused.size === 0 ? '' : `${this.#pointer}/${key}/${i}`
      if (!this.#refused.has(pointer)) groups.push(new Reader(item, pointer, this.#refused))
    }
    return groups
  }

  /** The texts and groups of a list, each with its pointer. */
  entries(key: string): [pointer: Pointer, item: string | Reader][] {
    const value = this.#get(key)
    if (!Array.isArray(value)) return []
    const found: [Pointer, string | Reader][] = []
    for (const [i, item] of (value as unknown[]).entries()) {
      const pointer = `${this.#pointer}/${key}/${i}`
      if (this.#refused.has(pointer)) continue
      if (typeof item === 'string') found.push([pointer, item])
      else if (isPlainObject(item)) found.push([pointer, new Reader(item, pointer, this.#refused)])
    }
    return found
  }

  #items(key: string, value: unknown): unknown[] {
    if (!Array.isArray(value)) return []
    if (this.#refused.size === 0) return value
    return value.filter((_, i) => !this.#refused.has(`${this.#pointer}/${key}/${i}`))
  }
}
