import { type Command as Commander, Option } from 'commander'
import { LIMIT, PRINT_JSON, THRESHOLD } from './answer-texts.js'
import type { Declaring } from './declaring.js'

/** `related`: the cases near to a case. */
export function declareRelated(program: Commander, { t, run }: Declaring): void {
  program
    .command('related')
    .argument('<id>', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'cases near to a case', zh: '查找相近的案例' }))
    .description(
      t({
        en: 'Lists the cases nearest to a case by title, codes, customer phrases, symptoms and facets, with how they name each other. Exit code 1 when none reaches the threshold.',
        zh: '按标题、错误代码、客户原话、现象和归类列出最相近的案例，并注明彼此的引用关系。没有达到阈值的案例时退出码为 1。',
      }),
    )
    .option('--threshold <number>', t(THRESHOLD))
    .option('--all', t({ en: 'those below the threshold too', zh: '同时列出低于阈值的案例' }))
    .option('--limit <n>', t(LIMIT))
    .option('--json', t(PRINT_JSON))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl related CASE-X29B4 --all`)
    .action(run(['id'], async () => (await import('../commands/related.js')).related))
}

/** `suggest`: what is being typed. */
export function declareSuggest(program: Commander, { t, run }: Declaring): void {
  program
    .command('suggest')
    .argument('<prefix...>', t({ en: 'what was typed so far', zh: '已输入的内容' }))
    .summary(t({ en: 'complete a query', zh: '联想补全' }))
    .description(
      t({
        en: 'Completes what is being typed: error codes, terms by any of their names, tags and titles. What begins with it comes first, then what has a later word that does; each with its number of cases.',
        zh: '补全正在输入的内容：错误代码、术语（任一名称）、标签和标题。开头匹配的在前，其后的词匹配的在后，并给出案例数。',
      }),
    )
    .option('--limit <n>', t(LIMIT))
    .option('--json', t(PRINT_JSON))
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl suggest E12
  casectl suggest 断网
  casectl suggest "home rou" --json`,
    )
    .action(run(['prefix'], async () => (await import('../commands/suggest.js')).suggest))
}

/** `tag suggest`: what a case may lack. */
export function declareTag(program: Commander, { t, run }: Declaring): void {
  const tag = program
    .command('tag')
    .summary(t({ en: 'facets and tags of a case', zh: '案例的归类和标签' }))
    .description(t({ en: 'What a case is filed under.', zh: '案例的归类和标签。' }))
  tag
    .command('suggest')
    .argument('<id>', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'what a case may lack', zh: '建议补充的归类和标签' }))
    .description(
      t({
        en: 'Suggests facets and tags that the nearest cases have and this one lacks, and those that its own words name. Writes nothing but with --apply, which asks about each.',
        zh: '建议相近案例有而本案例没有的归类和标签，以及案例文字中已提到的术语。默认不写入；--apply 会逐项询问后写入。',
      }),
    )
    .addOption(
      new Option(
        '--apply',
        t({
          en: 'ask about each, then write tags and facets of many terms',
          zh: '逐项询问后写入标签和多值归类',
        }),
      ).conflicts('json'),
    )
    .option('--json', t(PRINT_JSON))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl tag suggest CASE-X29B4`)
    .action(run(['id'], async () => (await import('../commands/tag-suggest.js')).tagSuggest))
}
