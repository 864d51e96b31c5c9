import { type Command as Commander, Option } from 'commander'
import { declareIndex } from './declare-index.js'
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
