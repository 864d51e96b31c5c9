import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `quality` and `hook`: what keeps a library good between pull requests. */
export function declareGuard(program: Commander, { t, run }: Declaring): void {
  program
    .command('quality')
    .argument('[ids...]', t({ en: 'case ids or files', zh: '案例 id 或文件' }))
    .summary(t({ en: 'what a case lacks, and its stars', zh: '案例的欠缺与星级' }))
    .description(
      t({
        en: 'Says which checks a case fails, by dimension: authentic, typical, reusable, reproducible, language, pictures; then its stars, of five. It counts what can be counted; whether the case is true, people say.',
        zh: '按维度列出案例未通过的检查：真实性、典型性、可复用性、可复现、语言契合、图文比，最后给出五星评分。这里只统计能统计的内容；案例是否属实仍由评审人判断。',
      }),
    )
    .option('--all', t({ en: 'every living case, the poorest first', zh: '全部现行案例，欠缺最多的在前' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl quality CASE-7F3KQ\n  casectl quality --all`,
    )
    .action(run(['ids'], async () => (await import('../commands/quality.js')).quality))
  const hook = program
    .command('hook')
    .summary(t({ en: 'lint before each commit', zh: '每次提交前检查' }))
    .description(
      t({
        en: 'Installs or removes a pre-commit hook that lints the staged cases.',
        zh: '安装或移除 pre-commit 钩子，在提交前检查暂存的案例。',
      }),
    )
  hook
    .command('install')
    .summary(t({ en: 'install the hook', zh: '安装钩子' }))
    .description(
      t({
        en: "Writes a pre-commit hook where core.hooksPath says. Another tool's hook is never overwritten: then the line to add to it is printed.",
        zh: '在 core.hooksPath 指定的位置写入 pre-commit 钩子。不会覆盖其他工具的钩子，而是给出需要加入的那一行。',
      }),
    )
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl hook install`)
    .action(run([], async () => (await import('../commands/hook.js')).hookInstall))
  hook
    .command('uninstall')
    .summary(t({ en: 'remove the hook', zh: '移除钩子' }))
    .description(
      t({
        en: 'Removes the hook that install wrote, and no other.',
        zh: '移除 install 写入的钩子，不动其他钩子。',
      }),
    )
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl hook uninstall`)
    .action(run([], async () => (await import('../commands/hook.js')).hookUninstall))
}
