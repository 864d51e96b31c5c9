import type { Config, RuleSetting } from '../model/config.js'
import type { Rule } from './rule.js'

/** What decides whether a rule is on. */
export type RuleSettings = Pick<Config, 'preset' | 'rules'>

/**
 * What the configuration makes of a rule: `off`, a severity, or undefined where the rule's own
 * severities hold. A rule of the strict preset is on elsewhere where the configuration names it.
 */
export function settingOf({ id, preset }: Rule, settings: RuleSettings): RuleSetting | undefined {
  const own = settings.rules.get(id)
  if (own !== undefined) return own.severity
  return preset === 'strict' && settings.preset !== 'strict' ? 'off' : undefined
}

/** How heavy a finding of a rule is in a draft where nobody says otherwise. */
export function draftSeverityOf(rule: Rule, { preset }: Pick<RuleSettings, 'preset'>): Rule['severity'] {
  return preset === 'strict' ? rule.severity : (rule.draftSeverity ?? rule.severity)
}
