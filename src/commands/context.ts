import type { Host } from '../io/host.js'
import type { Terminal } from '../io/terminal.js'
import type { ConfiguredLibrary } from '../workspace/open-config.js'
import type { Workspace } from '../workspace/workspace.js'

/** 0 clean, 1 findings or no match, 2 wrong usage or settings that cannot be used. */
export type ExitCode = 0 | 1 | 2

/** What every command gets: the world as arguments. */
export interface Context {
  readonly host: Host
  readonly terminal: Terminal
  /** `--config`, as given. */
  readonly config?: string
  /** Reads the configuration of the library of the current folder, and no more of it. */
  openConfig(): Promise<ConfiguredLibrary>
  /** Opens the library of the current folder; loads the parsers only now. */
  openWorkspace(): Promise<Workspace>
}

/** One command: options → pure call → print → exit code. */
export type Command<O> = (context: Context, options: O) => Promise<ExitCode>

export { envelope } from '../report/envelope.js'
