import type { Scenario } from './scenario.js'

const HEAD = `# Acceptance scenarios

Written by \`npx vitest run test/acceptance -u\`. Each file is a person, what the person wants, and a transcript: every command runs in CI, in a fresh folder, with real git, and what it prints is compared sign by sign.

What must vary has a placeholder: \`CASE-NEW_1\` is an id that was drawn, \`#1######\` the name of a commit, a digest or another draw, \`~\` the folder. The same placeholder is the same value. \`[exit 1]\` is an exit code other than 0. Line ends are not compared. The day is 1 December 2026. Around casectl stand the tools of any GNU system. \`$\` is the user of the scenario; \`lin$\` (technical), \`robert$\` (technical), \`zhao$\` (sensitivity) and \`owner$\` are other people, each with a clone.

| | scenario | user | shows |
| --- | --- | --- | --- |
`

/** The page that lists all scenarios. */
export function contentsOf(
  scenarios: readonly { readonly name: string; readonly scenario: Scenario }[],
): string {
  const rows = scenarios.map(({ name, scenario: { title, user, shows } }) => {
    return `| ${name.slice(0, 2)} | [${title}](${name}) | ${user} | ${shows.join(', ')} |\n`
  })
  return HEAD + rows.join('')
}
