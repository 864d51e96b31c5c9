import { Argument, type Command as Commander } from 'commander'
import { TUTORIAL_ROLES } from '../tutorial/step.js'
import type { Declaring } from './declaring.js'

/** `tutorial`: ten minutes of each kind of user, in a sandbox. */
export function declareTutorial(program: Commander, { t, run }: Declaring): void {
  program
    .command('tutorial')
    .addArgument(
      new Argument(
        '[role]',
        t({ en: 'whose ten minutes; asked for without', zh: '角色；省略则提问' }),
      ).choices(TUTORIAL_ROLES),
    )
    .summary(t({ en: 'learn casectl in a sandbox', zh: '在沙箱中学习 casectl' }))
    .description(
      t({
        en: 'Builds a sandbox from the sample cases, a repository of its own with made-up people, and leads an agent, an author, a reviewer or an owner through ten minutes of real commands. Neither your library nor your settings of git are read or changed. Without a terminal it runs all steps and prints a transcript.',
        zh: '用示例案例建立沙箱（独立的仓库和虚构人员），带客服、作者、评审或负责人用真实命令走完十分钟。不读取也不改动您的案例库和 git 设置。没有终端时运行全部步骤并输出记录。',
      }),
    )
    .option(
      '--dir <folder>',
      t({
        en: 'folder of the sandbox, new or empty; a temporary one without',
        zh: '沙箱文件夹，新建或为空；省略则用临时文件夹',
      }),
    )
    .option('--resume', t({ en: 'go on where you left', zh: '从上次离开处继续' }))
    .option('--list', t({ en: 'list roles and steps', zh: '列出角色和步骤' }))
    .option('--json', t({ en: 'print JSON; asks nothing', zh: '输出 JSON，不提问' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl tutorial\n  casectl tutorial author --dir ~/casectl-sandbox\n  casectl tutorial --resume\n  casectl tutorial reviewer --no-input`,
    )
    .action(run(['role'], async () => (await import('../commands/tutorial.js')).tutorial))
}
