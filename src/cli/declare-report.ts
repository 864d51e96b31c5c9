import { type Command as Commander, Option } from 'commander'
import { declareReports } from './declare-reports.js'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'

/** `report`: what a library's history tells of how it is kept. */
export function declareReport(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const report = program
    .command('report')
    .summary(t({ en: 'reports about the library', zh: '案例库报告' }))
    .description(
      t({
        en: 'Reports about how the library is kept, for people, pages and programs.',
        zh: '面向人、网页和程序的案例库维护报告。',
      }),
    )
  declareReports(report, declaring)
  report
    .command('sla')
    .summary(t({ en: 'urgent cases against their deadline', zh: '紧急案例的入库时限' }))
    .description(
      t({
        en: 'Holds each urgent case against its deadline: the day on which the main line of the git history first has it as published, against `opened` plus 48 hours in whole days. Exit code 1 while a case that is not published is past its deadline; those that came late are told and cost nothing.',
        zh: '核对每个紧急案例的时限：git 主线首次出现其已发布状态的日期，对照 `opened` 加 48 小时（按整天计）。有案例逾期仍未发布时退出码为 1；已迟到入库的只列出，不影响退出码。',
      }),
    )
    .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
    .option('--hours <n>', t({ en: 'hours allowed, 48 without', zh: '允许的小时数，默认 48' }))
    .addOption(
      new Option(
        '--urgency <term>',
        t({
          en: 'what counts as urgent, critical without (repeatable)',
          zh: '视为紧急的程度，默认 critical（可重复）',
        }),
      ).argParser(collect),
    )
    .addOption(
      new Option('--format <format>', t({ en: 'output format', zh: '输出格式' }))
        .choices(['table', 'json', 'markdown'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl report sla --as-of 2027-01-31 --format markdown`,
    )
    .action(run([], async () => (await import('../commands/report-sla.js')).reportSla))
}
