import type { Setting, SettingOrigin } from '../report/config-settings.js'
import type { Context } from './context.js'

/** The variables that may set the language, by precedence: the same order in which they are read. */
const LANGUAGE_VARIABLES = ['CASECTL_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']

/** What the command line and the environment set beside the configuration file. */
export function invocationSettings({ host, terminal, config }: Context, found: string): Setting[] {
  return [
    { key: '--config', value: found, origin: config === undefined ? { kind: 'default' } : flag('--config') },
    { key: '--lang', value: terminal.language, origin: originOf('--lang', LANGUAGE_VARIABLES) },
  ]

  function originOf(name: string, variables: readonly string[]): SettingOrigin {
    if (host.argv.some(word => word === name || word.startsWith(`${name}=`))) return flag(name)
    const variable = variables.find(candidate => (host.env[candidate] ?? '') !== '')
    return variable === undefined ? { kind: 'default' } : { kind: 'environment', name: variable }
  }
}

function flag(name: string): SettingOrigin {
  return { kind: 'flag', name }
}
