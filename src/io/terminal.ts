import { Chalk, type ChalkInstance } from 'chalk'
import { type AnyArguments, fill, type Language, type Message } from '../lib/message.js'
import { paintStyles, type StyleName } from '../lib/style.js'
import { cutCells, visible } from '../lib/text.js'
import type { Host, Output } from './host.js'

export type ColorChoice = 'auto' | 'always' | 'never'

export interface TerminalOptions {
  readonly language: Language
  readonly color: ColorChoice
  readonly quiet: boolean
  readonly verbose: boolean
  /** False forbids every question: `--no-input`, `CI`, or no TTY. */
  readonly input: boolean
}

/** The one print point: stdout for data, stderr for messages; escapes first, colours after. */
export class Terminal {
  readonly language: Language
  /** True when stdout is a screen. */
  readonly screen: boolean
  /** `--quiet`: only data and errors. */
  readonly quiet: boolean
  /** Columns of the screen; 80 where there is none. */
  readonly width: number
  readonly #host: Host
  readonly #options: TerminalOptions
  /** True while a status line stands on stderr. */
  #status = false

  constructor(host: Host, options: TerminalOptions) {
    this.#host = host
    this.#options = options
    this.language = options.language
    this.quiet = options.quiet
    this.screen = host.stdout.isTTY === true
    this.width = Math.max(40, host.stdout.columns || 80)
  }

  /** True when a person can be asked. Looks only when it is asked for: opening stdin takes time. */
  get interactive(): boolean {
    const { stdin, stderr, env } = this.#host
    return this.#options.input && stdin.isTTY === true && stderr.isTTY === true && !truthy(env['CI'])
  }

  /** The sentence in the user's language. */
  text(message: Message, args: AnyArguments = {}): string {
    return fill(message, args)[this.language]
  }

  /** Writes lines of data to stdout. */
  out(text: string): void {
    this.status(undefined)
    write(this.#host.stdout, `${this.#paint(text, this.#host.stdout)}\n`)
  }

  /** Writes data without a line break or any escaping: bytes that the user asked for as they are. */
  raw(text: string | Uint8Array): void {
    write(this.#host.stdout, text)
  }

  /** Writes one JSON document to stdout, control and bidi characters as `\u` escapes. */
  json(value: unknown): void {
    const text = JSON.stringify(value, undefined, 2)
    write(this.#host.stdout, `${visible(text)}\n`)
  }

  /** Tells the user something on stderr; silent with `--quiet`. */
  say(message: Message, args: AnyArguments = {}): void {
    if (!this.quiet) this.complain(this.text(message, args))
  }

  /** Tells details on stderr with `--verbose`. */
  detail(message: Message, args: AnyArguments = {}): void {
    if (this.#options.verbose) this.complain(this.text(message, args))
  }

  /** Writes to stderr whatever the verbosity. */
  complain(text: string): void {
    this.status(undefined)
    write(this.#host.stderr, `${this.#paint(text, this.#host.stderr)}\n`)
  }

  /**
   * Shows one line on stderr in place of the one before; undefined takes it away. For work that takes
   * long, and only where stderr is a screen.
   */
  status(message: Message | undefined, args: AnyArguments = {}): void {
    const { stderr, env } = this.#host
    const shown = stderr.isTTY === true && env['TERM'] !== 'dumb' && !this.quiet
    if (!shown || (message === undefined && !this.#status)) return
    this.#status = message !== undefined
    const text = message === undefined ? '' : visible(this.text(message, args))
    write(stderr, CLEAR_LINE + cutCells(text, (stderr.columns || 80) - 1))
  }

  #paint(text: string, output: Output): string {
    const chalk = chalkFor(this.#options.color, this.#host, output)
    return paintStyles(visible(text), (name, inner) => paintOne(chalk, name, inner))
  }
}

// Back to the first column, and erase to the end of the line (ECMA-48 CR and EL).
const CLEAR_LINE = '\r\u001b[K'

/** Whether an environment variable says yes: set, and neither empty, `0` nor `false`. */
export function truthy(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value.toLowerCase() !== 'false'
}

// https://no-color.org and https://force-color.org: set and not empty.
function chalkFor(choice: ColorChoice, { env }: Host, output: Output): ChalkInstance {
  const auto =
    truthy(env['FORCE_COLOR']) ||
    (output.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb')
  const on = choice === 'always' || (choice === 'auto' && auto)
  return new Chalk({ level: on ? 1 : 0 })
}

function paintOne(chalk: ChalkInstance, name: StyleName, inner: string): string {
  // Without colour a hit must still be seen.
  if (name === 'mark') return chalk.level === 0 ? `[${inner}]` : chalk.bold.yellow(inner)
  return chalk[name](inner)
}

function write(output: Output, text: string | Uint8Array): void {
  if (!output.destroyed && output.writable) output.write(text)
}
