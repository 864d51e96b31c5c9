import { createHash } from 'node:crypto'

/**
 * The name that git gives to an object (gitformat-pack: `<type> <bytes>\0` and the content), by the
 * algorithm of the repository, which the length of its names tells: 40 digits are SHA-1.
 */
export function objectName(type: 'blob' | 'commit', content: string | Buffer, length: number): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const hash = createHash(length === 40 ? 'sha1' : 'sha256')
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}
