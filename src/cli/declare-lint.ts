import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'
import { collect } from './filter-options.js'
import { declareFormats } from './report-options.js'

/** `lint`: every rule, on everything or on what has changed. */
export function declareLint(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const lint = program
    .command('lint')
    .argument(
      '[paths...]',
      t({
        en: 'files or folders, - for a case on stdin; everything without',
        zh: '文件或文件夹，- 表示从标准输入读取案例；省略则检查全部',
      }),
    )
    .summary(t({ en: 'check cases', zh: '检查案例' }))
    .description(
      t({
        en: 'Checks cases against the schema, the taxonomy and the standard of their kind. Exit code 1 when there is an error. With --quiet only errors are reported. Whatever is selected, rules see the whole library; a finding is reported when the file that it is about is selected.',
        zh: '按 schema、分类体系和各类型的标准检查案例。有错误时退出码为 1。加上 --quiet 则只报告错误。无论选择了哪些文件，规则都会看到整个案例库；结果所涉及的文件在选择范围内才会报告。',
      }),
    )
    .option('--fix', t({ en: 'apply the fixes that findings bring', zh: '应用检查结果附带的修复' }))
    .option(
      '--fix-dry-run',
      t({ en: 'show as a diff what --fix would do', zh: '以 diff 显示 --fix 将做的改动，不写入' }),
    )
  declareReports(lint, declaring)
  declareJudgement(lint, declaring)
  declareSelection(lint, declaring)
  declareBaseline(lint, declaring)
  lint
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl lint
  casectl lint cases/home-router --fix
  casectl lint --since main --max-warnings 0
  casectl lint --format pretty --format sarif --output lint.sarif
  casectl lint --baseline lint-baseline.json --update-baseline`,
    )
    .action(run(['paths'], async () => (await import('../commands/lint.js')).lint))
}

function declareReports(lint: Commander, { t }: Declaring): void {
  declareFormats(lint, t)
  lint
    .option(
      '--with-suppressed',
      t({
        en: 'list in SARIF what cases disable with a reason',
        zh: '在 SARIF 中列出案例写明理由而停用的结果',
      }),
    )
    .option('--stats', t({ en: 'time and findings of each rule', zh: '每条规则的用时和结果数' }))
}

function declareJudgement(lint: Commander, { t }: Declaring): void {
  lint
    .option(
      '--max-warnings <n>',
      t({ en: 'exit 1 above this many warnings', zh: '警告超过该数目时退出码为 1' }),
    )
    .addOption(
      new Option(
        '--rule <rule=severity>',
        t({
          en: 'off, note, warning or error for a rule (repeatable)',
          zh: '规则的级别：off、note、warning 或 error（可重复）',
        }),
      ).argParser(collect),
    )
    .option(
      '--as-of <day>',
      t({
        en: 'today, for rules about dates: they only give notes, and run only with this',
        zh: '与日期有关的规则以此为今天；这些规则只给出提示，且仅在指定时检查',
      }),
    )
    .option(
      '--no-cache',
      t({
        en: 'judge every file anew, and keep nothing for the next run',
        zh: '重新检查每个文件，也不为下次检查保留结果',
      }),
    )
}

function declareSelection(lint: Commander, { t }: Declaring): void {
  lint
    .option(
      '--since <ref>',
      t({
        en: 'only files changed since this branch left a git revision',
        zh: '只报告当前分支从 git 某个版本分出后改动的文件',
      }),
    )
    .option(
      '--staged',
      t({ en: 'only staged files, as they are staged', zh: '只检查暂存的文件，以暂存的内容为准' }),
    )
    .option(
      '--files-from <file>',
      t({
        en: 'only files of a list, one a line or NUL-separated; - for stdin',
        zh: '只检查列表中的文件，每行一个或以 NUL 分隔；- 表示标准输入',
      }),
    )
    .option(
      '--stdin-filename <path>',
      t({ en: 'where the case on stdin belongs', zh: '标准输入中的案例所在的路径' }),
    )
    .option(
      '--commits <range>',
      t({
        en: 'look for personal data in commit messages too: main..',
        zh: '同时检查提交说明中的个人数据：main..',
      }),
    )
}

function declareBaseline(lint: Commander, { t }: Declaring): void {
  lint
    .option(
      '--baseline <file>',
      t({ en: 'report only what this file does not hold', zh: '只报告基线文件中没有的结果' }),
    )
    .option(
      '--update-baseline',
      t({
        en: 'take out of it what is mended; make it if missing',
        zh: '从基线中移除已修复的条目；文件不存在则新建',
      }),
    )
    .option('--allow-growth', t({ en: 'add what is new to it', zh: '把新出现的结果也写入基线' }))
}
