import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import type { Host, Input } from './host.js'
import { unreadableRoot } from './scan.js'

/** Most that is read from stdin, in bytes. */
const MAX_BYTES = 1024 * 1024

/**
 * Reads stdin to its end as UTF-8 text, line ends made LF.
 * @throws CasectlError `stdin` for more than 1 MiB or bytes that are no UTF-8
 */
export async function readStdin(stdin: Input): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BYTES) {
      throw new CasectlError('stdin', {
        en: 'The text on stdin is larger than 1 MiB.',
        zh: '标准输入的文本超过 1 MiB。',
      })
    }
    chunks.push(bytes)
  }
  return decodeText(Buffer.concat(chunks), '-')
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
