import type { Forge } from '../model/forge.js'
import type { RemoteAddress } from './address.js'

/** The path between repository and branch in the web address of a file. */
const BETWEEN: Readonly<Partial<Record<Forge, string>>> = {
  github: 'blob',
  gitlab: '-/blob',
  gitea: 'src/branch',
  forgejo: 'src/branch',
}

/**
 * Where a forge shows a file of a branch; undefined for a folder and for forges whose addresses are
 * not known.
 * @param path from the top of the repository
 */
export function fileLink(
  { web, path: repository }: RemoteAddress,
  forge: Forge,
  branch: string,
  path: string,
): string | undefined {
  const between = BETWEEN[forge]
  if (web === undefined || between === undefined) return undefined
  const parts = [...branch.split('/'), ...path.split('/')].map(encodeURIComponent)
  return `${web}/${repository}/${between}/${parts.join('/')}`
}
