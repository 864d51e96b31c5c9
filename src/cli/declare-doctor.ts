import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `doctor`: is everything around the cases as it should be? */
export function declareDoctor(program: Commander, { t, run }: Declaring): void {
  program
    .command('doctor')
    .summary(t({ en: 'check the library and its repository', zh: '检查案例库及其仓库' }))
    .description(
      t({
        en: 'Looks at settings, git, who commits, signatures, the history, remotes, branch protection (asks GitHub or GitLab only where GITHUB_TOKEN or GITLAB_TOKEN is set), line ends, hooks, locks, interrupted work and the index. Exit code 1 when there is an error. With --fix it shows what repairs would do; --yes makes them. What a person must decide is told and left.',
        zh: '检查设置、git、提交者、签名、历史、远程、分支保护（仅在设置了 GITHUB_TOKEN 或 GITLAB_TOKEN 时查询平台）、行尾、钩子、锁、中断的工作和索引。有错误时退出码为 1。加 --fix 显示可做的修复，再加 --yes 才执行。需人工决定的只列出、不处理。',
      }),
    )
    .option(
      '--fix [repairs...]',
      t({
        en: 'show repairs: locks, journal, attributes, hooks, taxonomy-tree, renamed-terms, duplicate-ids, related-pairs, attachments, orphan-reviews, code-owners, index; all without a name',
        zh: '显示修复：locks、journal、attributes、hooks、taxonomy-tree、renamed-terms、duplicate-ids、related-pairs、attachments、orphan-reviews、code-owners、index；不写名称则为全部',
      }),
    )
    .option('--yes', t({ en: 'make the repairs', zh: '执行修复' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl doctor\n  casectl doctor --fix related-pairs attachments --yes`,
    )
    .action(run([], async () => (await import('../commands/doctor.js')).doctor))
}
