import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'
import { AS, CASE_ID, JSON_OUTPUT } from './review-options.js'

/** `review grant`: what may be otherwise for a time. */
export function declareGrant(review: Commander, { t, run }: Declaring): void {
  review
    .command('grant')
    .argument('<id>', t(CASE_ID))
    .summary(t({ en: 'grant an exception, for a time and a reason', zh: '批准有期限、有理由的例外' }))
    .description(
      t({
        en: 'Writes a new file below exceptions/: with --role the case may be published without that approval, with --audience a wider audience may see it, until the day given. Only people of the roles in `review.exceptions` may grant one, for cases that they review and that are not their own. Commit it yourself: the commit shows who granted.',
        zh: '在 exceptions/ 下新建文件：用 --role 则案例可以缺少该角色的批准而发布，用 --audience 则更大范围的读者可以看到它，到给定日期为止。只有 `review.exceptions` 所列角色的人可以批准，且须是其评审范围内、并非自己所写的案例。请由本人提交：提交者即批准人。',
      }),
    )
    .addOption(
      new Option(
        '--role <role>',
        t({ en: 'whose approval may be missing (repeatable)', zh: '可以缺少批准的角色（可重复）' }),
      ).argParser(collect),
    )
    .addOption(
      new Option('--audience <audience>', t({ en: 'who may see the case', zh: '谁可以看到案例' })).choices([
        'partner',
        'public',
      ]),
    )
    .option(
      '--until <day>',
      t({ en: 'the last day: 2026-12-31, 30d, 4w', zh: '最后一天：2026-12-31、30d、4w' }),
    )
    .option('-m, --message <text>', t({ en: 'why', zh: '理由' }))
    .option('--as <person>', t(AS))
    .option('--json', t(JSON_OUTPUT))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl review grant CASE-7F3KQ --role sensitivity --until 30d -m "Launch week."\n  casectl review grant CASE-7F3KQ --audience partner --until 2026-12-31 -m "Partners install it."`,
    )
    .action(run(['id'], async () => (await import('../commands/review-grant.js')).reviewGrant))
}
