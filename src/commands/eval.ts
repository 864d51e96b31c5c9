import { comparison, failures, figuresTable, groupName } from '../report/eval.js'
import { evalJson } from '../report/eval-json.js'
import { type GoldReport, groupsBelow } from '../search/eval.js'
import { evaluateLibrary, evaluateRevision, readGoldFile } from '../workspace/eval.js'
import { type Command, type Context, envelope } from './context.js'
import { share } from './numbers.js'

export interface EvalOptions {
  readonly gold?: string
  readonly minHit5?: string
  readonly compare?: string
  readonly json?: boolean
}

/** `casectl eval`: how well search answers the library's gold queries; exit 1 below the gate. */
export const evalSearch: Command<EvalOptions> = async (context, options) => {
  const minHit5 = options.minHit5 === undefined ? undefined : share('min-hit5', options.minHit5)
  const { library, path, queries } = await readGoldFile(context.host.cwd, options.gold, context.config)
  const report = await evaluateLibrary(library, queries)
  const before =
    options.compare === undefined
      ? {}
      : { before: await evaluateRevision(library, options.compare, queries, context.host.env) }
  const gate = minHit5 === undefined ? {} : { gate: { minHit5, failed: groupsBelow(report, minHit5) } }
  const found = { path, report, ...before, ...gate }
  if (options.json === true) context.terminal.json(envelope('eval', evalJson(found)))
  else print(context, report, found.before)
  sayVanished(context, report)
  if (found.gate === undefined) return 0
  sayBelow(context, found.gate)
  return found.gate.failed.length === 0 ? 0 : 1
}

function print({ terminal }: Context, report: GoldReport, before: GoldReport | undefined): void {
  const { language } = terminal
  terminal.out(figuresTable(report, language))
  const failed = failures(report, language)
  if (failed !== '') terminal.out(`\n${failed}`)
  if (before !== undefined) terminal.out(`\n${comparison(before, report, language)}`)
}

function sayVanished({ terminal }: Context, { vanished }: GoldReport): void {
  if (vanished.length === 0) return
  terminal.say(
    {
      en: 'No living case has the expected id, so no search can find it: {ids}. Name the case that answers now, or remove the query.',
      zh: '没有现行案例使用以下预期 id，任何搜索都找不到：{ids}。请改为现在能回答的案例，或删除该查询。',
    },
    { ids: vanished.join(', ') },
  )
}

interface Gate {
  readonly minHit5: number
  readonly failed: readonly { readonly group: string; readonly hit5: number }[]
}

function sayBelow({ terminal }: Context, { minHit5, failed }: Gate): void {
  for (const { group, hit5 } of failed) {
    terminal.say(
      {
        en: 'hit@5 of {group} queries is {hit5}, below the gate of {gate}.',
        zh: 'hit@5（{group}）为 {hit5}，低于门槛 {gate}。',
      },
      { group: groupName(group, terminal.language), hit5: hit5.toFixed(3), gate: minHit5 },
    )
  }
}
