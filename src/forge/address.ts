import type { Forge } from '../model/forge.js'

/** Where a remote is, as far as its address tells. */
export interface RemoteAddress {
  /** With the port where one is given for the web; '' for a folder. */
  readonly host: string
  /** `owner/name`, or deeper; without `.git`. */
  readonly path: string
  /** The web address of the host without a path or credentials; undefined for a folder. */
  readonly web: string | undefined
}

const SCP = /^(?:[^\s@/:]+@)?(\[[0-9a-f:.]+\]|[^\s@/:]{2,}):(?!\/\/)(\S+)$/i

/**
 * Reads the address of a remote: https, http, ssh, git, the short form of ssh (`git@host:path`), or a
 * folder. Hosts serve the web by https where the address does not say http itself.
 */
export function readAddress(url: string): RemoteAddress {
  const text = url.trim()
  if (/^(?:https?|ssh|git\+ssh|git):\/\//i.test(text) && URL.canParse(text)) return fromUrl(new URL(text))
  const short = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? null : SCP.exec(text)
  const [, host = '', path = ''] = short ?? []
  if (host === '') return { host: '', path: trimmed(text), web: undefined }
  return { host: host.toLowerCase(), path: trimmed(path), web: `https://${host.toLowerCase()}` }
}

function fromUrl(url: URL): RemoteAddress {
  const overWeb = /^https?:$/.test(url.protocol)
  const scheme = url.protocol === 'http:' ? 'http' : 'https'
  // The port of ssh says nothing of the web's.
  const host = (overWeb ? url.host : url.hostname).toLowerCase()
  const path = decoded(url.pathname)
  return { host, path: trimmed(path), web: host === '' ? undefined : `${scheme}://${host}` }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
}

const KNOWN: readonly (readonly [RegExp, Forge])[] = [
  [/^(?:www\.)?github\.com$|\.ghe\.com$|^github\./, 'github'],
  [/^gitlab\.com$|^gitlab\./, 'gitlab'],
  [/^codeberg\.org$|^forgejo\./, 'forgejo'],
  [/^gitea\.com$|^gitea\./, 'gitea'],
]

/** The forge that a host is by its name: the public ones, and those that are called after their software. */
export function forgeOf({ host }: RemoteAddress): Forge {
  const name = host.replace(/:\d+$/, '')
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

/** Owner and name, as interfaces of forges ask for them; undefined where the path has not both. */
export function ownerAndName({
  path,
}: RemoteAddress): { readonly owner: string; readonly repo: string } | undefined {
  const [repo = '', owner = ''] = path.split('/').reverse()
  return repo === '' || owner === '' ? undefined : { owner, repo }
}

/**
 * Where the interface of GitHub is for a host (https://docs.github.com/rest and
 * https://docs.github.com/enterprise-server/rest): its own subdomain, or a path of the same host.
 */
export function githubApi({ host, web }: RemoteAddress): string {
  if (host === 'github.com' || host === 'www.github.com') return 'https://api.github.com'
  return host.endsWith('.ghe.com') ? `https://api.${host}` : `${web}/api/v3`
}
