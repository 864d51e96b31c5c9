import type { Command as Commander } from 'commander'
import { declareLint } from './declare-lint.js'
import type { Declaring } from './declaring.js'

/** `lint`, `explain` and `taxonomy`: how cases come into one form. */
export function declareStandardise(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  declareLint(program, declaring)
  program
    .command('explain')
    .argument('[rule]', t({ en: 'rule id', zh: '规则 id' }))
    .summary(t({ en: 'explain a lint rule', zh: '解释检查规则' }))
    .description(
      t({
        en: 'Explains a rule: what it asks, why, its options, a good and a bad example. Without a rule it lists them all.',
        zh: '解释一条规则：要求、原因、选项、正反示例。省略规则时列出全部。',
      }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl explain known-terms`)
    .action(run(['rule'], async () => (await import('../commands/explain.js')).explain))
  declareTaxonomy(program, declaring)
}

function declareTaxonomy(program: Commander, { t, run }: Declaring): void {
  const dryRun = t({ en: 'show the changes, write nothing', zh: '只显示改动，不写入' })
  const json = t({ en: 'print JSON', zh: '输出 JSON' })
  const taxonomy = program
    .command('taxonomy')
    .summary(t({ en: 'show and reshape the taxonomy', zh: '查看和调整分类体系' }))
    .description(
      t({
        en: 'Prints the terms as a tree with the number of living cases below each.',
        zh: '以树形显示术语及其下现有案例的数量。',
      }),
    )
    .argument('[facet]', t({ en: 'only this facet', zh: '只显示该维度' }))
    .option(
      '--stats',
      t({ en: 'warn of full nodes and of too many "other"', zh: '提示接近上限的节点和过多的“其他”' }),
    )
    .option('--json', json)
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl taxonomy category
  casectl taxonomy --stats
  casectl taxonomy mv category slow-wifi wifi-slow --dry-run`,
    )
    .action(run(['facet'], async () => (await import('../commands/taxonomy.js')).taxonomy))
    // Commander gives an option that both commands have to the upper one, wherever it stands.
    .hook('preAction', (upper, called) => {
      if (upper.opts()['json'] === true) called.setOptionValue('json', true)
    })
  taxonomy
    .command('mv')
    .summary(t({ en: 'rename or move a term', zh: '重命名或移动术语' }))
    .description(
      t({
        en: 'Renames a term, or moves it below another, in the taxonomy and in every case that names it.',
        zh: '重命名术语或把它移到另一术语之下，同时改写分类体系和所有用到它的案例。',
      }),
    )
    .argument('<facet>', t({ en: 'facet', zh: '维度' }))
    .argument('<term>', t({ en: 'term id', zh: '术语 id' }))
    .argument('[new-id]', t({ en: 'its new id', zh: '新的 id' }))
    .option(
      '--under <term>',
      t({ en: 'move it below this term; "" for the top', zh: '移到该术语之下；"" 表示顶层' }),
    )
    .option('--dry-run', dryRun)
    .option('--json', json)
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl taxonomy mv category slow-wifi wifi-slow --dry-run
  casectl taxonomy mv category password-reset --under home-internet`,
    )
    .action(
      run(['facet', 'term', 'newId'], async () => (await import('../commands/taxonomy-mv.js')).taxonomyMv),
    )
  taxonomy
    .command('merge')
    .summary(t({ en: 'merge a term into another', zh: '合并术语' }))
    .description(
      t({
        en: 'Merges the first term into the second: its cases, names and child terms go over, then it leaves the taxonomy.',
        zh: '把第一个术语并入第二个：案例、名称和下级术语一并转移，随后从分类体系中移除。',
      }),
    )
    .argument('<facet>', t({ en: 'facet', zh: '维度' }))
    .argument('<term>', t({ en: 'term that goes', zh: '被并入的术语' }))
    .argument('<into>', t({ en: 'term that stays', zh: '保留的术语' }))
    .option('--dry-run', dryRun)
    .option('--json', json)
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl taxonomy merge category frequent-drops no-internet --dry-run`,
    )
    .action(
      run(
        ['facet', 'term', 'into'],
        async () => (await import('../commands/taxonomy-merge.js')).taxonomyMerge,
      ),
    )
}
