import { type Command as Commander, Option } from 'commander'
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
        en: 'Builds the static search index in .casectl/index. Search keeps it up to date by itself; build it by hand before publishing or in CI.',
        zh: '在 .casectl/index 建立静态检索索引。检索时会自动更新；发布前或在 CI 中可手动建立。',
      }),
    )
    .option(
      '--check',
      t({
        en: 'exit 0 if it is up to date, 1 if not; writes nothing',
        zh: '最新则退出码为 0，否则为 1；不写入',
      }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl index\n  casectl index --check`,
    )
    .action(run([], async () => (await import('../commands/index-cases.js')).indexCases))
}

function declareSearch(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const search = program
    .command('search')
    .argument(
      '[query...]',
      t({ en: 'words, codes, phrases in any language', zh: '任意语言的词语、代码或短语' }),
    )
    .summary(t({ en: 'find cases', zh: '检索案例' }))
    .description(
      t({
        en: 'Finds cases. Published ones come first, then drafts, marked; a superseded case shows its successor.',
        zh: '检索案例。已发布的在前，草稿在后并有标记；已被取代的案例显示其后继案例。',
      }),
    )
  addFilters(search, declaring)
  search
    .option('--limit <n>', t({ en: 'at most this many', zh: '最多显示数目' }))
    .option('--offset <n>', t({ en: 'pass over this many', zh: '跳过的数目' }))
    .option('--fresh', t({ en: 'compare with every file first', zh: '先与每个文件比对' }))
    .option('--pick', t({ en: 'choose one and read it', zh: '选择一个并阅读' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `
${t({ en: 'Query:', zh: '查询语法：' })}
  ${t({ en: 'plain words               any of them, best match first', zh: '普通词语                  匹配任意一个，最相关的在前' })}
  +word  -word              ${t({ en: 'must, must not be there', zh: '必须包含、不得包含' })}
  "停机报警"                ${t({ en: 'these words in this order', zh: '按此顺序出现' })}
  title:停机  code:E-1203   ${t({ en: 'in one field', zh: '限定字段' })}
  compres*  compresor~1     ${t({ en: 'prefix, one letter wrong', zh: '前缀、容错一个字母' })}
  title:掉线^2              ${t({ en: 'weighs twice', zh: '权重加倍' })}

${t({ en: 'Examples:', zh: '示例：' })}
  casectl search "停机 E-1203"
  casectl search 小票打不出来 --product pos-terminal
  casectl search -- 掉线 -W-104`,
    )
    .action(run(['query'], async () => (await import('../commands/search.js')).search))
}
