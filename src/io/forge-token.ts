import { execFile } from 'node:child_process'
import type { RemoteAddress } from '../forge/address.js'
import type { Forge } from '../model/forge.js'
import type { Host } from './host.js'

/** How long the forge's own command line may take to answer, in milliseconds. */
const PATIENCE = 10_000
const GH_NEEDS = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'XDG_CONFIG_HOME', 'GH_CONFIG_DIR', 'APPDATA']
const GH_KEYRING = ['XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'LOCALAPPDATA']

/**
 * The token for the interface of a remote's host: from the environment, for GitHub else from `gh` where
 * it is logged in there. Undefined where there is none, and for a host that would get it unencrypted.
 *
 * What a host is may be said by a configuration that came with a clone, and its remote may be anybody's.
 * So a token of the environment goes to the public host of its forge; to another one only where a person
 * said on the command line what it is, or the environment names it: GH_HOST
 * (https://cli.github.com/manual/gh_help_environment), GITEA_SERVER_URL, FORGEJO_SERVER_URL, or
 * GITHUB_SERVER_URL, which runners of actions set.
 * @param said true where the command line says what the host is
 */
export async function forgeToken(
  forge: Forge,
  address: RemoteAddress,
  env: Host['env'],
  said: boolean,
): Promise<string | undefined> {
  const { web, host } = address
  if (web === undefined || !isPrivate(web)) return undefined
  const isPublic = PUBLIC[forge]?.test(host) === true
  const isNamed = env['GH_HOST'] === host || SERVERS.some(name => env[name]?.replace(/\/+$/, '') === web)
  const names =
    isPublic || isNamed || said ? tokenNames(forge, isPublic || env['GITHUB_SERVER_URL'] === web) : []
  const token = names.map(name => env[name]?.trim()).find(one => one !== undefined && one !== '')
  if (token !== undefined || forge !== 'github') return token
  return tokenOfGh(host, env)
}

const SERVERS = ['GITHUB_SERVER_URL', 'GITEA_SERVER_URL', 'FORGEJO_SERVER_URL']

/** The hosts that the tokens of a forge are for if nothing else is said. */
const PUBLIC: Readonly<Partial<Record<Forge, RegExp>>> = {
  github: /^(?:www\.)?github\.com$|\.ghe\.com$/,
  gitea: /^gitea\.com$/,
  forgejo: /^codeberg\.org$/,
}

/** Names of variables. GitHub's own are not for other hosts of its software, as `gh` has it. */
function tokenNames(forge: Forge, own: boolean): readonly string[] {
  if (forge === 'gitea') return ['GITEA_TOKEN', 'FORGEJO_TOKEN']
  if (forge === 'forgejo') return ['FORGEJO_TOKEN', 'GITEA_TOKEN']
  if (forge !== 'github') return []
  return own ? ['GH_TOKEN', 'GITHUB_TOKEN'] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']
}

/** Encrypted, or within this machine. */
function isPrivate(web: string): boolean {
  const { protocol, hostname } = new URL(web)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

async function tokenOfGh(host: string, env: Host['env']): Promise<string | undefined> {
  const passed = [...GH_NEEDS, ...GH_KEYRING].flatMap(name =>
    env[name] === undefined ? [] : [[name, env[name]]],
  )
  const options = { env: Object.fromEntries(passed), timeout: PATIENCE, windowsHide: true }
  return new Promise(resolve => {
    // Not there, not logged in: no token.
    execFile('gh', ['auth', 'token', '--hostname', host], options, (error, stdout) => {
      const token = stdout.trim()
      resolve(error === null && /^\S+$/.test(token) ? token : undefined)
    })
  })
}
