import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'
import { withForge } from './forge-options.js'

/** `submit`: how a draft comes to its reviewers. */
export function declareSubmit(program: Commander, { t, run }: Declaring): void {
  const submit = program
    .command('submit')
    .argument(
      '[ids...]',
      t({
        en: 'case ids; every draft that differs from the base without',
        zh: '案例 id；省略则为与目标分支不同的全部草稿',
      }),
    )
    .summary(t({ en: 'open a request to review a case', zh: '提交案例评审请求' }))
    .description(
      t({
        en: 'Lints each case, commits it with its attachments, pictures and reviews to a branch of its own with the status in-review, pushes the branch, and opens a pull or merge request. What is submitted is what your files say now, committed or not; your working tree, your index and your branch stay as they are. Never pushes with force. Cut short, it goes on when it is run again; with a changed case, it adds a commit.',
        zh: '检查每个案例，将其连同附件、图片和评审提交到各自的分支，状态改为 in-review，推送后创建合并请求。提交的是文件当前的内容，无论是否已提交到 git；工作区、暂存区和当前分支保持不变。从不强制推送。中断后再次运行即可继续；案例有改动时会追加一个提交。',
      }),
    )
    .option('--draft', t({ en: 'open a draft request', zh: '创建草稿请求' }))
  withForge(submit, t)
    .option('--switch', t({ en: 'go to the branch afterwards', zh: '完成后切换到该分支' }))
    .option(
      '-y, --yes',
      t({ en: 'submit every listed draft without asking', zh: '不询问，直接提交列出的草稿' }),
    )
    .option(
      '--dry-run',
      t({
        en: 'show branch, files and request; ask no remote',
        zh: '只显示分支、文件和请求内容，不访问远程',
      }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl submit CASE-7F3KQ\n  casectl submit CASE-7F3KQ --draft --dry-run\n  casectl submit --yes\n\n${t({ en: 'Tokens: GH_TOKEN or GITHUB_TOKEN (else `gh`), GITEA_TOKEN, FORGEJO_TOKEN; sent to the host of the remote alone.', zh: '令牌：GH_TOKEN 或 GITHUB_TOKEN（否则使用 `gh`）、GITEA_TOKEN、FORGEJO_TOKEN；只发送给远程仓库所在主机。' })}`,
    )
    .action(run(['ids'], async () => (await import('../commands/submit.js')).submit))
}
