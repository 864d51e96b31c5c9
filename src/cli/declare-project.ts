import { Argument, type Command as Commander, Option } from 'commander'
import { AUDIENCES } from '../model/case.js'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'

/** `init`, `config` and `completion`: the library around the cases. */
export function declareProject(program: Commander, { t, run }: Declaring): void {
  program
    .command('init')
    .argument(
      '[dir]',
      t({ en: 'folder of the library; this one without', zh: '案例库文件夹；省略则为当前文件夹' }),
    )
    .summary(t({ en: 'start a library', zh: '新建案例库' }))
    .description(
      t({
        en: 'Writes configuration, taxonomy, templates, a first case and CI files. Never overwrites a file; runs `git init` where there is no repository.',
        zh: '写入配置、分类体系、模板、第一个案例和 CI 文件。从不覆盖已有文件；没有仓库时运行 `git init`。',
      }),
    )
    .option('--name <name>', t({ en: 'name of the library', zh: '案例库名称' }))
    .addOption(
      new Option(
        '--languages <tags>',
        t({ en: 'languages of the cases, the first is the default', zh: '案例语言，第一个为默认' }),
      ),
    )
    .addOption(
      new Option('--product <name>', t({ en: 'a product (repeatable)', zh: '产品（可重复）' })).argParser(
        collect,
      ),
    )
    .option('--prefix <PREFIX>', t({ en: 'prefix of case ids', zh: '案例 id 前缀' }))
    .addOption(
      new Option('--audience <audience>', t({ en: 'default audience', zh: '默认受众' })).choices(AUDIENCES),
    )
    .addOption(
      new Option(
        '--forge <forge>',
        t({ en: 'whose CI files to write', zh: '写入哪个平台的 CI 文件' }),
      ).choices(['github', 'gitlab', 'both']),
    )
    .option('-y, --yes', t({ en: 'take the defaults, ask nothing', zh: '使用默认值，不提问' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl init --yes\n  casectl init support-cases --languages zh-CN,en --product 路由器 --product 摄像头`,
    )
    .action(run(['dir'], async () => (await import('../commands/init.js')).init))
  const config = program
    .command('config')
    .summary(t({ en: 'show the configuration', zh: '查看配置' }))
    .description(t({ en: 'Shows the configuration in force.', zh: '查看生效的配置。' }))
  config
    .command('show')
    .summary(t({ en: 'print what is in force', zh: '显示生效的配置' }))
    .description(t({ en: 'Prints every setting in force.', zh: '显示全部生效的设置。' }))
    .option('--origin', t({ en: 'say where each value comes from', zh: '说明每个值的来源' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl config show --origin`)
    .action(run([], async () => (await import('../commands/config-show.js')).configShow))
  program
    .command('completion')
    .addArgument(new Argument('<shell>', t({ en: 'shell', zh: 'shell' })).choices(['bash', 'zsh', 'fish']))
    .summary(t({ en: 'print a completion script', zh: '输出补全脚本' }))
    .description(
      t({
        en: 'Prints a script that completes commands, options and their values.',
        zh: '输出补全命令、选项及其取值的脚本。',
      }),
    )
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl completion bash > ~/.local/share/bash-completion/completions/casectl
  casectl completion zsh > "\${fpath[1]}/_casectl"
  casectl completion fish > ~/.config/fish/completions/casectl.fish`,
    )
    .action(run(['shell'], async () => (await import('./completion.js')).completionFor(program)))
}
