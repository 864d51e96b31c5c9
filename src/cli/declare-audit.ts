import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `audit`: what the history says of a library, and whether it is whole. */
export function declareAudit(program: Commander, { t, run }: Declaring): void {
  const audit = program
    .command('audit')
    .summary(
      t({ en: 'who changed what, when, under which approvals', zh: '审计：谁在何时改了什么、依据哪些批准' }),
    )
    .description(
      t({
        en: "Lists every change of a case in the history of HEAD, newest first, an entry a case and commit: who, when, whether signed, the fields before and after, and the approvals of that text. Then what is unusual: mass deletions, commits outside working hours, approvals by an author of the case in the same span, steps of status that are not allowed, reviews changed or removed. Days are the committer's, in UTC, both included.",
        zh: '列出 HEAD 历史中对案例的每次改动，最新的在前，每个案例每次提交一条：谁、何时、是否签名、字段改动前后的值、该内容的批准。随后列出异常：批量删除、工作时段之外的提交、在同一时段内由作者本人批准、不允许的状态变化、评审被修改或删除。日期取提交者的 UTC 日期，首尾均包含。',
      }),
    )
    .addHelpText('after', example(t, 'casectl audit --after 2026-07-01 --before 2026-09-30'))
  declareLog(audit, { t, run })
  declarePacks(audit, { t, run })
  declareRetention(audit, { t, run })
}

type Binding = Pick<Declaring, 't' | 'run'>

function declareLog(audit: Commander, { t, run }: Binding): void {
  // What stands behind `audit` alone is its options: a command that had both its own and subcommands
  // would take those of the subcommands for its own.
  audit
    .command('log', { isDefault: true })
    .summary(
      t({ en: 'the entries; what `casectl audit` does by itself', zh: '列出记录；即 `casectl audit` 本身' }),
    )
    .description(
      t({
        en: 'Lists the entries, newest first, as a table, JSON or CSV. In CSV a cell that a spreadsheet would run as a formula gets an apostrophe in front.',
        zh: '列出记录，最新的在前，格式为表格、JSON 或 CSV。在 CSV 中，会被电子表格当作公式的单元格前加撇号。',
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

function declareRetention(audit: Commander, { t, run }: Binding): void {
  audit
    .command('retention')
    .summary(t({ en: 'is the history as long as it must be?', zh: '核对历史保留期限' }))
    .description(
      t({
        en: 'Tests whether the history is here for as long as `audit.retention` says (180d; 5y for finance). Fails on a shallow clone, on replaced objects, where a commit that was written down elsewhere is no ancestor of HEAD any more, and where cases claim to be older than the first commit. A clone cannot see what was rewritten before it was made: keep an anchor or packs outside.',
        zh: '核对历史是否保留了 `audit.retention` 所要求的期限（180d；金融类 5y）。浅克隆、被替代的对象、在别处记下的提交已不是 HEAD 的祖先、案例自称早于首个提交时，均不通过。克隆看不到此前发生的改写：请在库外保存锚点或审计包。',
      }),
    )
    .option('--anchor <commit>', t({ en: 'a commit that must be in the history', zh: '必须在历史中的提交' }))
    .option(
      '--pack <folder>',
      t({ en: 'a pack whose head must be in the history', zh: '其末端必须在历史中的审计包' }),
    )
    .option('--as-of <day>', t({ en: 'the day that is judged; today without', zh: '核对日期；省略则为今天' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', example(t, 'casectl audit retention --pack audit-2026-q3'))
    .action(run([], async () => (await import('../commands/audit-retention.js')).auditRetention))
}

function declarePacks(audit: Commander, { t, run }: Binding): void {
  audit
    .command('export')
    .argument('<target>', t({ en: 'a folder that is not there yet', zh: '尚不存在的文件夹' }))
    .summary(t({ en: 'write the audit into a folder that checks itself', zh: '导出可自行核对的审计包' }))
    .description(
      t({
        en: 'Writes audit.csv, audit.jsonl, unusual.json, the commits themselves (commits.jsonl), the reviews at HEAD, and SHA256SUMS into a new folder.',
        zh: '在新文件夹中写入 audit.csv、audit.jsonl、unusual.json、提交本身（commits.jsonl）、HEAD 处的评审文件和 SHA256SUMS。',
      }),
    )
    .option('--after <day>', t({ en: 'from this day on', zh: '从此日起' }))
    .option('--before <day>', t({ en: 'up to this day', zh: '至此日止' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      example(t, 'casectl audit export audit-2026-q3 --after 2026-07-01 --before 2026-09-30'),
    )
    .action(run(['target'], async () => (await import('../commands/audit-export.js')).auditExport))
  audit
    .command('verify')
    .argument('<pack>', t({ en: 'the folder of a pack', zh: '审计包文件夹' }))
    .summary(t({ en: 'check a pack by itself', zh: '核对审计包' }))
    .description(
      t({
        en: 'Checks every file of a pack against its SHA-256 and every commit against its name. That the sums are those of the export, only a copy elsewhere or a signature shows.',
        zh: '核对审计包中每个文件的 SHA-256 和每个提交的名称。校验值本身是否为导出时的值，须由另存的副本或签名证明。',
      }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', example(t, 'casectl audit verify audit-2026-q3'))
    .action(run(['pack'], async () => (await import('../commands/audit-verify.js')).auditVerify))
}

function example(t: Declaring['t'], line: string): string {
  return `\n${t({ en: 'Example:', zh: '示例：' })}\n  ${line}`
}
