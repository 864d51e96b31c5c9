import type { Context, ExitCode } from '../commands/context.js'
import { chooseLanguage } from '../io/choose-language.js'
import type { Host } from '../io/host.js'
import { Terminal } from '../io/terminal.js'
import type { Language } from '../lib/message.js'
import type { ProgramHost } from './program.js'

/** One run of a program: its terminal, as the global options ask for it, and its exit code. */
export class Session implements ProgramHost {
  readonly language: Language
  terminal: Terminal
  code: ExitCode = 0
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
    this.language = chooseLanguage(host).language
    const { language } = this
    this.terminal = new Terminal(host, {
      language,
      color: 'auto',
      quiet: false,
      verbose: false,
      input: false,
    })
  }

  write(text: string): void {
    this.terminal.out(text.replace(/\n$/, ''))
  }

  async execute(...[globals, command]: Parameters<ProgramHost['execute']>): Promise<void> {
    const { color, quiet, verbose, input, config } = globals
    this.terminal = new Terminal(this.#host, { language: this.language, color, quiet, verbose, input })
    this.code = await command(contextFor(this.#host, this.terminal, config))
  }
}

function contextFor(host: Host, terminal: Terminal, config: string | undefined): Context {
  const given = config === undefined ? {} : { config }
  return {
    host,
    terminal,
    ...given,
    async openConfig() {
      const { openConfig } = await import('../workspace/open-config.js')
      return openConfig(host.cwd, given)
    },
    async openWorkspace() {
      const { Workspace } = await import('../workspace/workspace.js')
      return Workspace.open(host.cwd, given)
    },
  }
}
