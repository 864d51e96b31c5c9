import { CasectlError } from '../lib/errors.js'
import { WIDEST } from '../report/markdown.js'
import { type RuleConfigs, ruleJson, rulePage, ruleSummaryJson, ruleTable } from '../report/rule-page.js'
import { RULES } from '../rules/index.js'
import { unknownRule } from '../workspace/active-rules.js'
import { type Command, type Context, envelope } from './context.js'

export interface ExplainOptions {
  readonly rule?: string
  readonly json?: boolean
}

/** `casectl explain`: the page of a rule, or the list of them all. */
export const explain: Command<ExplainOptions> = async (context, { rule: id, json }) => {
  const { terminal } = context
  const rule = RULES.find(candidate => candidate.id === id)
  if (id !== undefined && rule === undefined) {
    throw unknownRule(
      id,
      RULES.map(candidate => candidate.id),
    )
  }
  const configs = await ruleConfigs(context)
  if (rule === undefined) {
    if (json === true) {
      terminal.json(envelope('explain', { rules: RULES.map(each => ruleSummaryJson(each, configs)) }))
    } else
      terminal.out(ruleTable(RULES, configs, terminal.language, terminal.screen ? terminal.width : undefined))
  } else if (json === true) terminal.json(envelope('explain', { rule: ruleJson(rule, configs) }))
  else {
    const view = { language: terminal.language, width: Math.min(WIDEST, terminal.width) }
    terminal.out(rulePage(rule, configs, view))
  }
  return 0
}

/**
 * What the library here says of its rules. A rule can be read outside any library and beside a
 * broken configuration, whose own message sends the user to this command.
 */
async function ruleConfigs(context: Context): Promise<RuleConfigs> {
  try {
    return (await context.openWorkspace()).config.rules
  } catch (error) {
    if (error instanceof CasectlError && context.config === undefined) return new Map()
    throw error
  }
}
