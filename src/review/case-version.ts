import type { CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { writtenValues } from '../parse/written-values.js'

/** A value as it is written: a text, or a list of texts. */
export type FieldValue = string | readonly string[]

/** What a case says at one moment, in fields and sections. */
export interface CaseVersion {
  readonly path: RepoPath
  /** '' where it cannot be read. */
  readonly id: CaseId
  readonly title: string
  readonly status: string
  /** By dotted name: `product.name`, `causes.0.fix`. */
  readonly fields: ReadonlyMap<string, FieldValue>
  /** In the order of the file; what stands before the first section has the title ''. */
  readonly sections: readonly VersionSection[]
  /** False where the front matter cannot be read: then all of the text is one section. */
  readonly readable: boolean
}

export interface VersionSection {
  /** The same for a section that was only renamed in the other language: its id, else its title. */
  readonly key: string
  readonly title: string
  /** Markdown, without white space at the ends of lines and of the whole. */
  readonly text: string
}

/** Takes the fields and sections of a file that was read. */
export function caseVersion(file: CaseFile): CaseVersion {
  const { path, case: found } = file
  const written = writtenValues(file.text)
  if (written === undefined || found === undefined) {
    const sections = [{ key: '', title: '', text: tidy(file.text) }]
    return { path, id: '', title: '', status: '', fields: new Map(), sections, readable: false }
  }
  const { values } = written
  return {
    path,
    // As it is written: what the schema refuses is a value too.
    id: textOf(values['id']),
    title: textOf(values['title']),
    status: textOf(values['status']),
    fields: new Map(flat('', values)),
    sections: sectionsOf(file, written.body),
    readable: true,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function* flat(prefix: string, value: unknown): Iterable<[string, FieldValue]> {
  if (typeof value === 'string') yield [prefix, value]
  else if (Array.isArray(value)) {
    if (value.every(item => typeof item === 'string')) yield [prefix, value]
    else for (const [i, item] of value.entries()) yield* flat(`${prefix}.${i}`, item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      yield* flat(prefix === '' ? key : `${prefix}.${key}`, item)
  }
}

function sectionsOf({ text, case: found }: CaseFile, body: string): VersionSection[] {
  const sections = found?.body.sections ?? []
  const first = sections[0]
  const start = found?.frontMatter.end ?? 0
  const before = first === undefined ? tidy(body) : tidy(text.slice(start, first.at.start))
  const known = new Map<string, number>()
  const named = sections.map(({ id, title, content }): VersionSection => {
    const name = id ?? title
    const count = (known.get(name) ?? 0) + 1
    known.set(name, count)
    const key = count === 1 ? name : `${name} (${count})`
    return { key, title, text: tidy(text.slice(content.start, content.end)) }
  })
  return [...(before === '' ? [] : [{ key: '', title: '', text: before }]), ...named]
}

/** Lines end with LF and without white space, and no empty ones stand at the ends. */
function tidy(text: string): string {
  const lines = text.split('\n').map(line => line.trimEnd())
  const first = lines.findIndex(line => line !== '')
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(line => line !== '') + 1).join('\n')
}
