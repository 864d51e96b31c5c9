import type { Command as Commander } from 'commander'
import type { Command } from '../commands/context.js'
import { bashScript } from './completion-bash.js'
import { fishScript } from './completion-fish.js'
import { type CommandSpec, specOf } from './completion-spec.js'
import { zshScript } from './completion-zsh.js'

export interface CompletionOptions {
  readonly shell: Shell
}

type Shell = 'bash' | 'zsh' | 'fish'

const SCRIPTS: Readonly<Record<Shell, (program: CommandSpec) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** `casectl completion`: a script made of the program's own declarations, in the user's language. */
export function completionFor(program: Commander): Command<CompletionOptions> {
  return async ({ terminal }, { shell }) => {
    terminal.out(SCRIPTS[shell](specOf(program)))
    return 0
  }
}
