import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import type { Host, Input } from './host.js'
import { unreadableRoot } from './scan.js'

const MEBIBYTE = 1024 * 1024

/**
 * Reads stdin to its end as UTF-8 text, line ends made LF.
 * @throws CasectlError `stdin` for more than 1 MiB or bytes that are no UTF-8
 */
export async function readStdin(stdin: Input): Promise<string> {
  return decodeText(await readStdinBytes(stdin), '-')
}

/**
 * Reads stdin to its end as it is.
 * @param most in MiB
 * @throws CasectlError `stdin` for more
 */
export async function readStdinBytes(stdin: Input, most = 1): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > most * MEBIBYTE) {
      throw new CasectlError('stdin', {
        en: `What comes on stdin is larger than ${most} MiB.`,
        zh: `标准输入的内容超过 ${most} MiB。`,
      })
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** A hundred thousand paths of a hundred characters, six times over. */
const LIST_MEBIBYTES = 64

/**
 * The entries of a list that a user names, `-` for stdin: separated by NUL where it holds one, as
 * `git diff -z` and `find -print0` write, else by lines.
 * @throws CasectlError `unreadable-root` or `stdin`
 */
export async function readList(host: Host, name: string): Promise<string[]> {
  const text =
    name === '-'
      ? decodeText(await readStdinBytes(host.stdin, LIST_MEBIBYTES), name)
      : await readTextInput(host, name)
  return text.split(text.includes('\0') ? '\0' : '\n').filter(entry => entry !== '')
}

/**
 * Bytes of a text that a user hands in → text.
 * @throws CasectlError `stdin` when they are no UTF-8
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    throw new CasectlError(
      'stdin',
      { en: `${name} is not UTF-8 text.`, zh: `${name} 不是 UTF-8 文本。` },
      {
        en: 'Convert it first, for instance with iconv -f GBK -t UTF-8.',
        zh: '请先转换，例如 iconv -f GBK -t UTF-8。',
      },
    )
  }
}

/**
 * The text of a file that a user names, or of stdin for `-`.
 * @throws CasectlError `unreadable-root` or `stdin`
 */
export async function readTextInput({ stdin, cwd }: Host, name: string): Promise<string> {
  if (name === '-') return readStdin(stdin)
  const path = resolve(cwd, name)
  try {
    return decodeText(await readFile(path), name)
  } catch (error) {
    if (error instanceof CasectlError) throw error
    throw unreadableRoot(path, systemCode(error) ?? 'unknown')
  }
}
