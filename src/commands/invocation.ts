import { chooseLanguage } from '../io/choose-language.js'
import type { Setting } from '../report/config-settings.js'
import type { Context } from './context.js'

/** What the command line and the environment set beside the configuration file. */
export function invocationSettings({ host, config }: Context, found: string): Setting[] {
  const { language, source = { kind: 'default' } } = chooseLanguage(host)
  const named =
    config === undefined ? { kind: 'default' as const } : { kind: 'flag' as const, name: '--config' }
  return [
    { key: '--config', value: found, origin: named },
    { key: '--lang', value: language, origin: source },
  ]
}
