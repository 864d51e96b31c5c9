import { CasectlError } from '../lib/errors.js'
import { DEFAULT_CONFIG } from '../model/defaults.js'
import { WIDEST } from '../report/markdown.js'
import { ruleJson, rulePage, ruleSummaryJson, ruleTable } from '../report/rule-page.js'
import { RULES } from '../rules/index.js'
import type { RuleSettings } from '../rules/setting.js'
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
  const settings = await ruleSettings(context)
  if (rule === undefined) {
    if (json === true) {
      terminal.json(envelope('explain', { rules: RULES.map(each => ruleSummaryJson(each, settings)) }))
    } else
      terminal.out(
        ruleTable(RULES, settings, terminal.language, terminal.screen ? terminal.width : undefined),
      )
  } else if (json === true) terminal.json(envelope('explain', { rule: ruleJson(rule, settings) }))
  else {
    const view = { language: terminal.language, width: Math.min(WIDEST, terminal.width) }
    terminal.out(rulePage(rule, settings, view))
  }
  return 0
}

/**
 * What the library here says of its rules. A rule can be read outside any library and beside a
 * broken configuration, whose own message sends the user to this command.
 */
async function ruleSettings(context: Context): Promise<RuleSettings> {
  try {
    return (await context.openWorkspace()).config
  } catch (error) {
    if (error instanceof CasectlError && context.config === undefined) return DEFAULT_CONFIG
    throw error
  }
}
