import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `notify`: a report to a group. */
export function declareNotify(program: Commander, { t, run }: Declaring): void {
  program
    .command('notify')
    .summary(t({ en: 'send a report to a group', zh: '把报告发到群' }))
    .description(
      t({
        en: 'Posts a report to a webhook: CASECTL_WEBHOOK_WECOM, _FEISHU, _DINGTALK, _SLACK or _WEBHOOK holds its address, which is never printed. Without it nothing is sent. A robot of DingTalk or Feishu that asks for signatures has its secret in CASECTL_WEBHOOK_DINGTALK_SECRET or _FEISHU_SECRET.',
        zh: '把报告发到 webhook：地址取自环境变量 CASECTL_WEBHOOK_WECOM、_FEISHU、_DINGTALK、_SLACK 或 _WEBHOOK，从不显示。未设置时不发送任何内容。启用加签（签名校验）的钉钉或飞书机器人，密钥取自 CASECTL_WEBHOOK_DINGTALK_SECRET 或 _FEISHU_SECRET。',
      }),
    )
    .addOption(
      new Option('--to <target>', t({ en: 'where to', zh: '发送目标' }))
        .choices(['wecom', 'feishu', 'dingtalk', 'slack', 'webhook'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--report <name>', t({ en: 'which report', zh: '报告' }))
        .choices(['health', 'coverage', 'feedback', 'stale', 'contributors', 'loop', 'digest'])
        .default('digest'),
    )
    .option('--after <day>', t({ en: 'only feedback of that day and later', zh: '只计该日期及以后的反馈' }))
    .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
    .option('--dry-run', t({ en: 'print what would be sent', zh: '只显示将发送的内容' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl notify --to wecom --report digest --dry-run`,
    )
    .action(run([], async () => (await import('../commands/notify.js')).notify))
}
