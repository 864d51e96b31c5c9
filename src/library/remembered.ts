import type { Attachment, Case, CaseFile, Problem, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { EMPTY_BODY } from '../model/empty-body.js'

/** What a remembered case does not keep: it is read from its file again when somebody asks. */
type Unkept = 'customerPhrases' | 'outcomes' | 'tools' | 'extra' | 'fields' | 'frontMatter' | 'body'

/** What is kept of a case: what the library and the rules between cases look at, as plain data. */
type Facts = Omit<Case, Unkept>
/** Facts that nobody asks of most cases. */
type Seldom = Omit<Facts, 'path' | 'id' | 'sound' | 'attachments'>

/** A case as it is remembered. */
export interface RememberedCase {
  /** Those that are asked of every case. */
  readonly id: CaseId
  readonly sound: boolean
  readonly attachments: readonly Attachment[]
  /**
   * The others as JSON, empty lists and missing fields left out: read when the first is asked for. ''
   * where they are not kept; then the file is read.
   */
  readonly seldom: string
}

// Written out, so that a new field cannot be forgotten; and going through a list of names takes longer.
function seldomOf(found: Case): { readonly [Fact in keyof Seldom]-?: Seldom[Fact] | undefined } {
  return {
    kind: found.kind,
    title: found.title,
    status: found.status,
    language: found.language,
    created: found.created,
    updated: found.updated,
    opened: found.opened,
    reviewBy: found.reviewBy,
    resolutionHours: found.resolutionHours,
    productVersions: kept(found.productVersions),
    errorCodes: kept(found.errorCodes),
    tags: kept(found.tags),
    source: found.source,
    audience: found.audience,
    regions: kept(found.regions),
    owner: found.owner,
    testimonial: found.testimonial,
    causes: kept(found.causes),
    related: kept(found.related),
    supersedes: kept(found.supersedes),
    supersededBy: found.supersededBy,
    reviewWhen: kept(found.reviewWhen),
    incomplete: kept(found.incomplete),
    scopeException: found.scopeException,
    disabledRules: kept(found.disabledRules),
    archived: found.archived,
    terms: kept(found.terms),
  }
}

function kept<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

const NONE: readonly never[] = []
/** What a fact is where it is left out. */
const LEFT_OUT: { readonly [Fact in keyof Seldom]-?: readonly never[] | undefined } = {
  kind: undefined,
  title: undefined,
  status: undefined,
  language: undefined,
  created: undefined,
  updated: undefined,
  opened: undefined,
  reviewBy: undefined,
  resolutionHours: undefined,
  productVersions: NONE,
  errorCodes: NONE,
  tags: NONE,
  source: undefined,
  audience: undefined,
  regions: NONE,
  owner: undefined,
  testimonial: undefined,
  causes: NONE,
  related: NONE,
  supersedes: NONE,
  supersededBy: undefined,
  reviewWhen: NONE,
  incomplete: NONE,
  scopeException: undefined,
  disabledRules: NONE,
  archived: undefined,
  terms: NONE,
}

/** @param seldomToo whether anybody will ask for what is seldom asked for */
export function rememberedCase(found: Case, seldomToo: boolean): RememberedCase {
  const { id, sound, attachments } = found
  return { id, sound, attachments, seldom: seldomToo ? JSON.stringify(seldomOf(found)) : '' }
}

/** A file as it is remembered. */
export interface RememberedFile {
  readonly path: RepoPath
  readonly problems: readonly Problem[]
  /** Missing where the front matter could not be read. */
  readonly kept?: RememberedCase
}

/** A remembered file as a `CaseFile`. */
export function rememberedFile(remembered: RememberedFile, load: (path: RepoPath) => CaseFile): CaseFile {
  return new LazyFile(remembered, load)
}

class LazyFile implements CaseFile {
  readonly path: RepoPath
  readonly problems: readonly Problem[]
  declare readonly case?: Case
  readonly #load: (path: RepoPath) => CaseFile
  #whole: CaseFile | undefined

  constructor({ path, problems, kept }: RememberedFile, load: (path: RepoPath) => CaseFile) {
    this.path = path
    this.problems = problems
    this.#load = load
    // What is seldom asked for is looked up by the accessors that the class defines when it is made.
    if (kept !== undefined) this.case = new LazyCase(this, kept) as LazyCase & Seldom
  }

  get text(): string {
    return this.whole.text
  }

  get whole(): CaseFile {
    this.#whole ??= this.#load(this.path)
    return this.#whole
  }
}

/** A case of which little is at hand; what is not kept is empty where the file has become unreadable since. */
class LazyCase implements Omit<Case, keyof Seldom> {
  readonly path: RepoPath
  readonly id: CaseId
  readonly sound: boolean
  readonly attachments: readonly Attachment[]
  readonly #file: LazyFile
  #seldom: string | Partial<Seldom>

  constructor(file: LazyFile, { id, sound, attachments, seldom }: RememberedCase) {
    this.path = file.path
    this.id = id
    this.sound = sound
    this.attachments = attachments
    this.#file = file
    this.#seldom = seldom
  }

  static {
    for (const [fact, leftOut] of Object.entries(LEFT_OUT)) {
      const written = `"${fact}":`
      const get = function (this: LazyCase): unknown {
        return this.#lacks(written) ? leftOut : (this.#facts()?.[fact as keyof Seldom] ?? leftOut)
      }
      Object.defineProperty(LazyCase.prototype, fact, { get })
    }
  }

  /**
   * True for a fact that is surely left out, told without reading the others: of 100,000 cases most
   * supersede nothing. Inside a value the quotation marks would have backslashes.
   */
  #lacks(written: string): boolean {
    const seldom = this.#seldom
    return typeof seldom === 'string' && seldom !== '' && !seldom.includes(written)
  }

  #facts(): Partial<Seldom> | undefined {
    if (this.#seldom === '') return this.#read()
    if (typeof this.#seldom === 'string') this.#seldom = JSON.parse(this.#seldom) as Partial<Seldom>
    return this.#seldom
  }

  #read(): Case | undefined {
    return this.#file.whole.case
  }

  get customerPhrases(): Case['customerPhrases'] {
    return this.#read()?.customerPhrases ?? []
  }

  get outcomes(): Case['outcomes'] {
    return this.#read()?.outcomes ?? []
  }

  get tools(): Case['tools'] {
    return this.#read()?.tools ?? []
  }

  get extra(): Case['extra'] {
    return this.#read()?.extra ?? new Map()
  }

  get fields(): Case['fields'] {
    return this.#read()?.fields ?? new Map()
  }

  get frontMatter(): Case['frontMatter'] {
    return this.#read()?.frontMatter ?? { start: 0, end: 0, line: 1, column: 1 }
  }

  get body(): Case['body'] {
    return this.#read()?.body ?? EMPTY_BODY
  }
}
