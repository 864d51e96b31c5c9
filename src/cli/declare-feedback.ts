import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `feedback`: whether a case helped, and how that gets into the repository. */
export function declareFeedback(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const feedback = program
    .command('feedback')
    .argument('[id]', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'say whether a case helped', zh: '反馈案例是否有用' }))
    .description(
      t({
        en: 'Records whether a case helped. The event names nobody: a random id, the case, the day, what was said, personal data masked. It waits in .casectl/spool/ until `feedback sync` commits it.',
        zh: '记录案例是否有用。事件不含任何人的信息：随机 id、案例、日期和留言（个人数据已打码）。先存于 .casectl/spool/，由 `feedback sync` 提交。',
      }),
    )
    .option('--solved', t({ en: 'it solved the problem', zh: '问题已解决' }))
    .option('--unsolved', t({ en: 'it did not', zh: '问题未解决' }))
    .option('--outdated', t({ en: 'it no longer holds', zh: '内容已过时' }))
    .option('--rating <stars>', t({ en: '1 to 5', zh: '评分，1 到 5' }))
    .option('-m, --message <text>', t({ en: 'what to tell its authors', zh: '给作者的留言' }))
    .option('--ticket <ref>', t({ en: 'the ticket that it was used for', zh: '使用该案例的工单' }))
    .option('--commit', t({ en: 'commit it at once, as a batch of its own', zh: '立即作为单独一批提交' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl feedback case-3a2g2 --solved --rating 5\n  casectl feedback CASE-3A2G2 --unsolved -m "step 2: there is no such menu"\n  casectl feedback sync`,
    )
    .action(run(['id'], async () => (await import('../commands/feedback.js')).feedback))
  declareBatches(feedback, declaring)
}

function declareBatches(feedback: Commander, { t, run }: Declaring): void {
  const noCommit = t({ en: 'write the files only', zh: '只写文件，不提交' })
  const json = t({ en: 'print JSON', zh: '输出 JSON' })
  feedback
    .command('sync')
    .summary(t({ en: 'commit what waits in the spool', zh: '提交暂存的反馈' }))
    .description(
      t({
        en: 'Commits the spool as one batch of new files feedback/YYYY-MM/<batch>.jsonl on the branch that is checked out, and nothing else. Branches never conflict over feedback.',
        zh: '把暂存的反馈作为一批新文件 feedback/YYYY-MM/<batch>.jsonl 提交到当前分支，不提交其他内容。各分支的反馈不会冲突。',
      }),
    )
    .option('--no-commit', noCommit)
    .option('--json', json)
    .action(run([], async () => (await import('../commands/feedback-batches.js')).feedbackSync))
  feedback
    .command('add')
    .summary(t({ en: 'take in events that were collected elsewhere', zh: '加入其他系统收集的反馈' }))
    .description(
      t({
        en: 'Adds events that a page or a ticket system collected, one JSON object a line (schemas/feedback.schema.json). Personal data is masked, known events are passed over, lines that are no event are set aside, told, and give exit code 1.',
        zh: '加入网页或工单系统收集的事件，每行一个 JSON 对象（schemas/feedback.schema.json）。个人数据会打码，已有事件会跳过，无法识别的行会单独保存并列出，退出码为 1。',
      }),
    )
    .requiredOption(
      '--from <file>',
      t({ en: 'JSON Lines, - for stdin', zh: 'JSON Lines 文件，- 表示标准输入' }),
    )
    .option('--no-commit', noCommit)
    .option('--json', json)
    .action(run([], async () => (await import('../commands/feedback-batches.js')).feedbackAdd))
  feedback
    .command('compact')
    .summary(t({ en: 'fold the batches of each month', zh: '合并每个月的反馈文件' }))
    .description(
      t({
        en: 'Folds the batches of each month into one file, events in the order of their days, each once.',
        zh: '把每个月的各批反馈合并为一个文件，按日期排序，每个事件只保留一次。',
      }),
    )
    .option('--dry-run', t({ en: 'only say what would change', zh: '只显示将发生的变化' }))
    .option('--no-commit', noCommit)
    .option('--json', json)
    .action(run([], async () => (await import('../commands/feedback-batches.js')).feedbackCompact))
}
