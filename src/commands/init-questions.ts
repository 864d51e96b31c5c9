import type { Audience } from '../model/case.js'
import { FORGES, type Forge } from '../scaffold/answers.js'
import type { Context } from './context.js'

export interface InitOptions {
  readonly dir?: string
  readonly name?: string
  /** Comma separated. */
  readonly languages?: string
  readonly product?: readonly string[]
  readonly prefix?: string
  readonly audience?: Audience
  readonly forge?: Forge
  readonly yes?: boolean
  readonly json?: boolean
}

/** The three questions of `init`: languages, products, forge. Nothing is asked with `--yes` or without a person. */
export async function askForLibrary({ terminal, host }: Context, given: InitOptions): Promise<InitOptions> {
  if (given.yes === true || !terminal.interactive) return given
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const say = (en: string, zh: string): string => terminal.text({ en, zh })
  const chinese = terminal.language === 'zh'
  const sets = chinese ? ['zh-CN,en', 'zh-CN', 'en'] : ['en', 'en,zh-CN', 'zh-CN']
  const names: Readonly<Record<string, string>> = {
    'zh-CN,en': say('Chinese and English', '中文和英文'),
    'en,zh-CN': say('English and Chinese', '英文和中文'),
    'zh-CN': say('Chinese', '中文'),
    en: say('English', '英文'),
  }
  const languages =
    given.languages ??
    (await prompts.select(
      say('Which languages are cases written in?', '案例用什么语言书写？'),
      sets.map(value => ({ value, name: names[value] ?? value })),
    ))
  const product =
    given.product ??
    split(
      await prompts.input(
        say('Products, separated by commas (may be empty):', '产品，用逗号分隔（可留空）：'),
      ),
    )
  const forge =
    given.forge ??
    (await prompts.select(
      say('Where is the repository hosted?', '仓库托管在哪里？'),
      FORGES.map(value => ({
        value,
        name: value === 'both' ? say('both, or elsewhere', '两者都用，或其他平台') : value,
      })),
    ))
  return { ...given, languages, product, forge }
}

function split(typed: string): string[] {
  return typed
    .split(/[,，、;；]/)
    .map(name => name.trim())
    .filter(name => name !== '')
}
