import { type Command as Commander, Option } from 'commander'
import { FORGES } from '../model/forge.js'
import type { Declaring } from './declaring.js'

/** Where a branch is pushed to and merged into, of every command that opens a request. */
export function withForge(command: Commander, t: Declaring['t']): Commander {
  return command
    .addOption(
      new Option(
        '--forge <forge>',
        t({ en: 'what the host is, where its name does not tell', zh: '平台类型，无法由主机名判断时使用' }),
      ).choices([...FORGES]),
    )
    .option('--remote <name>', t({ en: 'remote to push to', zh: '推送到的远程仓库' }))
    .option(
      '--base <branch>',
      t({ en: "branch to merge into; the remote's default without", zh: '目标分支；省略则为远程的默认分支' }),
    )
}
