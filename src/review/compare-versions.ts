import type { CaseVersion, VersionSection } from './case-version.js'

/** A value as it is written: a text, or a list of texts. */
export type FieldValue = string | readonly string[]

/** A field that differs; it has no value where it is not there. */
export interface FieldChange {
  /** By dotted name: `product.name`, `causes.0.fix`. */
  readonly field: string
  readonly before?: FieldValue
  readonly after?: FieldValue
}

/** A section that differs; it has no text where it is not there. */
export interface SectionChange {
  /** Its title, the new one where it has two; '' for what stands before the first. */
  readonly section: string
  readonly before?: string
  readonly after?: string
}

/** How one version of a case became another. */
export interface Comparison {
  readonly fields: readonly FieldChange[]
  readonly sections: readonly SectionChange[]
  /** True where sections that are in both stand in another order. */
  readonly reordered: boolean
}

/** What a case says before and after; one of both may be missing, for a case that is new or gone. */
export function compareVersions(before: CaseVersion | undefined, after: CaseVersion | undefined): Comparison {
  const fields = [...fieldChanges('', before?.values ?? {}, after?.values ?? {})]
  if (before?.body === after?.body) return { fields, sections: [], reordered: false }
  const [old, now] = [before?.sections ?? [], after?.sections ?? []]
  if (old.length === now.length && old.every(({ key }, i) => key === now[i]?.key)) {
    const sections = now.flatMap((section, i) => changeOf(old[i], section))
    return { fields, sections, reordered: false }
  }
  return { fields, sections: sectionChanges(old, now), reordered: isReordered(old, now) }
}

/** True where the versions say the same, whatever their form. */
export function isSame({ fields, sections, reordered }: Comparison): boolean {
  return fields.length === 0 && sections.length === 0 && !reordered
}

function* fieldChanges(name: string, before: unknown, after: unknown): Iterable<FieldChange> {
  if (before === after) return
  if (isMap(before) && isMap(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* fieldChanges(name === '' ? key : `${name}.${key}`, before[key], after[key])
    }
    return
  }
  const [old, now] = [new Map(leaves(name, before)), new Map(leaves(name, after))]
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(field), now.get(field)]
    if (isEqual(was, is)) continue
    yield {
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    }
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The texts and lists of texts in a value, by name. */
function* leaves(name: string, value: unknown): Iterable<[string, FieldValue]> {
  if (typeof value === 'string') yield [name, value]
  else if (Array.isArray(value)) {
    if (value.every(item => typeof item === 'string')) yield [name, value]
    else for (const [i, item] of value.entries()) yield* leaves(`${name}.${i}`, item)
  } else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) yield* leaves(name === '' ? key : `${name}.${key}`, item)
  }
}

function isEqual(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || a === undefined || b === undefined) return a === b
  return a.length === b.length && a.every((item, i) => item === b[i])
}

function sectionChanges(
  before: readonly VersionSection[],
  after: readonly VersionSection[],
): SectionChange[] {
  const old = new Map(before.map(section => [section.key, section]))
  const now = new Set(after.map(({ key }) => key))
  const gone = before.filter(({ key }) => !now.has(key))
  return [
    ...after.flatMap(section => changeOf(old.get(section.key), section)),
    ...gone.map(({ title, text }): SectionChange => ({ section: title, before: text })),
  ]
}

/** None where the section says what it said. */
function changeOf(was: VersionSection | undefined, section: VersionSection): SectionChange[] {
  if (was !== undefined && was.title === section.title && isSameText(was, section)) return []
  const { title, text } = section
  return [{ section: title, ...(was === undefined ? {} : { before: was.text }), after: text }]
}

function isSameText(was: VersionSection, section: VersionSection): boolean {
  return (was.raw !== undefined && was.raw === section.raw) || was.text === section.text
}

function isReordered(before: readonly VersionSection[], after: readonly VersionSection[]): boolean {
  const [old, now] = [new Set(before.map(({ key }) => key)), new Set(after.map(({ key }) => key))]
  const a = before.filter(({ key }) => now.has(key))
  const b = after.filter(({ key }) => old.has(key))
  return a.some(({ key }, i) => b[i]?.key !== key)
}
