import type { CaseFile, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { changedValues } from '../parse/changed-values.js'
import { fastFrontMatter } from '../parse/fast-front-matter.js'
import { writtenValues } from '../parse/written-values.js'
import { roughSections, tidy } from './rough-sections.js'

/** What a case says at one moment, in fields and sections. */
export interface CaseVersion {
  readonly path: RepoPath
  /** '' where it cannot be read. */
  readonly id: CaseId
  readonly title: string
  readonly status: string
  /** The front matter: texts, lists and maps; empty where it cannot be read. */
  readonly values: Readonly<Record<string, unknown>>
  /** Markdown with LF; all of the file where the front matter cannot be read. */
  readonly body: string
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
  /** As it is in the file: what is the same there has the same text. */
  readonly raw?: string
}

/** Takes the fields and sections of a file that was read. */
export function caseVersion(file: CaseFile): CaseVersion {
  return versionOf(file.path, file.text, body => sectionsOf(file, body))
}

/** The same of a text that no parser has read, in a tenth of the time, with sections as they seem to be. */
export function roughVersion(path: RepoPath, text: string): CaseVersion {
  return versionOf(path, text, roughSections)
}

/** Two such versions of one file; front matter that stands in both is read once. */
export function roughVersions(path: RepoPath, before: string, after: string): [CaseVersion, CaseVersion] {
  const front = before.includes('\r') || after.includes('\r') ? undefined : fastFrontMatter(before)
  const head = before.slice(0, front?.bodyStart)
  if (front === undefined || !head.endsWith('\n---\n')) return readBoth(path, before, after)
  const end = after.indexOf('\n---\n', 3) + 5
  const values = after.startsWith(head)
    ? front.values
    : changedValues(front.values, head, after.slice(0, end))
  if (values === undefined) return readBoth(path, before, after)
  const old = { values: front.values, body: before.slice(head.length) }
  const now = { values, body: after.slice(end) }
  return [new Readable(path, old, roughSections), new Readable(path, now, roughSections)]
}

function readBoth(path: RepoPath, before: string, after: string): [CaseVersion, CaseVersion] {
  return [roughVersion(path, before), roughVersion(path, after)]
}

function versionOf(
  path: RepoPath,
  text: string,
  split: (body: string) => readonly VersionSection[],
): CaseVersion {
  const written = writtenValues(text)
  return written === undefined ? new Unreadable(path, text) : new Readable(path, written, split)
}

class Unreadable implements CaseVersion {
  readonly path: RepoPath
  readonly id = ''
  readonly title = ''
  readonly status = ''
  readonly values: CaseVersion['values'] = {}
  readonly body: string
  readonly readable = false

  constructor(path: RepoPath, text: string) {
    this.path = path
    this.body = text.replaceAll('\r\n', '\n')
  }

  get sections(): VersionSection[] {
    return [{ key: '', title: '', text: tidy(this.body) }]
  }
}

/** Fields and sections are made when they are asked for. */
class Readable implements CaseVersion {
  readonly path: RepoPath
  readonly body: string
  readonly readable = true
  readonly values: CaseVersion['values']
  readonly #split: (body: string) => readonly VersionSection[]

  constructor(
    path: RepoPath,
    { values, body }: { values: Readonly<Record<string, unknown>>; body: string },
    split: (body: string) => readonly VersionSection[],
  ) {
    this.path = path
    this.body = body
    this.values = values
    this.#split = split
  }

  // As they are written: what the schema refuses is a value too.
  get id(): CaseId {
    return textOf(this.values['id'])
  }

  get title(): string {
    return textOf(this.values['title'])
  }

  get status(): string {
    return textOf(this.values['status'])
  }

  get sections(): readonly VersionSection[] {
    return this.#split(this.body)
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function sectionsOf({ text, case: found }: CaseFile, body: string): VersionSection[] {
  const sections = found?.body.sections ?? []
  const first = sections[0]
  const start = found?.frontMatter.end ?? 0
  const before = first === undefined ? tidy(body) : tidy(text.slice(start, first.at.start))
  const named = sections.map(({ id, title, content }) => {
    return { key: id ?? title, title, text: tidy(text.slice(content.start, content.end)) }
  })
  return withBefore(before, named)
}

/** With keys of their own for sections of one name. */
function withBefore(before: string, sections: readonly VersionSection[]): VersionSection[] {
  const known = new Map<string, number>()
  const named = sections.map(section => {
    const count = (known.get(section.key) ?? 0) + 1
    known.set(section.key, count)
    return count === 1 ? section : { ...section, key: `${section.key} (${count})` }
  })
  return [...(before === '' ? [] : [{ key: '', title: '', text: before }]), ...named]
}
