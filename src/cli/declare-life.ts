import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'
import { withForge } from './forge-options.js'

/** `supersede`, `merge`, `mv`: how cases give way to others and go elsewhere. */
export function declareLife(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const id = t({ en: 'case id', zh: '案例 id' })
  rewriting(program.command('supersede'), declaring)
    .argument('<old>', t({ en: 'id of the case that gives way', zh: '被取代的案例 id' }))
    .argument('<next>', t({ en: 'id of the case that takes its place', zh: '取代它的案例 id' }))
    .summary(t({ en: 'put one case in the place of another', zh: '用一个案例取代另一个' }))
    .description(
      t({
        en: 'Marks the first case as superseded by the second and lists it there. Links to the old case stay and lead on; gold queries and synonyms name the new one.',
        zh: '把第一个案例标记为被第二个取代，并在后者中登记。指向旧案例的链接保留并继续有效；评测查询和同义词改为新案例。',
      }),
    )
    .addHelpText('after', example(t, 'casectl supersede CASE-7F3KQ CASE-9B2XM --dry-run'))
    .action(run(['old', 'next'], async () => (await import('../commands/supersede.js')).supersede))
  rewriting(program.command('merge'), declaring)
    .argument('<into>', t({ en: 'id of the case that stays', zh: '保留的案例 id' }))
    .argument('<from>', t({ en: 'id of the case that goes into it', zh: '并入的案例 id' }))
    .summary(t({ en: 'merge a case into another', zh: '合并案例' }))
    .description(
      t({
        en: 'Customer phrases, tags, references and relations of the second case go to the first, which goes back to review; the second is superseded and leads there.',
        zh: '第二个案例的客户表述、标签、来源编号和关联并入第一个，第一个回到评审中；第二个标记为被取代并指向它。',
      }),
    )
    .addHelpText('after', example(t, 'casectl merge CASE-7F3KQ CASE-9B2XM --dry-run'))
    .action(run(['into', 'from'], async () => (await import('../commands/merge.js')).mergeCases))
  rewriting(program.command('mv'), declaring)
    .argument('<id>', id)
    .argument('<path>', t({ en: 'new path, or a folder', zh: '新路径，或文件夹' }))
    .summary(t({ en: 'move a case', zh: '移动案例' }))
    .description(
      t({
        en: 'Moves a case with the images and attachments that it alone uses, and rewrites links in every case so that each leads where it led.',
        zh: '移动案例及只有它在用的图片和附件，并改写所有案例中的链接，使其指向不变。',
      }),
    )
    .addHelpText('after', example(t, 'casectl mv CASE-7F3KQ cases/home-router/ --dry-run'))
    .action(run(['id', 'path'], async () => (await import('../commands/mv.js')).mvCase))
  declareLifecycle(program, declaring)
}

function declareLifecycle(program: Commander, { t, run }: Declaring): void {
  const lifecycle = program
    .command('lifecycle')
    .summary(t({ en: 'archive and mark what has grown old', zh: '归档或标记久未更新的案例' }))
    .description(
      t({
        en: 'Proposes for the archive what nobody changed, approved or used for 180 days (`lifecycle:` in the configuration), and a needs-review mark for what is due (`casectl review due`).',
        zh: '对 180 天无人修改、批准或使用的案例建议归档（见配置中的 `lifecycle:`），对到期的案例建议标记待复审（见 `casectl review due`）。',
      }),
    )
  const choosing = (command: Commander): Commander =>
    command
      .argument('[ids...]', t({ en: 'only these cases', zh: '只处理这些案例' }))
      .addOption(
        new Option('--only <what>', t({ en: 'only one kind of proposal', zh: '只处理一类建议' })).choices([
          'archive',
          'needs-review',
        ]),
      )
      .option('--as-of <day>', t({ en: 'the day that counts as today', zh: '以该日期为今天' }))
      .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
  choosing(lifecycle.command('plan'))
    .summary(t({ en: 'what is proposed, and why', zh: '列出建议和理由' }))
    .description(t({ en: 'Prints the proposals and writes nothing.', zh: '列出建议，不写入任何内容。' }))
    .addHelpText('after', example(t, 'casectl lifecycle plan --as-of 2027-06-30'))
    .action(run(['ids'], async () => (await import('../commands/lifecycle.js')).lifecyclePlanCommand))
  const apply = choosing(lifecycle.command('apply'))
    .summary(t({ en: 'commit the proposals on a branch', zh: '把建议提交到分支' }))
    .description(
      t({
        en: 'Works out the proposals of HEAD and commits them on a new branch, in a temporary worktree: your files, index and branch stay as they are. Archived cases move below archive/ with their assets and keep their ids; links follow. With --submit the branch is pushed, never with force, and a request to merge it opened, as `casectl submit` does.',
        zh: '在临时工作树中按 HEAD 计算建议，并提交到新分支：你的文件、暂存区和当前分支都不改动。归档的案例连同附件移到 archive/ 下，id 不变，链接随之更新。加 --submit 则像 `casectl submit` 一样推送分支（从不强制）并发起合并请求。',
      }),
    )
    .option('--submit', t({ en: 'push the branch and ask to merge it', zh: '推送分支并发起合并请求' }))
  withForge(apply, t)
    .addHelpText('after', example(t, 'casectl lifecycle apply --only archive --submit'))
    .action(run(['ids'], async () => (await import('../commands/lifecycle.js')).lifecycleApply))
}

function rewriting(command: Commander, { t }: Declaring): Commander {
  return command
    .option('--dry-run', t({ en: 'show the changes, write nothing', zh: '只显示改动，不写入' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
}

function example(t: Declaring['t'], text: string): string {
  return `\n${t({ en: 'Example:', zh: '示例：' })}\n  ${text}`
}
