import type { Command as Commander } from 'commander'
import type { Declaring } from './declaring.js'

/** `fmt`: how cases come into one form without a word changed. */
export function declareFormat(program: Commander, { t, run }: Declaring): void {
  program
    .command('fmt')
    .argument(
      '[paths...]',
      t({
        en: 'files or folders, - for stdin; everything without',
        zh: '文件或文件夹，- 表示标准输入；省略则整理全部',
      }),
    )
    .summary(t({ en: 'bring cases into one form', zh: '整理案例格式' }))
    .description(
      t({
        en: 'Brings cases into one form: the order of fields and sections, quotes where a text could be taken for a number, blank lines, white space, punctuation. What a case says, its comments and its code stay as they are; so does whatever cannot be changed safely.',
        zh: '把案例整理成统一格式：字段与章节的顺序、可能被当成数字的文本加引号、空行、空白和标点。案例的内容、注释和代码保持不变；不能安全改动的地方保持原样。',
      }),
    )
    .option(
      '--check',
      t({
        en: 'list what would change and write nothing; exit 1 then',
        zh: '只列出会改动的文件，不写入；有则退出码为 1',
      }),
    )
    .option(
      '--stdin-filename <file>',
      t({ en: 'where the case on stdin belongs', zh: '标准输入中的案例所对应的文件' }),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl fmt --check
  casectl fmt cases/home-router
  casectl fmt - --stdin-filename cases/inbox/draft.md < draft.md`,
    )
    .action(run(['paths'], async () => (await import('../commands/fmt.js')).fmt))
}
