import { basename, dirname, join, resolve } from 'node:path'
import { CONFIG_NAMES, findRoot, type Root, realPath } from '../io/find-root.js'
import { exportRevision } from '../io/git.js'
import type { Host } from '../io/host.js'
import { readSettingsFile } from '../io/settings-file.js'
import { withTemporaryFolder } from '../io/temporary.js'
import { CasectlError } from '../lib/errors.js'
import type { GoldQuery } from '../model/gold.js'
import { readGold } from '../parse/read-gold.js'
import { EVAL_DEPTH, evaluateGold, type GoldReport } from '../search/eval.js'
import { search } from '../search/search.js'
import { withSearchIndex } from './search-index.js'
import { settingsError } from './settings-error.js'

/** Where a library keeps its gold queries when nobody says where. */
export const GOLD_FILE = 'eval/queries.yml'

export interface GoldFile {
  /** The library that is asked. */
  readonly library: Root
  /** The file as it was named, or relative to the library. */
  readonly path: string
  readonly queries: readonly GoldQuery[]
}

/**
 * Reads the gold queries of the library that a folder belongs to.
 * @param file relative to the folder; the library's own where it is left out
 * @param config `--config`, relative to the folder
 * @throws CasectlError `no-library`, `no-gold` when there is no such file, `settings` when it does not hold
 */
export async function readGoldFile(
  cwd: string,
  file: string | undefined,
  config: string | undefined,
): Promise<GoldFile> {
  const library = findRoot(cwd, config)
  const path = file ?? GOLD_FILE
  const text = await goldText(cwd, file, library)
  if (text === null) throw noGold(path)
  const read = readGold(text)
  if (read.value === undefined) throw settingsError(path, read.problems)
  return { library, path, queries: read.value.queries }
}

// A folder on the way to a file that somebody names may be a link; one inside the library may not.
async function goldText(cwd: string, file: string | undefined, { root }: Root): Promise<string | null> {
  if (file === undefined) return readSettingsFile(root, GOLD_FILE)
  const path = realPath(resolve(cwd, file))
  return readSettingsFile(dirname(path), basename(path))
}

/** Asks the library as it stands, its index brought up to date. */
export async function evaluateLibrary(
  { root, config }: Root,
  queries: readonly GoldQuery[],
): Promise<GoldReport> {
  return withSearchIndex(root, { fresh: true, config }, ({ opened }) =>
    evaluateGold(
      queries,
      text => search(opened, { text, limit: EVAL_DEPTH }),
      async id => (await (await opened.living()).find(id.toUpperCase())) !== undefined,
    ),
  )
}

/**
 * Asks the library as it was at a revision: cases, taxonomy, synonyms and settings of then, the
 * queries of now.
 * @throws CasectlError `git` for an unknown revision, `no-library` where there was none then, and
 *   what is wrong with the settings of then
 */
export async function evaluateRevision(
  library: Root,
  revision: string,
  queries: readonly GoldQuery[],
  env: Host['env'],
): Promise<GoldReport> {
  return withTemporaryFolder(async folder => {
    const root = join(folder, 'library')
    await exportRevision(library.root, revision, root, env)
    const config = configAt(root, basename(library.config))
    if (config === undefined) throw noLibraryAt(revision, library)
    try {
      return await evaluateLibrary({ root, config }, queries)
    } catch (error) {
      throw error instanceof CasectlError ? at(revision, error) : error
    }
  })
}

/** The configuration of an exported library: of the same name, or of the other one that is looked for. */
function configAt(root: string, name: string): string | undefined {
  const names = CONFIG_NAMES.some(known => known === name) ? CONFIG_NAMES : [name]
  for (const found of names) {
    try {
      return findRoot(root, found).config
    } catch {
      // Not under this name.
    }
  }
  return undefined
}

function noLibraryAt(revision: string, { config }: Root): CasectlError {
  const name = basename(config)
  return new CasectlError('no-library', {
    en: `"${revision}" holds no library here: ${name} is missing.`,
    zh: `“${revision}”在此处没有案例库：缺少 ${name}。`,
  })
}

// The same file of now may be sound.
function at(revision: string, { code, text, hint, details }: CasectlError): CasectlError {
  return new CasectlError(
    code,
    { en: `At "${revision}": ${text.en}`, zh: `版本“${revision}”：${text.zh}` },
    hint,
    details,
  )
}

function noGold(path: string): CasectlError {
  return new CasectlError(
    'no-gold',
    { en: `There are no gold queries: ${path} is missing.`, zh: `没有评测查询：缺少 ${path}。` },
    {
      en: 'Write one entry a question: text, language, kind, expect (schemas/eval.schema.json).',
      zh: '每个问题一条：text、language、kind、expect（见 schemas/eval.schema.json）。',
    },
  )
}
