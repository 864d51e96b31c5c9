import { indexLibrary } from '../build-index.js'
import { checkIndex } from '../check-index.js'
import { type LibraryRepair, NOTHING } from './repair.js'

/** Builds the search index anew where it is missing, damaged or not up to date. */
export const indexBuild: LibraryRepair = {
  needs: 'library',
  name: 'index',
  summary: { en: 'build the search index', zh: '建立检索索引' },
  async plan({ workspace }) {
    const { state } = await checkIndex(workspace)
    if (state === 'fresh') return NOTHING
    const act = async (): Promise<void> => void (await indexLibrary(workspace, { full: state !== 'stale' }))
    const step = { en: `Build the search index (${state}).`, zh: `建立检索索引（${state}）。` }
    return { changes: [], steps: [step], left: [], act }
  },
}
