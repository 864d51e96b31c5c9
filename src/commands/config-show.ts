import { join } from 'node:path'
import { readSettingsFile } from '../io/settings-file.js'
import { configPlaces } from '../parse/read-config.js'
import { settingsOf } from '../report/config-settings.js'
import { configView } from '../report/config-view.js'
import { RULES } from '../rules/index.js'
import { roleSource } from '../workspace/written-roles.js'
import { type Command, envelope } from './context.js'
import { invocationSettings } from './invocation.js'

export interface ConfigShowOptions {
  readonly origin?: boolean
  readonly json?: boolean
}

/** `casectl config show`: every setting in force and, if asked, where it comes from. */
export const configShow: Command<ConfigShowOptions> = async (context, options) => {
  const { terminal } = context
  const { root, config, configPath } = await context.openWorkspace()
  const places = configPlaces((await readSettingsFile(root, configPath)) ?? '')
  const settings = [
    ...invocationSettings(context, join(root, configPath)),
    ...settingsOf(config, RULES, { path: configPath, places, other: await roleSource(root) }),
  ]
  if (options.json === true) terminal.json(envelope('config show', { settings }))
  else {
    const view = { language: terminal.language, origin: options.origin === true }
    terminal.out(configView(settings, { ...view, ...(terminal.screen ? { width: terminal.width } : {}) }))
  }
  return 0
}
