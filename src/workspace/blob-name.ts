import { createHash } from 'node:crypto'

/**
 * The name that git gives to a file's content (gitformat-pack: `blob <bytes>\0` and the content), by
 * the algorithm of the repository, which the length of its names tells: 40 digits are SHA-1.
 */
export function blobName(text: string, length: number): string {
  const bytes = Buffer.from(text, 'utf8')
  const hash = createHash(length === 40 ? 'sha1' : 'sha256')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
