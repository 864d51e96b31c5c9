import { readFileSync } from 'node:fs'
import { buildLibrary, type EntryKind } from '../../src/library/library.js'
import type { Problem, RepoPath } from '../../src/model/case.js'
import { applyEdits } from '../../src/model/change.js'
import type { Config } from '../../src/model/config.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { RULES } from '../../src/rules/index.js'
import { runRules } from '../../src/rules/run.js'
import { diskOfTexts, treeOfTexts } from './text-disk.js'

export const ROOT: URL = new URL('../../', import.meta.url)

/** Where the one file of a text example stands. */
export const EXAMPLE_PATH = 'cases/example.md'

/** The text of one case, or files by path: texts, bytes, or what reading a file came to. */
export type Input = string | Readonly<Record<RepoPath, string | Uint8Array | Problem>>

export interface LintOptions {
  /** Further entries beside the files given: links, devices. */
  readonly entries?: Readonly<Record<RepoPath, EntryKind>>
  /** Options of rules, over their defaults. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** False leaves out the rules that only the strict preset has on. */
  readonly everyRule?: false
  /** Rules that are off. */
  readonly off?: readonly string[]
}

/** Today, for rules that compare with it. */
const AS_OF = '2026-11-22'

const SETTINGS = { config: 'casectl.config.yml', taxonomy: 'taxonomy.yml' }

/**
 * Lints texts against the sample library's configuration and taxonomy with every rule, or those
 * of `casectl.config.yml` and `taxonomy.yml` where the texts hold such files.
 */
export function lintText(input: Input, options: LintOptions = {}): readonly Diagnostic[] {
  const files = typeof input === 'string' ? { [EXAMPLE_PATH]: input } : input
  const settings = (name: string) => {
    const given = files[name]
    return typeof given === 'string' ? given : readFileSync(new URL(name, ROOT), 'utf8')
  }
  const { config, taxonomy, parser } = prepare(settings(SETTINGS.config), settings(SETTINGS.taxonomy))
  const paths = Object.keys(files).filter(path => isCase(path, config))
  const parsed = paths.sort().map(path => {
    const content = files[path] ?? ''
    if (typeof content === 'string') return parser.parse({ path, bytes: new TextEncoder().encode(content) })
    if (content instanceof Uint8Array) return parser.parse({ path, bytes: content })
    return parser.parse({ path, problem: content })
  })
  const entries = options.entries ?? {}
  const tree = treeOfTexts(Object.keys(files), entries)
  const library = buildLibrary(config, taxonomy, parsed, tree, diskOfTexts(files, entries))
  const on = RULES.filter(rule => options.everyRule !== false || rule.preset !== 'strict')
  const active = on
    .filter(rule => options.off?.includes(rule.id) !== true)
    .map(rule => ({ rule, options: { ...rule.options.defaults, ...options.options?.[rule.id] } }))
  return runRules(library, active, { known: new Set(RULES.map(rule => rule.id)), asOf: AS_OF }).diagnostics
}

/** The findings of one rule as `code line:column`, with the severity where it is no error. */
export function found(rule: string, input: Input, options: LintOptions = {}): string[] {
  return lintText(input, options)
    .filter(diagnostic => diagnostic.rule === rule)
    .map(({ code, at, severity }) => {
      const place = at === undefined ? '' : ` ${at.line}:${at.column}`
      return `${code}${place}${severity === 'error' ? '' : ` ${severity}`}`
    })
}

/** The findings of one rule. */
export function findings(rule: string, input: Input, options: LintOptions = {}): readonly Diagnostic[] {
  return lintText(input, options).filter(diagnostic => diagnostic.rule === rule)
}

/** The text of a file after the fixes of one rule; of the one file where none is named. */
export function fixed(
  rule: string,
  input: string | Readonly<Record<RepoPath, string>>,
  path = EXAMPLE_PATH,
): string {
  const edits = findings(rule, input).flatMap(diagnostic => diagnostic.fix ?? [])
  const text = typeof input === 'string' ? input : (input[path] ?? '')
  return applyEdits(
    text,
    edits.filter(edit => edit.path === path),
  )
}

interface Prepared {
  readonly config: Config
  readonly taxonomy: Taxonomy
  readonly parser: CaseParser
}

// Compiling a schema takes longer than linting an example.
const prepared = new Map<string, Prepared>()

function prepare(configText: string, taxonomyText: string): Prepared {
  const key = `${configText}\0${taxonomyText}`
  const known = prepared.get(key)
  if (known !== undefined) return known
  const config = configOf(configText)
  const taxonomy = taxonomyOf(taxonomyText)
  const fields = [...taxonomy.facets.values()].map(facet => facet.field)
  const parser = new CaseParser({ config, taxonomy, validate: builtInCheck(fields) })
  prepared.set(key, { config, taxonomy, parser })
  return { config, taxonomy, parser }
}

function configOf(text: string): Config {
  const read = readConfig(text)
  if (read.value === undefined) throw new Error(JSON.stringify(read.problems))
  return resolveConfig(read.value)
}

function taxonomyOf(text: string): Taxonomy {
  const read = readTaxonomy(text)
  if (read.value === undefined) throw new Error(JSON.stringify(read.problems))
  return new Taxonomy(read.value)
}

function isCase(path: RepoPath, { folders }: Config): boolean {
  const below = [folders.cases, folders.archive].some(folder => path.startsWith(`${folder}/`))
  return below && /\.md$/i.test(path)
}
