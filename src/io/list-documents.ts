import { join } from 'node:path'
import { byCodeUnit } from '../lib/text.js'
import { entriesOf } from './scan.js'

/** Most documents of one folder. */
const MOST = 100_000

/**
 * The documents below a folder by path, relative to it. Links are passed over, and so is what begins
 * with a dot.
 */
export function listDocuments(folder: string, wanted: RegExp): string[] {
  const found: string[] = []
  const left = ['']
  for (let at = left.pop(); at !== undefined && found.length < MOST; at = left.pop()) {
    for (const entry of entriesOf(join(folder, at)) ?? []) {
      if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) left.push(path)
      else if (entry.isFile() && wanted.test(entry.name)) found.push(path)
    }
  }
  return found.sort(byCodeUnit)
}
