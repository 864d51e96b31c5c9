import { type Command as Commander, InvalidArgumentError, Option } from 'commander'
import type { OutputOption } from '../commands/lint-options.js'
import { FORMAT_NAMES } from '../model/lint-format.js'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'

/** The formats in which findings are reported, and where each goes. */
export function declareFormats(command: Commander, t: Declaring['t']): void {
  // An output belongs to the format before it, so their order on the command line counts.
  let formats = 0
  const format = (value: string, earlier: string[] | undefined): string[] => {
    if (!FORMAT_NAMES.some(name => name === value)) {
      throw new InvalidArgumentError(`Allowed choices are ${FORMAT_NAMES.join(', ')}.`)
    }
    formats++
    return collect(value, earlier)
  }
  const output = (file: string, earlier: OutputOption[] | undefined): OutputOption[] => [
    ...(earlier ?? []),
    { file, after: formats },
  ]
  command
    .addOption(
      new Option(
        '--format <format>',
        t({ en: 'output format, pretty without (repeatable)', zh: '输出格式，默认 pretty（可重复）' }),
      )
        .choices(FORMAT_NAMES)
        .argParser(format),
    )
    .addOption(
      new Option(
        '--output <file>',
        t({
          en: 'file for the format before it; stdout without (repeatable)',
          zh: '前一个格式写入的文件；省略则为标准输出（可重复）',
        }),
      ).argParser(output),
    )
    .option('--json', t({ en: 'the same as --format json', zh: '等同于 --format json' }))
}
