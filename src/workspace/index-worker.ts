/** The program of a thread that reads cases beside the one that builds the index. */
import { serveTasks } from '../io/serve-tasks.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { buffersOf } from '../store/document-batch.js'
import { BatchReader, type ReadBatch, type ReadTask } from './read-batch.js'

/** What the thread is told of the library: the settings as the build holds them, not as they stand on the disk. */
export interface WorkerSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly uses: ReadonlyMap<string, number>
}

serveTasks<WorkerSetup, ReadTask, ReadBatch>(({ root, written, taxonomy: data, uses }) => {
  const config = resolveConfig(written)
  const taxonomy = new Taxonomy(data)
  const parser = async () => {
    const { openCaseParser } = await import('./case-parser.js')
    return openCaseParser({ root, config, taxonomy })
  }
  const reader = new BatchReader({ root, config, taxonomy, parser }, uses)
  return async task => {
    const result = await reader.read(task)
    return { result, transfer: buffersOf(result.documents) }
  }
})
