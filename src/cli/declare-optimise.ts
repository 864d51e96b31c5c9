import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `eval`, `log`: what tells how well the library answers, and what to mend next. */
export function declareOptimise(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  declareLog(program, declaring)
  program
    .command('eval')
    .summary(t({ en: 'measure how well search answers', zh: '评测检索质量' }))
    .description(
      t({
        en: 'Asks the gold queries of eval/queries.yml, whose right answers are known, and prints how often the right case is the first hit or among the first five, by language and kind of query.',
        zh: '检索 eval/queries.yml 中已知正确答案的查询，按语言和查询类型统计正确案例排在首位或前五位的比例。',
      }),
    )
    .option('--gold <file>', t({ en: 'another file of gold queries', zh: '使用其他评测查询文件' }))
    .option(
      '--min-hit5 <share>',
      t({
        en: 'exit 1 if hit@5 is lower, over all or in a language',
        zh: '总体或任一语言的 hit@5 低于此值时退出码为 1',
      }),
    )
    .option(
      '--compare <ref>',
      t({ en: 'show what has changed since a git revision', zh: '与 git 的某个版本比较' }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl eval --min-hit5 0.95\n  casectl eval --compare main`,
    )
    .action(run([], async () => (await import('../commands/eval.js')).evalSearch))
}

function declareLog(program: Commander, { t, run }: Declaring): void {
  program
    .command('log')
    .summary(t({ en: 'what was searched for', zh: '检索记录' }))
    .description(
      t({
        en: 'With `search: { log: true }` searches are kept in .casectl/log/ on this machine: day, query with personal data masked, filters, hits, the chosen case. Nothing else, and never committed.',
        zh: '设置 `search: { log: true }` 后，检索会保存在本机的 .casectl/log/：日期、查询（个人数据已打码）、筛选、命中数和选中的案例。不含其他内容，也不会提交。',
      }),
    )
    .command('export')
    .summary(t({ en: 'sum the log up as JSON', zh: '汇总为 JSON' }))
    .description(
      t({
        en: 'Prints how often each query and each of its words was asked, and how often nothing matched. What was asked too seldom is dropped.',
        zh: '输出每个查询及其词语的检索次数和无匹配次数；次数过少的会略去。',
      }),
    )
    .option(
      '--at-least <k>',
      t({ en: 'drop what was asked fewer times, 3 without', zh: '略去次数更少的，默认 3' }),
    )
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl log export --at-least 5 > searches.json`,
    )
    .action(run([], async () => (await import('../commands/log-export.js')).logExport))
}
