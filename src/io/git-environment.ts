import type { Host } from './host.js'

// What git needs of the environment. EDITOR, PAGER, GIT_SSH_COMMAND and the like name programs that
// git would run; none of our calls wants one.
const PASSED = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'XDG_CONFIG_HOME']

/** What else git needs to reach a remote: keys of ssh, stores of passwords, ways through a network. */
export const FOR_REMOTES: readonly string[] = [
  ...['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'APPDATA'],
  ...['LOCALAPPDATA', 'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy'],
  ...['all_proxy', 'no_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'],
]

/** What else git needs to write a commit: who writes it, and where keys for signatures are. */
export const FOR_COMMITS: readonly string[] = [
  ...['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_AUTHOR_DATE', 'GIT_COMMITTER_NAME'],
  ...['GIT_COMMITTER_EMAIL', 'GIT_COMMITTER_DATE', 'GNUPGHOME', 'GPG_TTY', 'SSH_AUTH_SOCK'],
]

/** Settings that every call of git gets. */
export const GIT_CONFIG: readonly string[] = ['safe.bareRepository=explicit', 'core.quotePath=off']

/**
 * The environment of every call of git.
 * @param own variables of the call
 * @param further names that it passes on as well
 */
export function gitEnvironment(
  env: Host['env'],
  own: Readonly<Record<string, string>> = {},
  further: readonly string[] = [],
): Record<string, string> {
  const passed = [...PASSED, ...further].flatMap((name): [string, string][] => {
    const value = env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(passed),
    ...own,
    GIT_TERMINAL_PROMPT: '0',
    // Looking at a repository writes nothing into it, and waits for nobody who does.
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C.UTF-8',
  }
}
