import type { Readable } from 'node:stream'

export type Input = Readable & { readonly isTTY?: boolean }

/** What a terminal asks of a stream that it writes to. */
export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly writable: boolean
  readonly destroyed: boolean
  write(data: string | Uint8Array): boolean
}

/** The process as an argument: everything that a command may see of the world around it. */
export interface Host {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** The clock; only for what is written as "today". */
  now(): Date
  /** Bytes from a secure source. */
  random(n: number): Uint8Array
}
