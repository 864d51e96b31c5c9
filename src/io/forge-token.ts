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
 * it is logged in there. It is meant for that host alone; undefined where there is none, and for a host
 * that would get it unencrypted.
 *
 * As `gh` does it, GH_TOKEN and GITHUB_TOKEN are for github.com and its subdomains of companies, and
 * GH_ENTERPRISE_TOKEN and GITHUB_ENTERPRISE_TOKEN for every other host
 * (https://cli.github.com/manual/gh_help_environment), unless GitHub Actions says that it runs there.
 */
export async function forgeToken(
  forge: Forge,
  address: RemoteAddress,
  env: Host['env'],
): Promise<string | undefined> {
  if (address.web === undefined || !isPrivate(address.web)) return undefined
  const named = tokenNames(forge, address, env).map(name => env[name]?.trim())
  const token = named.find(one => one !== undefined && one !== '')
  if (token !== undefined || forge !== 'github') return token
  return tokenOfGh(address.host, env)
}

function tokenNames(forge: Forge, { host, web }: RemoteAddress, env: Host['env']): readonly string[] {
  if (forge === 'gitea') return ['GITEA_TOKEN', 'FORGEJO_TOKEN']
  if (forge === 'forgejo') return ['FORGEJO_TOKEN', 'GITEA_TOKEN']
  if (forge !== 'github') return []
  const own = /^(?:www\.)?github\.com$|\.ghe\.com$/.test(host) || env['GITHUB_SERVER_URL'] === web
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
