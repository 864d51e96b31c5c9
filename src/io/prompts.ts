import type { Language } from '../lib/message.js'
import type { Host } from './host.js'

export interface Choice<T extends string = string> {
  readonly value: T
  readonly name: string
}

/** Questions to a person, drawn on stderr so that stdout stays data. */
export interface Prompts {
  input(message: string, options?: { readonly required?: boolean }): Promise<string>
  /** Returns the value of the chosen line; the first line is offered. */
  select<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T>
  confirm(message: string, fallback: boolean): Promise<boolean>
}

/**
 * Opens the prompts, for callers that saw `terminal.interactive`; inquirer is loaded here and
 * nowhere sooner.
 */
export async function openPrompts({ stdin, stderr }: Host, language: Language): Promise<Prompts> {
  const { default: inquirer } = await import('inquirer')
  const output = stderr as NodeJS.WriteStream
  const prompt = inquirer.createPromptModule({ input: stdin as NodeJS.ReadStream, output })
  return {
    async input(message, { required = false } = {}) {
      const needed = language === 'zh' ? '此项必填。' : 'This one is needed.'
      const validate = (text: string): boolean | string => !required || text.trim() !== '' || needed
      const { answer } = await prompt<{ answer: string }>([
        { type: 'input', name: 'answer', message, validate },
      ])
      return answer.trim()
    },
    async select<T extends string>(message: string, choices: readonly Choice<T>[]) {
      const keysHelpTip = (): string => (language === 'zh' ? '↑↓ 移动 • ⏎ 选定' : '↑↓ move • ⏎ choose')
      const theme = { style: { keysHelpTip } }
      const { answer } = await prompt<{ answer: unknown }>([
        { type: 'select', name: 'answer', message, choices: [...choices], pageSize: 12, theme },
      ])
      return answer as T
    },
    async confirm(message, fallback) {
      const transformer = (yes: boolean): string =>
        language === 'zh' ? (yes ? '是' : '否') : yes ? 'yes' : 'no'
      const { answer } = await prompt<{ answer: boolean }>([
        { type: 'confirm', name: 'answer', message, default: fallback, transformer },
      ])
      return answer
    },
  }
}
