import { type Command as Commander, Option } from 'commander'
import { declareSearch } from './declare-search.js'
import type { Declaring } from './declaring.js'
import { addFilters } from './filter-options.js'

/** `index`, `search`, `show` and `list`: how cases are found and read. */
export function declareApply(program: Commander, declaring: Declaring): void {
  declareIndex(program, declaring)
  declareSearch(program, declaring)
  const { t, run } = declaring
  program
    .command('show')
    .argument('<id>', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'read a case', zh: '阅读案例' }))
    .description(t({ en: 'Prints a case for reading.', zh: '以便于阅读的形式显示案例。' }))
    .addOption(
      new Option('--raw', t({ en: 'the file as it is', zh: '原样输出文件' })).conflicts(['json', 'path']),
    )
    .addOption(new Option('--json', t({ en: 'print JSON', zh: '输出 JSON' })).conflicts('path'))
    .option('--path', t({ en: 'only its path', zh: '只显示路径' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl show case-x29b4\n  $EDITOR "$(casectl show CASE-X29B4 --path)"`,
    )
    .action(run(['id'], async () => (await import('../commands/show.js')).show))
  const list = program
    .command('list')
    .summary(t({ en: 'list cases', zh: '列出案例' }))
    .description(
      t({ en: 'Lists cases as a table, the newest first.', zh: '以表格列出案例，最近更新的在前。' }),
    )
  addFilters(list, declaring)
  list
    .option('--limit <n>', t({ en: 'at most this many', zh: '最多显示数目' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl list --product 路由器 --status published --status needs-review`,
    )
    .action(run([], async () => (await import('../commands/list.js')).list))
}

function declareIndex(program: Commander, { t, run }: Declaring): void {
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
