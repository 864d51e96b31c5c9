import { join } from 'node:path'
import { readText } from '../io/apply.js'
import type { RepoPath } from '../model/case.js'
import type { Sources } from '../taxonomy/reshape.js'
import type { Workspace } from './workspace.js'

/** Reads what a reshaping of the taxonomy is worked out from. */
export async function taxonomySources(workspace: Workspace): Promise<Sources> {
  const { root, config, configPath } = workspace
  const read = async (path: RepoPath): Promise<Sources['taxonomy']> => ({
    path,
    text: (await readText(join(root, path))) ?? '',
  })
  const library = await workspace.library()
  const parser = await workspace.parser()
  return {
    library,
    taxonomy: await read(config.taxonomy),
    config: await read(configPath),
    parse: (path, text) => parser.parseText(path, text),
  }
}
