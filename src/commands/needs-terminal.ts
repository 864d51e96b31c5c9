import { CasectlError } from '../lib/errors.js'

/** An option that asks, where nobody can be asked. */
export function needsTerminal(option: string): CasectlError {
  return new CasectlError(
    'usage',
    { en: `${option} needs a terminal.`, zh: `${option} 需要终端。` },
    { en: 'Use --json in scripts.', zh: '在脚本中请使用 --json。' },
  )
}
