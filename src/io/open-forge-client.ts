import type { RemoteAddress } from '../forge/address.js'
import type { Forge } from '../model/forge.js'
import type { ForgeClient } from './forge-client.js'

/** The client of a forge that has one; what it needs is loaded here. Undefined for the others. */
export async function openForgeClient(
  forge: Forge,
  address: RemoteAddress,
  token: string,
): Promise<ForgeClient | undefined> {
  if (forge === 'github') return (await import('./github.js')).openGithub(address, token)
  if (forge !== 'gitea' && forge !== 'forgejo') return undefined
  return (await import('./gitea.js')).openGitea(address, token)
}
