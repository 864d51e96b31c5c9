/** The program of a thread that reads cases beside the one that builds the index. */
import { serveTasks } from '../io/serve-tasks.js'
import type { RepoPath } from '../model/case.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { buffersOf } from '../store/document-batch.js'
import { BatchReader, type ReadBatch } from './read-batch.js'

/** What the thread is told of the library: the settings as the build holds them, not as they stand on the disk. */
export interface WorkerSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly uses: ReadonlyMap<string, number>
}

serveTasks<WorkerSetup, readonly RepoPath[], ReadBatch>(({ root, written, taxonomy: data, uses }) => {
  const config = resolveConfig(written)
  const taxonomy = new Taxonomy(data)
  const parser = async () => {
    const { openCaseParser } = await import('./case-parser.js')
    return openCaseParser({ root, config, taxonomy })
  }
  const reader = new BatchReader({ root, config, taxonomy, parser }, uses)
  return async paths => {
    const result = await reader.read(paths)
    return { result, transfer: buffersOf(result.documents) }
  }
})
