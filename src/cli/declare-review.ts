import type { Command as Commander } from 'commander'
import { declareDue } from './declare-due.js'
import { declareGrant } from './declare-grant.js'
import type { Declaring } from './declaring.js'
import { declareFormats } from './report-options.js'
import { AS, CASE_ID, JSON_OUTPUT } from './review-options.js'

/** `review`: who has read which text of a case, and what that is worth. */
export function declareReview(program: Commander, declaring: Declaring): void {
  const { t } = declaring
  const review = program
    .command('review')
    .summary(t({ en: 'review cases, and check approvals', zh: '评审案例，核对批准' }))
    .description(
      t({
        en: 'Records reviews of cases as files below reviews/, bound to what each case says, and checks them. Who may review is said by `review:` in casectl.config.yml.',
        zh: '把案例评审记录为 reviews/ 下的文件，与案例内容绑定，并加以核对。评审人由 casectl.config.yml 中的 `review:` 指定。',
      }),
    )
  declareReading(review, declaring)
  declareRecording(review, declaring)
  declareGrant(review, declaring)
  declareCheck(review, declaring)
  declareDue(review, declaring)
}

function declareReading(review: Commander, { t, run }: Declaring): void {
  review
    .command('list')
    .summary(t({ en: 'what waits, for whom, since when', zh: '等待评审的案例、人员和日期' }))
    .description(
      t({
        en: 'Lists the cases that wait for an approval or for their author, the longest first. The day is that of the last change that a case tells of (`updated`).',
        zh: '列出等待批准或等待作者修改的案例，等待最久的在前。日期取自案例的 `updated`。',
      }),
    )
    .option('--role <role>', t({ en: 'only what waits for this role', zh: '只列出等待该角色的案例' }))
    .option('--mine', t({ en: 'only what you may review', zh: '只列出可由你评审的案例' }))
    .option('--as <person>', t(AS))
    .option('--json', t(JSON_OUTPUT))
    .addHelpText('after', examples(t, 'casectl review list --mine'))
    .action(run([], async () => (await import('../commands/review-list.js')).reviewList))
  review
    .command('show')
    .argument('<id>', t(CASE_ID))
    .summary(t({ en: 'a case with all that a reviewer needs', zh: '案例及评审所需的信息' }))
    .description(
      t({
        en: 'Shows a case, where its approvals stand, when it is to be read again and why, the checklist of its kind, what lint finds, earlier reviews, and what has changed since it was published.',
        zh: '显示案例、批准情况、下次复审日期及理由、该类型的核对清单、检查结果、以往评审，以及与已发布版本的差异。',
      }),
    )
    .option('--json', t(JSON_OUTPUT))
    .addHelpText('after', examples(t, 'casectl review show CASE-7F3KQ'))
    .action(run(['id'], async () => (await import('../commands/review-show.js')).reviewShow))
}

function declareRecording(review: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  scored(review.command('approve'), declaring)
    .summary(t({ en: 'approve a case as it is', zh: '批准案例的现有内容' }))
    .description(
      t({
        en: 'Writes a new file below reviews/ that approves what the case says now. Commit it yourself: the commit shows who approved. Asks for what no option says where somebody can be asked. Below the threshold a case must be returned.',
        zh: '在 reviews/ 下新建文件，批准案例的现有内容。请由本人提交：提交者即批准人。未用选项给出的内容会在终端中询问。评分低于门槛时必须退回。',
      }),
    )
    .addHelpText(
      'after',
      examples(
        t,
        'casectl review approve CASE-7F3KQ --role technical --authenticity 5 --typicality 4 --reusability 4',
      ),
    )
    .action(run(['id'], async () => (await import('../commands/review-record.js')).reviewApprove))
  scored(review.command('return'), declaring)
    .summary(t({ en: 'return a case, with the reason', zh: '退回案例并说明理由' }))
    .description(
      t({
        en: 'Writes a review that returns the case: until its text changes, or you withdraw the review, it cannot be published.',
        zh: '写入一份退回意见：在内容改动或你撤回之前，案例不能发布。',
      }),
    )
    .addHelpText('after', examples(t, 'casectl review return CASE-7F3KQ --role technical -m "Step 3 fails."'))
    .action(run(['id'], async () => (await import('../commands/review-record.js')).reviewReturn))
  scored(review.command('comment'), declaring)
    .summary(t({ en: 'comment on a case', zh: '对案例发表意见' }))
    .description(t({ en: 'Writes a review that decides nothing.', zh: '写入一份不作决定的意见。' }))
    .addHelpText(
      'after',
      examples(t, 'casectl review comment CASE-7F3KQ --role technical -m "Which firmware?"'),
    )
    .action(run(['id'], async () => (await import('../commands/review-record.js')).reviewComment))
  review
    .command('withdraw')
    .argument('<id>', t(CASE_ID))
    .argument('[file]', t({ en: 'the review, where you have given several', zh: '评审文件，有多份时需指明' }))
    .summary(t({ en: 'take your own review back', zh: '撤回自己的评审' }))
    .description(
      t({
        en: 'Writes a file that takes one of your reviews back. Reviews are never changed or removed.',
        zh: '写入一份撤回文件。评审本身从不修改或删除。',
      }),
    )
    .option('-m, --message <text>', t({ en: 'why', zh: '理由' }))
    .option('--as <person>', t(AS))
    .option('--json', t(JSON_OUTPUT))
    .addHelpText('after', examples(t, 'casectl review withdraw CASE-7F3KQ -m "Wrong case."'))
    .action(run(['id', 'file'], async () => (await import('../commands/review-withdraw.js')).reviewWithdraw))
  review
    .command('publish')
    .argument('<id>', t(CASE_ID))
    .summary(t({ en: 'publish an approved case', zh: '发布已获批准的案例' }))
    .description(
      t({
        en: 'Sets the status to published where every required role has approved the case as it is. Exit code 1 and the findings where not.',
        zh: '当每个必需角色都批准了现有内容时，把状态改为 published；否则列出原因，退出码为 1。',
      }),
    )
    .option('--json', t(JSON_OUTPUT))
    .addHelpText('after', examples(t, 'casectl review publish CASE-7F3KQ'))
    .action(run(['id'], async () => (await import('../commands/review-publish.js')).reviewPublish))
}

/** The arguments and options of a review. */
function scored(command: Commander, { t }: Declaring): Commander {
  const score = (zh: string): string => t({ en: '1 to 5', zh: `${zh}，1 到 5` })
  return command
    .argument('<id>', t(CASE_ID))
    .option(
      '--role <role>',
      t({ en: 'in which role; not needed where you have one only', zh: '角色；只有一个时可省略' }),
    )
    .option('--authenticity <stars>', score('真实性'))
    .option('--typicality <stars>', score('典型性'))
    .option('--reusability <stars>', score('可复用性'))
    .option('-m, --message <text>', t({ en: 'comment', zh: '意见' }))
    .option('--as <person>', t(AS))
    .option('--json', t(JSON_OUTPUT))
}

function examples(t: Declaring['t'], example: string): string {
  return `\n${t({ en: 'Example:', zh: '示例：' })}\n  ${example}`
}

function declareCheck(review: Commander, { t, run }: Declaring): void {
  const check = review
    .command('check')
    .argument(
      '[range]',
      t({
        en: 'what a pull request adds: main..feature; the tree as it is without',
        zh: '合并请求的范围：main..feature；省略则核对当前文件',
      }),
    )
    .summary(t({ en: 'the gate before a merge', zh: '合并前的核对' }))
    .description(
      t({
        en: 'Every published case that the range touches must have a fresh approval in each required role, by distinct people who are not its authors. Works offline. The policy is that of the base. Exit code 1 when there is an error. With --quiet only errors are reported.',
        zh: '范围内涉及的每个已发布案例，都必须在每个必需角色上有针对现有内容的批准，批准人各不相同且不是作者。离线可用，以基准版本的策略为准。有错误时退出码为 1。加上 --quiet 则只报告错误。',
      }),
    )
  declareFormats(check, t)
  check
    .option(
      '--as-of <day>',
      t({
        en: 'the day that is judged; the committer date of the head without',
        zh: '核对日期；省略则为末端提交的日期',
      }),
    )
    .option(
      '--approvals <file>',
      t({
        en: 'JSON list of who approved on the forge, at which commit',
        zh: '平台上批准记录的 JSON 文件：谁在哪个提交上批准',
      }),
    )
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl review check origin/main..HEAD\n  casectl review check --format sarif --output review.sarif`,
    )
    .action(run(['range'], async () => (await import('../commands/review-check.js')).reviewCheck))
}
