import { findRoot } from '../io/find-root.js'
import { rollBack } from '../workspace/imports.js'
import { type Command, envelope } from './context.js'

export interface ImportRollbackOptions {
  readonly id?: string
  readonly json?: boolean
}

/** `casectl import rollback`: removes what an import wrote; exit 1 where somebody changed some of it since. */
export const importRollback: Command<ImportRollbackOptions> = async ({ terminal, host, config }, options) => {
  const { root } = findRoot(host.cwd, config)
  const { id, removed, changed, gone } = await rollBack(root, options.id)
  if (options.json === true)
    terminal.json(envelope('import-rollback', { import: id, removed, changed, gone }))
  else {
    terminal.out(
      terminal.text(
        { en: 'Import {id}: {removed} files removed.', zh: '导入 {id}：已移除 {removed} 个文件。' },
        { id, removed },
      ),
    )
  }
  for (const path of changed) {
    terminal.say({ en: 'Changed since, kept: {path}', zh: '之后被修改过，予以保留：{path}' }, { path })
  }
  if (gone.length > 0) {
    terminal.say(
      { en: 'Gone or moved already: {count}.', zh: '已不在原处：{count} 个。' },
      { count: gone.length },
    )
  }
  return changed.length + gone.length > 0 ? 1 : 0
}
