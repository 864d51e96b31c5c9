import { parse } from 'yaml'

/** Who a scenario is about. */
export const USERS = ['agent', 'author', 'reviewer', 'owner', 'CI', 'administrator'] as const

/** A command of a transcript, and what it prints. */
export interface Step {
  /** Whose prompt it is; empty for the user of the scenario. */
  readonly person: string
  /** As it is given to the shell; longer commands have several lines. */
  readonly command: string
  /** Both streams as a terminal shows them, then `[exit N]` unless N is 0. */
  readonly output: readonly string[]
}

/** A file that is there before the first command. */
export interface Given {
  readonly path: string
  readonly text: string
}

export type Part =
  | { readonly prose: readonly string[] }
  | { readonly given: Given }
  | { readonly steps: readonly Step[] }

export interface Scenario {
  readonly title: string
  readonly user: string
  /** Numbers of the requirements that it shows. */
  readonly shows: readonly string[]
  /** `sample` for a clone of the sample library, `none` for an empty folder. */
  readonly library: string
  /** The language that the user's system is set to. */
  readonly language: 'en' | 'zh'
  readonly parts: readonly Part[]
}

const FENCE = /^(`{3,})(\w+)(?: (\S+))?$/
const PROMPT = /^(?:([a-z]+)\$|\$) (.+)$/
const MORE = /^> ?(.*)$/

/**
 * Reads a scenario: front matter, prose, files in fenced blocks (```` ```csv tickets.csv ````) and
 * transcripts in `console` blocks, where `$ ` and `name$ ` are prompts and `> ` goes on with a command.
 */
export function readScenario(text: string): Scenario {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const { user, shows, library = 'sample', language = 'en' } = parse(head)
  const title = /^# (.+)$/m.exec(body)?.[1] ?? ''
  return { title, user, shows, library, language, parts: readParts(body.split('\n')) }
}

function readParts(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < lines.length; at++) {
    const [, fence, language, path] = FENCE.exec(lines[at] ?? '') ?? []
    if (fence === undefined) {
      parts.push({ prose: [lines[at] ?? ''] })
      continue
    }
    const end = lines.indexOf(fence, at)
    const block = lines.slice(at + 1, end)
    if (language === 'console') parts.push({ steps: readSteps(block) })
    else if (path !== undefined) parts.push({ given: { path, text: `${block.join('\n')}\n` } })
    if (language !== 'console') parts.push({ prose: lines.slice(at, end + 1) })
    at = end
  }
  return parts
}

function readSteps(lines: readonly string[]): Step[] {
  const steps: { person: string; command: string; output: string[] }[] = []
  for (const line of lines) {
    const [, person = '', command] = PROMPT.exec(line) ?? []
    const last = steps.at(-1)
    const more = last?.output.length === 0 ? MORE.exec(line)?.[1] : undefined
    if (command !== undefined) steps.push({ person, command, output: [] })
    else if (last === undefined) throw new Error(`no prompt before: ${line}`)
    else if (more !== undefined) last.command += `\n${more}`
    else last.output.push(line)
  }
  return steps
}

/** The text of a scenario's body with what its commands printed in the place of what they should. */
export function writeScenario(text: string, parts: readonly Part[]): string {
  const head = text.slice(0, text.indexOf('\n---\n') + 5)
  const written = parts.flatMap(part => {
    if ('prose' in part) return part.prose
    return 'given' in part ? [] : ['```console', ...part.steps.flatMap(stepLines), '```']
  })
  return head + written.join('\n')
}

function stepLines({ person, command, output }: Step): string[] {
  const lines = command.split('\n').map((line, n) => (n === 0 ? `${person}$ ${line}` : `> ${line}`))
  return [...lines, ...output]
}
