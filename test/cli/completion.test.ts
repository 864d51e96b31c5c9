import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STATUSES } from '../../src/model/case.js'
import { RULES } from '../../src/rules/index.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

async function script(shell: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout } = await cli(['completion', shell, ...args])
  expect(code).toBe(0)
  return stdout
}

/** What bash offers behind these words, the last of which is being typed. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const lines = [
    // Readline's own part: only asked for, it has no function to call.
    'compopt() { echo "$2"; }',
    await script('bash'),
    `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _casectl; printf "%s\\n" "\${COMPREPLY[@]}"`,
  ]
  const args = ['--norc', '-c', lines.join('\n'), 'bash', 'casectl', ...words]
  const { stdout, stderr } = spawnSync('bash', args, { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(line => line !== '')
}

/** Whether a shell is here to be asked; says why a test does without it. */
function installed(shell: string): boolean {
  const found = spawnSync(shell, ['-c', 'exit 0']).status === 0
  if (!found) process.stdout.write(`completion: ${shell} is not installed here, its script is not parsed\n`)
  return found
}

/** What a shell says of its script when it reads it without running it. */
async function syntaxErrors(shell: string): Promise<string> {
  const path = join(temporaryFolder(), 'script')
  writeFileSync(path, await script(shell))
  const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
  return status === 0 ? '' : stderr
}

test('the bash script is valid bash', async () => {
  expect(await syntaxErrors('bash')).toBe('')
})

test('bash completes commands, also below a command', async () => {
  expect(await offered('se')).toEqual(['search'])
  expect(await offered('')).toEqual(expect.arrayContaining(['init', 'lint', 'show', 'completion', 'help']))
  expect(await offered('config', '')).toEqual(['show', 'help'])
  expect(await offered('taxonomy', 'm')).toEqual(['mv', 'merge'])
  expect(await offered('help', 'tax')).toEqual(['taxonomy'])
})

test('bash completes the options of the command, and those of every command', async () => {
  expect(await offered('search', '--st')).toEqual(['--status'])
  expect(await offered('config', 'show', '--or')).toEqual(['--origin'])
  expect(await offered('show', '--la')).toEqual(['--lang'])
  expect(await offered('index', '--st')).toEqual(['--stats'])
  expect(await offered('lint', '--or')).toEqual([])
})

test('bash completes the values of options', async () => {
  expect(await offered('new', '--kind', '')).toEqual(['case', 'sop', 'faq'])
  expect(await offered('list', '--status', '')).toEqual(STATUSES)
  expect(await offered('search', '--status', '=', 'dr')).toEqual(['draft'])
  expect(await offered('search', '--status', '=')).toEqual(STATUSES)
  expect(await offered('init', '--forge', 'git')).toEqual(['github', 'gitlab'])
  expect(await offered('--lang', '')).toEqual(['en', 'zh'])
  expect(await offered('search', '--product', '')).toEqual([])
})

test('bash completes arguments: rules, shells, files and folders', async () => {
  expect(await offered('explain', 'd')).toEqual(RULES.map(rule => rule.id).filter(id => id.startsWith('d')))
  expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish'])
  expect(await offered('lint', 'cases', '')).toEqual(['default'])
  expect(await offered('new', '--from', '')).toEqual(['default'])
  expect(await offered('init', '')).toEqual(['dirnames'])
})

test('a value that is spelt like a command does not lead astray', async () => {
  expect(await offered('--lang', 'zh', 'sea')).toEqual(['search'])
  expect(await offered('new', '--title', 'search', '--ki')).toEqual(['--kind'])
  expect(await offered('search', '--status', '=', 'draft', '--ki')).toEqual(['--kind'])
  expect(await offered('search', 'show', '--lim')).toEqual(['--limit'])
})

test('zsh and fish scripts describe commands and options in the language of the user', async () => {
  for (const shell of ['zsh', 'fish']) {
    expect(await script(shell)).toContain('find cases')
    const chinese = await script(shell, '--lang', 'zh')
    expect(chinese).toContain('检索案例')
    expect(chinese).not.toContain('find cases')
  }
})

test('zsh and fish scripts hold every command and every choice', async () => {
  for (const shell of ['zsh', 'fish']) {
    const text = await script(shell)
    for (const { id } of RULES) expect(text).toContain(id)
    for (const word of ['taxonomy mv', 'config show']) {
      expect(text).toContain(shell === 'zsh' ? `_casectl_${word.replace(' ', '_')}() {` : `'casectl ${word}'`)
    }
    expect(text).toContain(STATUSES.join(' '))
  }
})

for (const shell of ['zsh', 'fish']) {
  test(`the ${shell} script is valid ${shell}`, async context => {
    if (!installed(shell)) return context.skip(`${shell} is not installed`)
    expect(await syntaxErrors(shell)).toBe('')
  })
}

test('another shell is wrong usage', async () => {
  const { code, stderr } = await cli(['completion', 'tcsh'])
  expect(code).toBe(2)
  expect(stderr).toContain('bash')
})
