import { resolve } from 'node:path'
import type { Library } from '../library/library.js'
import { planCaseMoves } from '../life/move.js'
import { caseOf } from '../life/rewrite.js'
import { baseName } from '../model/repo-path.js'
import { libraryPath } from '../workspace/select-paths.js'
import type { Command } from './context.js'
import { type RewriteOptions, rewriteCases } from './rewrite-cases.js'
import { typedId } from './typed-id.js'

export interface MvCaseOptions extends RewriteOptions {
  readonly id: string
  readonly path: string
}

/** `casectl mv`: moves a case with its assets; every link stays true. */
export const mvCase: Command<MvCaseOptions> = (context, { id, path, ...options }) =>
  rewriteCases(context, options, {
    name: 'mv',
    asked: { id, path },
    moving: true,
    plan: (sources, workspace) => {
      const typed = typedId(workspace, id)
      const target = libraryPath(workspace.root, resolve(context.host.cwd, path))
      const to = intoFolder(sources.library, typed, target, path)
      return {
        ...planCaseMoves(sources, [{ id: typed, to }]),
        carried: { command: 'mv', arguments: { id: typed, path: to } },
      }
    },
    done: { en: `Moved ${id}.`, zh: `已移动 ${id}。` },
  })

/** A folder, as one is written or as one is there, keeps the name of the file. */
function intoFolder(library: Library, id: string, target: string, typed: string): string {
  const isFolder = /[/\\]$/.test(typed) || library.tree(target) === 'folder'
  return isFolder ? `${target}/${baseName(caseOf(library, id).file.path)}` : target
}
