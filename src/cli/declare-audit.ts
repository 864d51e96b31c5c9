import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `audit`: what the history says of a library, and whether it is whole. */
export function declareAudit(program: Commander, { t, run }: Declaring): void {
  program
    .command('audit')
    // Else the options of subcommands would be taken for those of the command itself.
    .enablePositionalOptions()
    .summary(
      t({ en: 'who changed what, when, under which approvals', zh: '审计：谁在何时改了什么、依据哪些批准' }),
    )
    .description(
      t({
        en: "Lists every change of a case in the history of HEAD, newest first, an entry a case and commit: who, when, whether signed, the fields before and after, and the approvals of that text. Then what is unusual: mass deletions, commits outside usual hours, approvals by an author of the case in the same span, steps of status that are not allowed, reviews changed or removed. Days are the committer's, in UTC, both included.",
        zh: '列出 HEAD 历史中对案例的每次改动，最新的在前，每个案例每次提交一条：谁、何时、是否签名、字段改动前后的值、该内容的批准。随后列出异常：批量删除、非常规时段的提交、在同一时段内由作者本人批准、不允许的状态变化、评审被修改或删除。日期取提交者的 UTC 日期，首尾均包含。',
      }),
    )
    .option('--after <day>', t({ en: 'from this day on', zh: '从此日起' }))
    .option('--before <day>', t({ en: 'up to this day', zh: '至此日止' }))
    .addOption(
      new Option('--format <format>', t({ en: 'table, json or csv', zh: 'table、json 或 csv' }))
        .choices(['table', 'json', 'csv'])
        .default('table'),
    )
    .option('--json', t({ en: 'the same as --format json', zh: '等同于 --format json' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl audit --after 2026-07-01 --before 2026-09-30 --format csv`,
    )
    .action(run([], async () => (await import('../commands/audit.js')).audit))
}
