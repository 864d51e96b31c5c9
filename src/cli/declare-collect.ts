import { type Command as Commander, Option } from 'commander'
import { KINDS } from '../model/case.js'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'

/** `new` and `capture`: how cases come in. */
export function declareCollect(program: Commander, { t, run }: Declaring): void {
  program
    .command('new')
    .argument('[title]', t({ en: 'product, symptom or error code', zh: '标题：产品、现象或错误代码' }))
    .summary(t({ en: 'draft a case', zh: '起草案例' }))
    .description(
      t({
        en: 'Drafts a case from a template, after showing the most similar existing ones. Personal data is masked before anything is written. Asks for what no option says; without a terminal, with --no-input or in CI it never asks.',
        zh: '按模板起草案例，并先列出最相似的已有案例；个人数据写入前会打码。未用选项给出的内容会逐项询问；没有终端、使用 --no-input 或在 CI 中从不询问。',
      }),
    )
    .option('--title <title>', t({ en: 'the title, instead of the argument', zh: '标题（代替参数）' }))
    .addOption(new Option('--kind <kind>', t({ en: 'kind of case', zh: '案例类型' })).choices(KINDS))
    .option('--product <term>', t({ en: 'product', zh: '产品' }))
    .option('--module <term>', t({ en: 'product module', zh: '产品模块' }))
    .option('--problem-type <term>', t({ en: 'problem type', zh: '问题类型' }))
    .option('--fault-type <term>', t({ en: 'fault type', zh: '故障类型' }))
    .option(
      '--urgency <level>',
      t({ en: 'critical, high, medium or low', zh: '紧急程度：critical、high、medium 或 low' }),
    )
    .option('--language <tag>', t({ en: 'language of the case', zh: '案例语言' }))
    .option('--problem <text>', t({ en: 'the problem', zh: '问题描述' }))
    .option('--symptoms <text>', t({ en: 'the symptoms', zh: '故障现象' }))
    .addOption(
      new Option(
        '--error-code <code>',
        t({ en: 'error code (repeatable)', zh: '错误代码（可重复）' }),
      ).argParser(collect),
    )
    .addOption(
      new Option('--tag <tag>', t({ en: 'tag (repeatable)', zh: '标签（可重复）' })).argParser(collect),
    )
    .option(
      '--from <file>',
      t({ en: 'text of the problem section, - for stdin', zh: '问题描述的文本文件，- 表示标准输入' }),
    )
    .option(
      '--no-mask',
      t({ en: 'keep personal data as it was typed; asks first', zh: '不对个人数据打码；会先询问' }),
    )
    .option('--yes', t({ en: 'with --no-mask: do not ask', zh: '与 --no-mask 连用：不再询问' }))
    .option('--edit', t({ en: 'open the draft in $EDITOR', zh: '用 $EDITOR 打开草稿' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl new "家用路由器 W-104 夜间掉线" --product 路由器
  casectl new --no-input --kind faq --title "How do I reset the admin password?" --product home-router
  pbpaste | casectl new "POS PRN-0042" --from -`,
    )
    .action(run(['titleArgument'], async () => (await import('../commands/new.js')).newCase))
  program
    .command('capture')
    .summary(t({ en: 'take in a problem in four questions', zh: '用四个问题快速收集' }))
    .description(
      t({
        en: 'Takes in a problem as a draft in the inbox: category, symptom, what was tried, customer. Answers come from options, from questions, or the symptom from stdin. Personal data is masked before anything is written.',
        zh: '用四个问题把一个问题收进收件箱成为草稿：问题分类、故障现象、已尝试的操作、客户情况。答案可来自选项、提问，现象也可来自标准输入。个人数据写入前会打码。',
      }),
    )
    .option('--category <term>', t({ en: 'problem type', zh: '问题类型' }))
    .option(
      '--symptom <text>',
      t({ en: 'what the customer sees; - for stdin', zh: '客户看到的现象；- 表示标准输入' }),
    )
    .option('--tried <text>', t({ en: 'what was tried', zh: '已尝试的操作' }))
    .option(
      '--customer <text>',
      t({ en: "customer's industry and product version", zh: '客户行业与产品版本' }),
    )
    .option('--language <tag>', t({ en: 'language of the case', zh: '案例语言' }))
    .option(
      '--no-mask',
      t({ en: 'keep personal data as it was typed; asks first', zh: '不对个人数据打码；会先询问' }),
    )
    .option('--yes', t({ en: 'with --no-mask: do not ask', zh: '与 --no-mask 连用：不再询问' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl capture
  casectl capture --category 无法上网 --symptom "红灯一直闪，换网线没用" --tried "重启两次" --customer "家庭用户，v5.2"
  casectl capture --category payment-failure --symptom - < chat.txt`,
    )
    .action(run([], async () => (await import('../commands/capture.js')).capture))
}
