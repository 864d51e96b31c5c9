import { commandsOf, type Words } from '../../src/tutorial/command-line.js'

/** The words of a line that is typed. */
export function wordsOf(line: string): readonly string[] {
  return commandsOf(line)?.[0] ?? []
}

/** A transcript without what is drawn anew each time: names of reviews, batches, imports and commits. */
export function settled(text: string): string {
  return text
    .replace(/-[0-9a-z]{10}\.yml/g, '-7r2m9x0kq4.yml')
    .replace(/(feedback\/\d{4}-\d{2}\/)[0-9a-f]{20}/g, '$19bd37150ac870e1dd567')
    .replace(/\b(\d{8})-\d{6}-[0-9a-f]{6}\b/g, '$1-080000-1b93ab')
    .replace(/\b[0-9a-f]{12}\b/g, '928d9674a83e')
}

/** Runs one command of a person and gives what it prints. */
export type Shell = (person: string, command: Words) => Promise<string>

const BLOCK = /```console\n([\s\S]*?)```/g

/**
 * A page with the output of its transcripts as it is now: every `name$ line` of its console blocks is run, in
 * order.
 */
export async function replayed(page: string, shell: Shell): Promise<string> {
  let [out, at] = ['', 0]
  for (const block of page.matchAll(BLOCK)) {
    out += page.slice(at, block.index)
    at = block.index + block[0].length
    const lines: string[] = []
    for (const [typed, person = '', line = ''] of (block[1] ?? '').matchAll(/^([a-z]+)\$ (.+)$/gm)) {
      lines.push(typed)
      for (const command of commandsOf(line) ?? []) {
        const printed = (await shell(person, command)).trimEnd()
        if (printed !== '') lines.push(printed)
      }
    }
    out += `\`\`\`console\n${lines.join('\n')}\n\`\`\``
  }
  return settled(out + page.slice(at))
}
