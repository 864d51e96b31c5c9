import { Command as Commander, Option } from 'commander'
import type { Command, Context } from '../commands/context.js'
import type { ColorChoice } from '../io/terminal.js'
import { CasectlError } from '../lib/errors.js'
import { type Language, languageOf, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Declaring } from './declaring.js'
import { VERSION } from './version.js'

export interface Globals {
  readonly config?: string
  readonly color: ColorChoice
  readonly quiet: boolean
  readonly verbose: boolean
  readonly input: boolean
}

export interface ProgramHost {
  readonly language: Language
  /** Prints help and version. */
  write(text: string): void
  /** Runs the chosen command; called at most once. */
  execute(globals: Globals, command: (context: Context) => ReturnType<Command<unknown>>): Promise<void>
}

/** Declares some commands with their options. Loads none of them. */
export type Declare = (program: Commander, declaring: Declaring) => void

/** A program of the commands given. */
export function buildProgram(host: ProgramHost, declarations: readonly Declare[]): Commander {
  const program = new Commander('casectl')
  const t = (message: Message): string => message[host.language]
  const declaring: Declaring = { language: host.language, t, run: runner(program, host) }
  setUp(program, t)
  for (const declare of declarations) declare(program, declaring)
  for (const command of [program, ...program.commands, ...program.commands.flatMap(sub => sub.commands)]) {
    localise(command, host, t)
  }
  return program
}

function runner(program: Commander, host: ProgramHost): Declaring['run'] {
  return (names, load) =>
    async (...args) => {
      // Commander calls with the positional arguments, the options, and the command itself.
      const command = args.at(-1) as Commander
      // A parent takes options that it shares with its sub-commands, wherever they stand.
      const shared = command.parent === program ? {} : command.parent?.opts()
      const options: Record<string, unknown> = { ...shared, ...command.opts() }
      for (const [i, name] of names.entries()) options[name] = args[i]
      const loaded = await load()
      await host.execute(globalsOf(program), context => loaded(context, options as never))
    }
}

function globalsOf(program: Commander): Globals {
  const { config, color, quiet, verbose, input } = program.opts()
  const choice: ColorChoice = color === false ? 'never' : color === true ? 'always' : (color ?? 'auto')
  return {
    ...(config === undefined ? {} : { config: String(config) }),
    color: choice,
    quiet: quiet === true,
    verbose: verbose === true,
    input: input !== false,
  }
}

function setUp(program: Commander, t: Declaring['t']): void {
  program
    .description(
      t({
        en: 'Turn solved customer problems into a service case library: Markdown in git, linted, found in seconds.',
        zh: '把已解决的客户问题沉淀为服务案例库：Markdown 存于 git，自动检查，秒级检索。',
      }),
    )
    .version(VERSION, '-V, --version', t({ en: 'print the version', zh: '显示版本号' }))
    .addOption(
      new Option(
        '--lang <language>',
        t({ en: 'language of messages: en or zh', zh: '界面语言：en 或 zh' }),
      ).argParser(checkLanguage),
    )
    .option('--config <file>', t({ en: 'configuration file to use', zh: '指定配置文件' }))
    .addOption(
      new Option(
        '--color [when]',
        t({ en: 'colours: auto, always or never', zh: '颜色：auto、always 或 never' }),
      )
        .choices(['auto', 'always', 'never'])
        .env('CASECTL_COLOR'),
    )
    .option('--no-color', t({ en: 'no colours', zh: '不使用颜色' }))
    .option('--no-input', t({ en: 'never ask; say what is missing', zh: '从不提问；缺什么就说明什么' }))
    .option('-q, --quiet', t({ en: 'no messages, only data and errors', zh: '不输出提示，只输出数据和错误' }))
    .option('-v, --verbose', t({ en: 'more messages', zh: '输出更多信息' }))
    .addHelpText('after', () => examples(t))
}

function checkLanguage(value: string): string {
  if (/^(?:en|zh)\b/i.test(value) && languageOf(value) !== undefined) return value
  throw new CasectlError(
    'usage',
    { en: `--lang: "${value}" is not supported.`, zh: `--lang：不支持“${value}”。` },
    { en: 'Choices: en, zh', zh: '可选：en、zh' },
  )
}

function examples(t: Declaring['t']): string {
  return `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl init my-library                    ${t({ en: 'start a library', zh: '新建案例库' })}
  casectl new "Router drops at night"        ${t({ en: 'draft a case', zh: '起草案例' })}
  casectl lint                               ${t({ en: 'check every case', zh: '检查全部案例' })}
  casectl search "停机 E-1203"               ${t({ en: 'find a case', zh: '检索案例' })}

${t({ en: 'Exit codes: 0 clean, 1 findings or no match, 2 wrong usage or settings.', zh: '退出码：0 正常，1 有检查结果或无匹配，2 用法或设置错误。' })}
${t({ en: 'More: casectl help exit-codes, casectl help environment', zh: '更多：casectl help exit-codes、casectl help environment' })}`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
}

function localise(command: Commander, host: ProgramHost, t: Declaring['t']): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: text => host.write(text),
      writeErr: text => host.write(text),
      // Errors are told by `run`, in the user's language.
      outputError: () => undefined,
    })
    .helpOption('-h, --help', t({ en: 'show help', zh: '显示帮助' }))
    .configureHelp({
      showGlobalOptions: false,
      styleTitle: title => style.bold(host.language === 'zh' ? (TITLES[title] ?? title) : title),
    })
  if (command.commands.length > 0) {
    command.helpCommand('help [command]', t({ en: 'show help of a command', zh: '显示某个命令的帮助' }))
  }
}
