import { OpenedIndex } from '../search/opened.js'
import { type SimilarCase, similar } from '../search/similar.js'
import { openSearchIndex } from './search-index.js'
import type { Workspace } from './workspace.js'

/** The existing cases nearest to a text, best first, at most five. */
export async function similarCases(workspace: Workspace, text: string): Promise<SimilarCase[]> {
  const { contents } = await openSearchIndex(workspace.root, { config: workspace.configFile })
  return similar(new OpenedIndex(contents), text)
}
