import { fastFrontMatter } from './fast-front-matter.js'
import { FastSource } from './fast-source.js'

/**
 * The id and the status that a file gives, as they are written there; undefined where the front matter
 * is not plain, or does not give both as texts: then the parser has to tell what the file is.
 */
export function writtenStanding(text: string): { readonly id: string; readonly status: string } | undefined {
  const values = fastFrontMatter(new FastSource(text).text)?.values
  const { id, status } = values ?? {}
  return typeof id === 'string' && typeof status === 'string' ? { id, status } : undefined
}
