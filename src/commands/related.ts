import { relatedList } from '../report/related-cases.js'
import { relatedCases } from '../workspace/answers.js'
import { type Command, envelope } from './context.js'
import { sayOutdated, sayUnknownCase, typedId } from './index-notes.js'
import { wholeNumber } from './numbers.js'
import { thresholdFor } from './threshold.js'

export interface RelatedOptions {
  readonly id: string
  readonly threshold?: string
  readonly limit?: string
  readonly all?: boolean
  readonly json?: boolean
}

const LIMIT = 10

/** `casectl related`: the cases nearest to a case; exit 1 when none reaches the threshold. */
export const related: Command<RelatedOptions> = async (context, options) => {
  const { terminal, config } = context
  const limit = wholeNumber('limit', options.limit, 1) ?? LIMIT
  const threshold = await thresholdFor(context, options.threshold)
  const workspace = await context.openWorkspace()
  const id = typedId(workspace, options.id)
  const { cases, outdated } = await relatedCases(workspace.root, {
    id,
    threshold,
    limit,
    ...(config === undefined ? {} : { config: workspace.configFile }),
  })
  // Cases that name each other belong together whatever their words say.
  const shown = cases?.filter(found => options.all === true || found.near || found.relations.length > 0) ?? []
  const code = shown.length === 0 ? 1 : 0
  if (options.json === true) {
    terminal.json(envelope('related', { id, threshold, cases: cases === undefined ? null : shown, outdated }))
    return code
  }
  sayOutdated(context, outdated)
  if (cases === undefined) {
    sayUnknownCase(context, id)
    return 1
  }
  if (shown.length > 0) terminal.out(relatedList(shown, terminal))
  else {
    terminal.say(
      {
        en: 'No case is as near as {threshold}; --all shows the nearest ones.',
        zh: '没有相近度达到 {threshold} 的案例；--all 显示最接近的案例。',
      },
      { threshold },
    )
  }
  return code
}
