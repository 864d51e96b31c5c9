import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'

/** `reply` and `cite`: how a case gets to a customer and into a ticket. */
export function declareReply(program: Commander, { t, run }: Declaring): void {
  const ticket = t({ en: 'the ticket that it is used for', zh: '使用该案例的工单' })
  program
    .command('reply')
    .argument('[id]', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'a case as a message to a customer', zh: '把案例写成给客户的消息' }))
    .description(
      t({
        en: 'Prints a published case as a message, from templates/reply.<language>.md. Refused, exit code 1, for drafts, superseded cases, cases that are to be reviewed and those that the reader may not see; sections for fewer readers are left out. Counts as a use.',
        zh: '按 templates/reply.<语言>.md 把已发布的案例写成消息。草稿、已被取代、待复审或读者无权查看的案例会被拒绝（退出码 1）；受众更窄的小节会略去。计为一次使用。',
      }),
    )
    .addOption(
      new Option(
        '--language <language>',
        t({ en: 'words of the template; those of the case without', zh: '模板语言，默认与案例相同' }),
      ).choices(['zh', 'en']),
    )
    .addOption(
      new Option(
        '--var <name=value>',
        t({ en: 'a variable of the template (repeatable)', zh: '模板变量（可重复）' }),
      ).argParser(collect),
    )
    .option('--vars', t({ en: 'list the variables and what stands there without', zh: '列出变量及其默认值' }))
    .addOption(
      new Option('--audience <audience>', t({ en: 'who reads the message', zh: '消息的读者' }))
        .choices(['internal', 'partner', 'public'])
        .default('public'),
    )
    .option('--ticket <ref>', ticket)
    .option('--copy', t({ en: 'put it on the clipboard too', zh: '同时复制到剪贴板' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl reply case-3a2g2 --var customer=王女士 --copy\n  casectl reply CASE-3A2G2 --language en --ticket TK-2041\n  casectl reply --vars --language zh`,
    )
    .action(run(['id'], async () => (await import('../commands/reply.js')).reply))
  program
    .command('cite')
    .argument('<id>', t({ en: 'case id, in any letter case', zh: '案例 id，不分大小写' }))
    .summary(t({ en: 'a case as one line for a ticket', zh: '把案例写成工单里的一行' }))
    .description(
      t({
        en: 'Prints id, title and link of a case in force. The link is a web address where the remote tells one, else the path. Counts as a use.',
        zh: '显示有效案例的 id、标题和链接；远程仓库能确定网址时给出网址，否则给出路径。计为一次使用。',
      }),
    )
    .option('--ticket <ref>', ticket)
    .addOption(
      new Option('--format <format>', t({ en: 'output format', zh: '输出格式' }))
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl cite CASE-3A2G2 --ticket TK-2041 --format markdown`,
    )
    .action(run(['id'], async () => (await import('../commands/cite.js')).cite))
}
