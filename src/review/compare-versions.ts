import type { CaseVersion, FieldValue, VersionSection } from './case-version.js'

/** A field that differs; it has no value where it is not there. */
export interface FieldChange {
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
  return {
    fields: fieldChanges(before?.fields ?? new Map(), after?.fields ?? new Map()),
    sections: sectionChanges(before?.sections ?? [], after?.sections ?? []),
    reordered: isReordered(before?.sections ?? [], after?.sections ?? []),
  }
}

/** True where the versions say the same, whatever their form. */
export function isSame({ fields, sections, reordered }: Comparison): boolean {
  return fields.length === 0 && sections.length === 0 && !reordered
}

function fieldChanges(
  before: ReadonlyMap<string, FieldValue>,
  after: ReadonlyMap<string, FieldValue>,
): FieldChange[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((field): FieldChange[] => {
    const [old, now] = [before.get(field), after.get(field)]
    if (isEqual(old, now)) return []
    return [
      { field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ]
  })
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
    ...after.flatMap((section): SectionChange[] => {
      const was = old.get(section.key)
      if (was?.text === section.text && was.title === section.title) return []
      const { title, text } = section
      return [{ section: title, ...(was === undefined ? {} : { before: was.text }), after: text }]
    }),
    ...gone.map(({ title, text }): SectionChange => ({ section: title, before: text })),
  ]
}

function isReordered(before: readonly VersionSection[], after: readonly VersionSection[]): boolean {
  const [old, now] = [new Set(before.map(({ key }) => key)), new Set(after.map(({ key }) => key))]
  const a = before.filter(({ key }) => now.has(key))
  const b = after.filter(({ key }) => old.has(key))
  return a.some(({ key }, i) => b[i]?.key !== key)
}
