import { type Command as Commander, Option } from 'commander'
import type { Message } from '../lib/message.js'
import type { Declaring } from './declaring.js'

/** The reports that are made from cases, reviews and feedback; `report sla` stands beside them. */
export function declareReports(report: Commander, { t, run }: Declaring): void {
  for (const [name, summary, description] of REPORTS) {
    const command = report
      .command(name)
      .summary(t(summary))
      .description(t(description))
      .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
      .option('--after <day>', t(name === 'coverage' ? SINCE : AFTER))
      .addOption(
        new Option('--by <what>', t({ en: 'a table by group too', zh: '同时按组统计' })).choices([
          'product',
          'owner',
          'industry',
        ]),
      )
    if (name === 'coverage') {
      command.option(
        '--set <set>',
        t({
          en: 'eval/<set>.yml, or a file; onboarding without',
          zh: 'eval/<set>.yml 或文件，默认 onboarding',
        }),
      )
    }
    if (name === 'loop') {
      command.option(
        '--tickets <file>',
        t({
          en: 'an export of tickets as CSV: reuse, cycle time, first contact, satisfaction',
          zh: '工单导出 CSV：复用率、处理时长、首次解决率、满意度',
        }),
      )
    }
    command
      .addOption(
        new Option('--format <format>', t({ en: 'output format', zh: '输出格式' }))
          .choices(['table', 'markdown', 'json', 'csv', 'html', 'prometheus'])
          .default('table'),
      )
      .option('--output <file>', t({ en: 'write it to a file', zh: '写入文件' }))
      .addHelpText(
        'after',
        `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl report ${name} --format html --output ${name}.html`,
      )
      .action(run([], async () => (await import('../commands/report.js')).reportCommand(name)))
  }
}

const AFTER: Message = { en: 'only feedback of that day and later', zh: '只计该日期及以后的反馈' }
const SINCE: Message = {
  en: 'compare with the library before that day, as git has it',
  zh: '与 git 中该日期之前的案例库比较',
}

const REPORTS = [
  [
    'health',
    { en: 'fifteen figures, and what to mend first', zh: '十五项指标与优先改进' },
    {
      en: 'The state of the library in fifteen figures, and the ten cases to mend first with the reasons: uses that did not solve, readers who called them outdated, late reviews, changes since approval, poor ratings, fields marked as incomplete, weighed by use.',
      zh: '用十五项指标说明案例库状态，并列出最该先改的十个案例及原因：未解决、被指过时、复审逾期、批准后改动、评分低、标记未完成，并按使用量加权。',
    },
  ],
  [
    'coverage',
    { en: 'how many of a set of questions are answered', zh: '问题集覆盖率' },
    {
      en: 'Asks the questions of eval/onboarding.yml, or another set, and tells the share whose case is among the first five hits.',
      zh: '检索 eval/onboarding.yml（或其他问题集）中的问题，统计正确案例位于前五条的比例。',
    },
  ],
  [
    'feedback',
    { en: 'what is used, what solves, what is rated', zh: '使用、解决与评分' },
    {
      en: 'What is used most, what has the highest share of uses that did not solve, what is rated best (of three uses or ratings on), and how it went from month to month.',
      zh: '使用最多、未解决率最高、评分最高的案例（至少三次），以及各月情况。',
    },
  ],
  [
    'stale',
    { en: 'what nobody changed or used for long', zh: '长期未动的案例' },
    {
      en: 'The cases in force that nobody changed or used for 180 days, the longest first.',
      zh: '180 天内无人修改或使用的有效案例，时间最长的在前。',
    },
  ],
  [
    'contributors',
    { en: 'whose cases help', zh: '谁的案例有用' },
    {
      en: 'First authors by the uses in which their cases solved a problem. How many cases somebody wrote ranks nothing.',
      zh: '按案例解决问题的次数排列首位作者；写了多少案例不影响排名。',
    },
  ],
  [
    'loop',
    { en: 'how many cases stand in each stage', zh: '各阶段的案例数' },
    {
      en: 'How many cases stand in each stage of the loop: collect, standardise, apply, optimise; with an export of tickets what those with a case have over those without.',
      zh: '闭环各阶段（收集、标准化、应用、优化）的案例数；给出工单导出时，比较有案例与全部工单。',
    },
  ],
  [
    'digest',
    { en: 'what a team should hear of', zh: '团队简报' },
    {
      en: 'What is new, what was used most, what to mend first, and how many reviews are due within 30 days: for a monthly meeting or a group.',
      zh: '新增案例、使用最多、优先改进，以及 30 天内待复审的数量：用于例会或群通知。',
    },
  ],
] as const satisfies readonly (readonly [string, Message, Message])[]
