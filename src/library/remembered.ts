import type { Case, CaseFile, Problem, RepoPath } from '../model/case.js'
import { EMPTY_BODY } from '../model/empty-body.js'

/** What a remembered case does not keep: it is read from its file again when somebody asks. */
type Unkept = 'customerPhrases' | 'outcomes' | 'tools' | 'extra' | 'fields' | 'frontMatter' | 'body'

/** What is kept of a case: what the library and the rules between cases look at, as plain data. */
export type CaseFacts = Omit<Case, Unkept>

// A record, so that a new field cannot be forgotten.
const KEPT: Readonly<Record<keyof CaseFacts, true>> = {
  id: true,
  kind: true,
  title: true,
  status: true,
  language: true,
  created: true,
  updated: true,
  opened: true,
  reviewBy: true,
  resolutionHours: true,
  productVersions: true,
  errorCodes: true,
  tags: true,
  source: true,
  audience: true,
  regions: true,
  owner: true,
  testimonial: true,
  causes: true,
  attachments: true,
  related: true,
  supersedes: true,
  supersededBy: true,
  reviewWhen: true,
  incomplete: true,
  scopeException: true,
  disabledRules: true,
  path: true,
  archived: true,
  terms: true,
  sound: true,
}
const FACTS = Object.keys(KEPT) as readonly (keyof CaseFacts)[]

/** The facts of a case; fields that it does not have are left out. */
export function factsOf(found: Case): CaseFacts {
  const facts: Partial<Record<keyof CaseFacts, unknown>> = {}
  for (const fact of FACTS) if (found[fact] !== undefined) facts[fact] = found[fact]
  return facts as CaseFacts
}

/** A file as it is remembered. */
export interface RememberedFile {
  readonly path: RepoPath
  readonly problems: readonly Problem[]
  /** Missing where the front matter could not be read. */
  readonly facts?: CaseFacts
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

  constructor({ path, problems, facts }: RememberedFile, load: (path: RepoPath) => CaseFile) {
    this.path = path
    this.problems = problems
    this.#load = load
    if (facts !== undefined) this.case = Object.assign(new LazyCase(() => this.whole.case), facts)
  }

  get text(): string {
    return this.whole.text
  }

  get whole(): CaseFile {
    this.#whole ??= this.#load(this.path)
    return this.#whole
  }
}

/** The rest of a case; empty where the file has become unreadable since. */
class LazyCase implements Pick<Case, Unkept> {
  readonly #read: () => Case | undefined

  constructor(read: () => Case | undefined) {
    this.#read = read
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
