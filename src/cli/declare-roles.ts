import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'

/** `roles`: what the roles of a library come to elsewhere. */
export function declareRoles(program: Commander, { t, run }: Declaring): void {
  const roles = program
    .command('roles')
    .summary(t({ en: 'code owners and who does what, from the roles', zh: '由角色生成代码所有者与职责表' }))
    .description(
      t({
        en: 'Works with the roles of `review.roles` in casectl.config.yml or of roles.yml beside it.',
        zh: '使用 casectl.config.yml 中的 `review.roles` 或同目录 roles.yml 中的角色。',
      }),
    )
  roles
    .command('sync')
    .summary(t({ en: 'write CODEOWNERS and the RACI table', zh: '写入 CODEOWNERS 与 RACI 表' }))
    .description(
      t({
        en: 'Writes a part of CODEOWNERS and of docs/RACI.md (or `review.raci`) between two comment lines; the rest of both files keeps its bytes. A path cannot say which products or industries a reviewer is for, nor that every role must approve: `casectl review check` sees to that.',
        zh: '在 CODEOWNERS 和 docs/RACI.md（或 `review.raci`）的两行标记之间写入内容，其余部分逐字节不变。路径无法表达评审人负责的产品或行业，也无法要求每个角色都批准，这些由 `casectl review check` 核对。',
      }),
    )
    .option(
      '--check',
      t({ en: 'write nothing; exit 1 where a file is out of date', zh: '不写入；有文件过期时退出码为 1' }),
    )
    .addOption(
      new Option(
        '--format <format>',
        t({
          en: 'form of CODEOWNERS; that of `forge` in the configuration without, else github',
          zh: 'CODEOWNERS 的格式；省略则依配置中的 `forge`，否则为 github',
        }),
      ).choices(['github', 'gitlab']),
    )
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Examples:', zh: '示例：' })}\n  casectl roles sync\n  casectl roles sync --check`,
    )
    .action(run([], async () => (await import('../commands/roles-sync.js')).rolesSync))
}
