import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `eval`: what tells how well the library answers, and what to mend next. */
export function declareOptimise(program: Commander, { t, run }: Declaring): void {
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
