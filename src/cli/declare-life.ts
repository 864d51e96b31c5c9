import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

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
}

function rewriting(command: Commander, { t }: Declaring): Commander {
  return command
    .option('--dry-run', t({ en: 'show the changes, write nothing', zh: '只显示改动，不写入' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
}

function example(t: Declaring['t'], text: string): string {
  return `\n${t({ en: 'Example:', zh: '示例：' })}\n  ${text}`
}
