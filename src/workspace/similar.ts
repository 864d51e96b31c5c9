import { type SimilarCase, similar } from '../search/similar.js'
import { withSearchIndex } from './search-index.js'
import type { Workspace } from './workspace.js'

/** The existing cases nearest to a text, best first, at most five. */
export async function similarCases(workspace: Workspace, text: string): Promise<SimilarCase[]> {
  const options = { config: workspace.configFile }
  return withSearchIndex(workspace.root, options, ({ opened }) => similar(opened, text))
}
