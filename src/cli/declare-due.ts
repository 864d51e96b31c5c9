import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `review due`: what the calendar says of the cases in force. */
export function declareDue(review: Commander, { t, run }: Declaring): void {
  review
    .command('due')
    .summary(t({ en: 'what is to be read again, and when', zh: '需要复审的案例和日期' }))
    .description(
      t({
        en: 'Lists the cases in force whose next review falls into the window, with the reasons: months since the last approval, the wish of the author (review_by), a product version in products.yml that meets review_when, a reader who called the case outdated. Exit code 1 when a day has come or an exception that is still needed has expired, 0 otherwise, 2 where it cannot tell.',
        zh: '列出复审日落在时间窗内的有效案例及理由：距上次批准的月数、作者期望（review_by）、products.yml 中满足 review_when 的产品版本、读者反馈已过时。有案例到期或仍被依赖的例外已过期时退出码为 1，否则为 0，无法判断时为 2。',
      }),
    )
    .option(
      '--window <days>',
      t({ en: 'how far to look ahead: 90d, 12w', zh: '向前看多久：90d、12w' }),
      '90d',
    )
    .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
    .addOption(
      new Option('--format <format>', t({ en: 'output format', zh: '输出格式' }))
        .choices(['table', 'json', 'ics', 'markdown'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl review due --window 30d\n  casectl review due --as-of 2027-01-31 --format ics > due.ics`,
    )
    .action(run([], async () => (await import('../commands/review-due.js')).reviewDue))
}
