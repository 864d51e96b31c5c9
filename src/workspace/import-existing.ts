import type { Comparable, Likeness } from '../import/near-rows.js'
import type { WordStore } from '../io/word-store.js'
import { addTo } from '../lib/groups.js'
import { printOf, sketchIn, wordSetIn } from '../lib/text-print.js'
import type { Case, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import { nearDuplicate } from '../rules/near-duplicate.js'
import { SketchPool } from './sketch-pool.js'
import type { Workspace } from './workspace.js'

/** A text that is compared, with what names it. */
export interface ComparedText extends Comparable {
  readonly id: CaseId
  /** Its number in the word store. */
  readonly words: number
}

/** What an import has to know of the cases that are there. */
export class ExistingCases {
  readonly paths = new Map<CaseId, RepoPath>()
  /** Reference of a source → the cases that name it. */
  readonly refs = new Map<string, CaseId[]>()
  /** By language, lower case. */
  readonly texts = new Map<string, ComparedText[]>()
  readonly #store: WordStore
  readonly #sketches = new Map<string, SketchPool>()

  constructor(store: WordStore) {
    this.#store = store
  }

  add(found: Case, text: string): void {
    this.paths.set(found.id, found.path)
    for (const ref of found.source?.refs ?? []) addTo(this.refs, ref, found.id)
    if (found.status === 'withdrawn' || found.status === 'superseded' || found.archived) return
    const said = `${found.title}\n${proseOf(text, found.frontMatter.end)}`
    this.compare(found.id, found.language, printOf(said), undefined)
  }

  /** Takes a text in among those of its language, by its print. */
  compare(id: CaseId, language: string, print: Uint8Array, draft: number | undefined): void {
    const key = language.toLowerCase()
    const texts = this.texts.get(key) ?? []
    const sketches = this.#sketches.get(key) ?? new SketchPool()
    texts.push({ id, draft, words: this.#store.add(wordSetIn(print)) })
    sketches.add(sketchIn(print))
    this.texts.set(key, texts)
    this.#sketches.set(key, sketches)
  }

  /** The sketches of the texts of a language, which are let go as they are read. */
  sketches(language: string): SketchPool {
    return this.#sketches.get(language) ?? new SketchPool()
  }
}

/** Cases read at once; what is kept of each is small. */
const BATCH = 500

/** Reads the cases of a library batch by batch, so that it never is in memory as a whole. */
export async function readExisting(workspace: Workspace, store: WordStore): Promise<ExistingCases> {
  const existing = new ExistingCases(store)
  const paths = workspace.casePaths()
  for (let at = 0; at < paths.length; at += BATCH) {
    for (const { case: found, text } of await workspace.readCases(paths.slice(at, at + BATCH))) {
      if (found !== undefined && found.id !== '') existing.add(found, text)
    }
  }
  return existing
}

/** What a case says, without headings and comments: those are the same in many. */
function proseOf(text: string, bodyStart: number): string {
  return text
    .slice(bodyStart)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^#+[ \t].*$/gm, '')
}

/** How alike two cases must be, as the library has it for the rule `near-duplicate`. */
export function likenessOf(config: Config): Likeness {
  const options = { ...nearDuplicate.options.defaults, ...config.rules.get('near-duplicate')?.options }
  const { threshold, minWords } = options as { threshold?: unknown; minWords?: unknown }
  return {
    threshold: typeof threshold === 'number' ? threshold : Number(threshold ?? 0.7),
    minWords: typeof minWords === 'number' ? minWords : Number(minWords ?? 30),
  }
}
