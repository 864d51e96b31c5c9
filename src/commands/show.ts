import { join, relative } from 'node:path'
import type { Case } from '../model/case.js'
import { readCaseId } from '../model/case-id.js'
import { caseJson } from '../report/case-json.js'
import { caseView } from '../report/case-view.js'
import { WIDEST } from '../report/markdown.js'
import { type Command, type Context, envelope } from './context.js'
import { notFound } from './show-missing.js'

export interface ShowOptions {
  readonly id: string
  readonly raw?: boolean
  readonly json?: boolean
  readonly path?: boolean
}

/** `casectl show`: one case for reading, as its file, as JSON, or where it lies. */
export const show: Command<ShowOptions> = async (context, options) => {
  const { terminal } = context
  const workspace = await context.openWorkspace()
  const library = await workspace.library()
  // The prefix may be left out, where a library has but one: `casectl show x29b4`.
  const id = readCaseId(options.id) ?? readCaseId(`${workspace.config.idPrefix}-${options.id}`)
  const [found, ...twins] = id === undefined ? [] : (library.byId.get(id) ?? [])
  const file = library.files.find(candidate => candidate.case === found)
  if (found === undefined || file === undefined) return notFound(context, library, options)
  warn(context, found, twins)
  if (options.raw === true) terminal.raw(file.text)
  else if (options.path === true) terminal.out(relative(context.host.cwd, join(workspace.root, found.path)))
  else if (options.json === true) terminal.json(envelope('show', { case: caseJson(file, found, library) }))
  else {
    const view = { language: terminal.language, width: Math.min(WIDEST, terminal.width) }
    terminal.out(caseView(file, found, library, view))
  }
  return 0
}

function warn({ terminal }: Context, found: Case, twins: readonly Case[]): void {
  if (twins.length > 0) {
    terminal.say(
      {
        en: 'Several files have the id {id}; this is {path}. Also: {others}',
        zh: '有多个文件使用 id {id}；当前显示 {path}。另有：{others}',
      },
      { id: found.id, path: found.path, others: twins.map(twin => twin.path).join(', ') },
    )
  }
  if (!found.sound) {
    terminal.say(
      {
        en: '{path} has errors; what is shown may be incomplete. `casectl lint` names them.',
        zh: '{path} 存在错误，显示的内容可能不完整。可用 `casectl lint` 查看。',
      },
      { path: found.path },
    )
  }
}
