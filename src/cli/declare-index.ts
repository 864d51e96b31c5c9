import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `index`, by itself: the quick way to it loads no other declaration. */
export function declareIndex(program: Commander, { t, run }: Declaring): void {
  program
    .command('index')
    .summary(t({ en: 'build the search index', zh: '建立检索索引' }))
    .description(
      t({
        en: 'Builds the static search index in .casectl/index, or brings it up to date: only cases that changed are read. Search keeps it up to date by itself; build it by hand before publishing or in CI.',
        zh: '在 .casectl/index 建立静态检索索引，或将其更新：只读取有变化的案例。检索时会自动更新；发布前或在 CI 中可手动建立。',
      }),
    )
    .addOption(
      new Option(
        '--full',
        t({
          en: 'read every case anew, not only those that changed',
          zh: '重新读取全部案例，而不只是有变化的',
        }),
      ).conflicts(['check', 'stats']),
    )
    .addOption(
      new Option(
        '--check',
        t({
          en: 'exit 0 if it is whole and up to date, 1 if not; writes nothing',
          zh: '完好且最新则退出码为 0，否则为 1；不写入',
        }),
      ).conflicts('stats'),
    )
    .option(
      '--stats',
      t({ en: 'what it holds and how large it is; writes nothing', zh: '显示其内容与大小；不写入' }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl index\n  casectl index --check\n  casectl index --stats`,
    )
    .action(run([], async () => (await import('../commands/index-cases.js')).indexCases))
}
