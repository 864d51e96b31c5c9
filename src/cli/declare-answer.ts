import type { Command as Commander } from 'commander'
import { LIMIT, PRINT_JSON, THRESHOLD } from './answer-texts.js'
import { declareRelated, declareSuggest, declareTag } from './declare-near.js'
import type { Declaring } from './declaring.js'
import { addFilters } from './filter-options.js'

/** `recommend`, `diagnose`, `related`, `suggest` and `tag suggest`: what a library answers unasked. */
export function declareAnswer(program: Commander, declaring: Declaring): void {
  declareRecommend(program, declaring)
  declareDiagnose(program, declaring)
  declareRelated(program, declaring)
  declareSuggest(program, declaring)
  declareTag(program, declaring)
}

function declareRecommend(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const recommend = program
    .command('recommend')
    .argument('[words...]', t({ en: "a customer's message; - for stdin", zh: '客户的原话；- 表示标准输入' }))
    .summary(t({ en: 'cases for a ticket or message', zh: '为工单或客户原话推荐案例' }))
    .description(
      t({
        en: 'Reads a whole message or ticket and lists the cases that it is likely about, each with a likeness from 0 to 1: how much of what the text tells the case says. 1 is all of it, 0.7 (the threshold) about half. Exit code 1 when no case reaches the threshold.',
        zh: '读入整段原话或整张工单，列出可能适用的案例及其相近度（0 到 1）：文本中有区分力的内容，案例说到了多少。1 为全部，0.7（默认阈值）约为一半。没有案例达到阈值时退出码为 1。',
      }),
    )
    .option('--text <text>', t({ en: 'the message', zh: '客户的原话' }))
    .option(
      '--file <file>',
      t({ en: 'a text file, or a ticket as JSON; - for stdin', zh: '文本文件或 JSON 工单；- 表示标准输入' }),
    )
    .option('--threshold <number>', t(THRESHOLD))
  addFilters(recommend, declaring)
  recommend
    .option('--limit <n>', t(LIMIT))
    .option('--json', t(PRINT_JSON))
    .addHelpText(
      'after',
      `
${t({
  en: 'A ticket is one JSON object; title, subject, summary, description, body, content,\nmessage, comments, error_codes, product, module, category and tags are read.',
  zh: '工单为一个 JSON 对象；读取 title、subject、summary、description、body、content、\nmessage、comments、error_codes、product、module、category 和 tags。',
})}

${t({ en: 'Examples:', zh: '示例：' })}
  casectl recommend "机器一到下午就停，屏幕 E-1203"
  casectl recommend --file ticket.json --json
  pbpaste | casectl recommend -`,
    )
    .action(run(['words'], async () => (await import('../commands/recommend.js')).recommend))
}

function declareDiagnose(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const diagnose = program
    .command('diagnose')
    .argument('[symptoms...]', t({ en: 'what is wrong, a symptom each', zh: '故障现象，每个参数一条' }))
    .summary(t({ en: 'from symptoms to causes', zh: '由现象查原因' }))
    .description(
      t({
        en: 'Ranks the causes that cases know for symptoms. In a terminal it asks check by check until a cause is found and shows its fix; otherwise, or with --no-input, it prints the list.',
        zh: '按案例记录的原因排查故障。在终端中逐项核实，确认原因后给出处理办法；否则或使用 --no-input 时直接列出。',
      }),
    )
  addFilters(diagnose, declaring)
  diagnose
    .option('--limit <n>', t({ en: 'at most this many causes', zh: '最多列出的原因数' }))
    .option('--json', t(PRINT_JSON))
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl diagnose
  casectl diagnose 下午停机 "E-1203" --product 空压机
  casectl diagnose "first payment fails after a quiet hour" --json`,
    )
    .action(run(['symptoms'], async () => (await import('../commands/diagnose.js')).diagnose))
}
