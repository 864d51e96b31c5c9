import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `history` and `diff`: what happened to a case. */
export function declareHistory(program: Commander, { t, run }: Declaring): void {
  program
    .command('history')
    .argument('<id>', t({ en: 'case id', zh: '案例 id' }))
    .summary(t({ en: 'who changed what in a case, and when', zh: '案例的修改历史' }))
    .description(
      t({
        en: "Lists the commits that touched a case, newest first, under all the names that its file had, also of a case that was removed. Speaks of fields and sections. A commit's author is a claim; its signature, where there is one, a proof.",
        zh: '列出改动过案例的提交，最新的在前；文件改名或移动、案例已删除也能找到。以字段和章节说明改动。提交的作者只是自称，签名才是证明。',
      }),
    )
    .option('--limit <number>', t({ en: 'commits at most', zh: '最多列出几个提交' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl history CASE-7F3KQ --limit 5`)
    .action(run(['id'], async () => (await import('../commands/history.js')).history))
  program
    .command('diff')
    .argument('<id>', t({ en: 'case id', zh: '案例 id' }))
    .argument(
      '[revisions]',
      t({
        en: 'A..B, or A for what has changed since on disk; HEAD without',
        zh: 'A..B，或 A 表示从 A 到磁盘上的文件；省略则从 HEAD 起',
      }),
    )
    .summary(t({ en: 'a case at two moments', zh: '比较案例的两个版本' }))
    .description(
      t({
        en: 'Says in fields and sections how a case differs between two revisions, wherever its file was. What went is shown as [-so-], what came as {+so+}. The exit code is 0 whether anything differs or not, 1 where neither side has the case.',
        zh: '以字段和章节说明案例在两个版本之间的差异，不论文件在哪里。删去的内容以 [-…-] 标出，新增的以 {+…+} 标出。有无差异退出码都是 0；两侧都没有该案例时为 1。',
      }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl diff CASE-7F3KQ\n  casectl diff CASE-7F3KQ main..HEAD`,
    )
    .action(run(['id', 'revisions'], async () => (await import('../commands/diff.js')).diff))
}
