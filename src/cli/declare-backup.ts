import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `backup`: the repository as one file. */
export function declareBackup(program: Commander, { t, run }: Declaring): void {
  program
    .command('backup')
    .summary(t({ en: 'the whole repository in one verified file', zh: '把整个仓库备份为一个经核对的文件' }))
    .description(
      t({
        en: 'Writes every branch, tag and stash of the repository, with its whole history, into one git bundle in a folder outside the repository, and reads it back into a new repository before it gets its name. Its SHA-256 stands beside it. Says what it does not hold: work that is not committed, contents of files in Git LFS. Never removes an older backup.',
        zh: '把仓库的所有分支、标签和储藏连同完整历史写成一个 git bundle，放在仓库之外的文件夹中；先还原成新仓库核对无误才正式命名，旁附 SHA-256。会说明未包含的内容：未提交的改动、Git LFS 文件的内容。不会删除旧备份。',
      }),
    )
    .argument(
      '<folder>',
      t({ en: 'where backups are kept; made if needed', zh: '存放备份的文件夹；不存在则创建' }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl backup /mnt/backups`)
    .action(run(['target'], async () => (await import('../commands/backup.js')).backup))
}
