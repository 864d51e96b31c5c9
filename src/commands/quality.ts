import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { readCaseId } from '../model/case-id.js'
import { qualityJson, qualityPage, qualityTable } from '../report/quality.js'
import { assessQuality } from '../workspace/quality.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, envelope } from './context.js'
import { notFound } from './show-missing.js'

export interface QualityOptions {
  readonly ids: readonly string[]
  readonly all?: boolean
  readonly json?: boolean
}

/** `casectl quality`: what cases lack, their stars last; exit 1 when a case is not there. */
export const quality: Command<QualityOptions> = async (context, { ids, all, json }) => {
  const { terminal } = context
  if ((ids.length === 0) === (all !== true)) throw whichCase()
  const workspace = await context.openWorkspace()
  const paths: RepoPath[] = []
  for (const id of ids) {
    const library = await workspace.library()
    const known = readCaseId(id) ?? readCaseId(`${workspace.config.idPrefix}-${id}`)
    const found = known === undefined ? undefined : library.byId.get(known)?.[0]
    if (found === undefined) return notFound(context, library, { id })
    paths.push(found.path)
  }
  return print(workspace)

  async function print(opened: Workspace): Promise<0> {
    const qualities = await assessQuality(opened, all === true ? undefined : paths)
    const width = terminal.screen ? terminal.width : undefined
    if (json === true) terminal.json(envelope('quality', qualityJson(qualities)))
    else if (all === true) terminal.out(qualityTable(qualities, terminal.language, width))
    else terminal.out(qualities.map(each => qualityPage(each, terminal.language)).join('\n\n'))
    return 0
  }
}

function whichCase(): CasectlError {
  return new CasectlError('usage', {
    en: 'Name one or more cases, or give --all.',
    zh: '请指定一个或多个案例，或使用 --all。',
  })
}
