import { AUDIENCES } from '../model/case.js'
import { SEARCH_FIELDS } from '../model/config.js'
import { type Manifest, PACK_KINDS } from './manifest.js'

/**
 * The seal says that nothing was lost, not that a manifest was written by us: one that came with a
 * library may name any file, or more documents than memory holds.
 */
type Check = (value: unknown) => boolean

/** Sixteen million: what a partition's numbers are made for. */
const MOST_DOCUMENTS = 2 ** 24
const PACK_NAME = /^[a-z]+-[0-9a-f]{16}\.bin$/

const isText: Check = value => typeof value === 'string'
const isName: Check = value => typeof value === 'string' && PACK_NAME.test(value)
const isSize: Check = value => Number.isSafeInteger(value) && (value as number) >= 0
const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value)
const isCount: Check = value => isSize(value) && (value as number) <= MOST_DOCUMENTS

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function has(members: Readonly<Record<string, Check>>): Check {
  return value =>
    isRecord(value) &&
    Object.entries(members).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined),
    )
}

const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check)

const maybe =
  (check: Check): Check =>
  value =>
    value === undefined || check(value)

function each<K extends string>(names: readonly K[], check: Check): Check {
  return has(Object.fromEntries(names.map(name => [name, check])))
}

const isLengths: Check = value =>
  Array.isArray(value) && value.length === SEARCH_FIELDS.length && value.every(isSize)
const isBlock = has({ file: isName, start: isSize, length: isSize })
const arePacks = listOf(has({ name: isName, bytes: isSize }))

const isSegment = has({
  count: value => isCount(value) && value !== 0,
  dead: isCount,
  lengths: isLengths,
  header: isBlock,
  packs: each(PACK_KINDS, arePacks),
  edits: maybe(has({ packs: arePacks, dead: maybe(isBlock), gone: maybe(isBlock), order: maybe(isBlock) })),
})

const isPartition = has({ count: isCount, lengths: isLengths, segments: listOf(isSegment) })

const hasShape = has({
  tokenizer: isText,
  contentHash: isText,
  settings: has({
    limit: isNumber,
    defaultAudience: value => (AUDIENCES as readonly unknown[]).includes(value),
    boosts: each(SEARCH_FIELDS, isNumber),
  }),
  packs: arePacks,
  taxonomy: isBlock,
  expansions: isBlock,
  living: isPartition,
  archive: isPartition,
})

/** Whether a manifest can be relied on, in its shape and in its sums. */
export function isManifest(value: unknown): value is Manifest {
  if (!hasShape(value)) return false
  const { living, archive } = value as Manifest
  return [living, archive].every(partition => {
    const all = partition.segments.reduce((sum, { count }) => sum + count, 0)
    const live = partition.segments.reduce((sum, { count, dead }) => sum + count - dead, 0)
    return all <= MOST_DOCUMENTS && live === partition.count && partition.segments.every(isConsistent)
  })
}

function isConsistent({ count, dead, edits }: Manifest['living']['segments'][number], at: number): boolean {
  if (dead > count || (dead > 0 && (edits?.dead === undefined || edits.gone === undefined))) return false
  return (edits?.order !== undefined) === at > 0
}
