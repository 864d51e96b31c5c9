import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'
import type { Config, RuleSetting } from '../model/config.js'
import { RULES } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import type { ActiveRule } from '../rules/run.js'
import { settingOf } from '../rules/setting.js'

/** Severities from the command line, by rule: they outdo the configuration's. */
export type RuleOverrides = ReadonlyMap<string, RuleSetting>

/**
 * The rules that are on, with their severities and options from the configuration.
 * @throws CasectlError `settings` for an unknown rule or an option that its schema refuses
 */
export async function activeRules(
  config: Config,
  overrides: RuleOverrides = new Map(),
  rules: readonly Rule[] = RULES,
): Promise<ActiveRule[]> {
  const ids = rules.map(rule => rule.id)
  for (const id of [...config.rules.keys(), ...overrides.keys()]) {
    if (!ids.includes(id)) throw unknownRule(id, ids)
  }
  const active: ActiveRule[] = []
  for (const rule of rules) {
    const severity = overrides.get(rule.id) ?? settingOf(rule, config)
    if (severity === 'off') continue
    const written = config.rules.get(rule.id)?.options ?? {}
    const options = structuredClone({ ...rule.options.defaults, ...written })
    // Compiling fifty schemas takes longer than many a library; a test holds the defaults against theirs.
    const refused = Object.keys(written).length === 0 ? undefined : await refusal(rule, options)
    if (refused !== undefined) throw wrongOption(rule.id, refused)
    active.push({ rule, options, ...(severity === undefined ? {} : { severity }) })
  }
  return active
}

async function refusal(rule: Rule, options: unknown): Promise<string | undefined> {
  const { checkOptions } = await import('../parse/schema.js')
  return checkOptions(rule.options.schema, options)
}

/** A rule id that does not exist, with the nearest ones. */
export function unknownRule(id: string, ids: readonly string[]): CasectlError {
  const close = nearest(id, ids).join(', ')
  const hint = close === '' ? undefined : { en: `Did you mean ${close}?`, zh: `是否想写 ${close}？` }
  return new CasectlError(
    'settings',
    { en: `There is no rule "${id}".`, zh: `没有名为“${id}”的规则。` },
    hint,
  )
}

function wrongOption(id: string, reason: string): CasectlError {
  return new CasectlError(
    'settings',
    { en: `rules.${id}: ${reason}.`, zh: `rules.${id}：${reason}。` },
    { en: `\`casectl explain ${id}\` lists its options.`, zh: `\`casectl explain ${id}\` 列出它的选项。` },
  )
}
