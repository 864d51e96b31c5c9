import { shellQuoted } from '../lib/shell-quote.js'

/** The line by which a hook is known to be ours. */
const MARK = '# Written by `casectl hook install`.'

/** What a hook of one's own runs to check what is staged. */
export const HOOK_COMMAND = 'casectl lint --staged'

/**
 * A pre-commit hook for POSIX shells that lints the staged cases. Where casectl is not to be found
 * it stops the commit: a check that cannot run has not passed.
 * @param folder the library's folder from the top of the repository, '' for the top
 */
export function hookScript(folder: string): string {
  const enter = folder === '' ? '' : `cd ${shellQuoted(folder)} || exit 1\n`
  return `#!/bin/sh
${MARK}
# Lints the cases that are staged. \`casectl hook uninstall\` removes it.
${enter}if command -v casectl >/dev/null 2>&1; then
  exec ${HOOK_COMMAND}
elif [ -x ./node_modules/.bin/casectl ]; then
  exec ./node_modules/.bin/${HOOK_COMMAND}
fi
echo 'casectl is not installed, so the staged cases were not checked.' >&2
echo 'Install it (npm install --save-dev casectl), or commit with --no-verify.' >&2
exit 1
`
}

/** Whether a hook is one that `hookScript` wrote, in this version or an earlier one. */
export function isOwnHook(text: string): boolean {
  return text.split('\n', 2)[1] === MARK
}
