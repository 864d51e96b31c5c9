import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `gaps`: the next thing to write. */
export function declareGaps(program: Commander, { t, run }: Declaring): void {
  program
    .command('gaps')
    .summary(t({ en: 'what the library lacks', zh: '案例库的缺口' }))
    .description(
      t({
        en: 'Lists what to write next, the most pressing first: searches that find nothing or nothing near (search.log), cases that did not solve (feedback), closed tickets that no case answers (--tickets). What is alike is one gap; its weight is frequency times recency, each signal halving in 90 days.',
        zh: '列出接下来该写的内容，最迫切的在前：没有结果或没有相近案例的检索（search.log）、未能解决问题的案例（反馈）、没有案例可用的已关闭工单（--tickets）。相近的合为一个缺口；权重为频次乘以新近程度，每 90 天减半。',
      }),
    )
    .option(
      '--tickets <file>',
      t({
        en: 'an export of tickets as CSV; its columns are known by their names',
        zh: '工单导出 CSV，按列名识别',
      }),
    )
    .option('--draft <n>', t({ en: 'draft cases for the first n', zh: '为前 n 个起草案例' }))
    .option('--limit <n>', t({ en: 'show at most so many, 10 without', zh: '最多显示数目，默认 10' }))
    .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl gaps --tickets export.csv\n  casectl gaps --draft 3`,
    )
    .action(run([], async () => (await import('../commands/gaps.js')).gaps))
}
