import { readSettingsFile } from '../io/settings-file.js'
import type { LifeSources } from '../life/rewrite.js'
import type { RepoPath } from '../model/case.js'
import { GOLD_FILE } from './eval.js'
import type { Workspace } from './workspace.js'

/**
 * Reads what a rewriting of cases is worked out from.
 * @param documents that are no cases and may link to those that move
 */
export async function lifeSources(
  workspace: Workspace,
  documents: LifeSources['documents'] = [],
): Promise<LifeSources> {
  const { root, config } = workspace
  const read = async (path: RepoPath): Promise<{ path: RepoPath; text: string } | undefined> => {
    const text = await readSettingsFile(root, path)
    return text === null ? undefined : { path, text }
  }
  const parser = await workspace.parser()
  return {
    library: await workspace.library(),
    gold: await read(GOLD_FILE),
    synonyms: await read(config.synonyms),
    documents,
    parse: (path, text) => parser.parseText(path, text),
  }
}
