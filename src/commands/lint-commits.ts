import type { Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { allowedData } from '../parse/allowed-data.js'
import { TYPE_NAMES } from '../privacy/words.js'
import { checkCommits } from '../workspace/commits.js'
import type { Context } from './context.js'

/**
 * Tells on stderr of personal data in commit messages, and the way out of it.
 * @param range `main..`
 * @returns true when there is any beyond doubt
 */
export async function lintCommits(context: Context, range: string): Promise<boolean> {
  const { terminal, host } = context
  const { root, config } = await context.openWorkspace()
  const { commits, findings } = await checkCommits(root, range, host.env, allowedData(config.privacy))
  for (const { commit, line, type, likely } of findings) {
    const { en: what, zh: whatZh } = TYPE_NAMES[type]
    const words = terminal.text(likely ? LIKELY : FOUND, { what, whatZh, line })
    terminal.complain(`${style.underline(commit.slice(0, 12))}  ${words}  ${style.dim('personal-data')}`)
  }
  if (findings.length > 0) terminal.complain(terminal.text(STEPS))
  else terminal.say(CLEAN, { commits })
  return findings.some(({ likely }) => !likely)
}

const FOUND: Message = {
  en: 'The commit message holds personal data: {what}, line {line}.',
  zh: '提交说明含有个人数据：{whatZh}，第 {line} 行。',
}

const LIKELY: Message = {
  en: 'The commit message holds personal data, it seems: {what}, line {line}.',
  zh: '提交说明疑似含有个人数据：{whatZh}，第 {line} 行。',
}

const CLEAN: Message = {
  en: 'Commit messages checked: {commits}. No personal data.',
  zh: '已检查 {commits} 条提交说明：没有个人数据。',
}

const STEPS: Message = {
  en: `casectl rewrites no history. To take it out:
  not pushed yet   git commit --amend for the last commit; git rebase -i REF and "reword" for earlier ones
  pushed           take the branch offline, rewrite it with git filter-repo --message-callback, force-push,
                   and have every clone fetched anew; ask the host to drop its cached copies`,
  zh: `casectl 不改写历史。清除方法：
  尚未推送  最后一次提交用 git commit --amend；更早的用 git rebase -i REF 并选择 “reword”
  已经推送  暂停使用该分支，用 git filter-repo --message-callback 改写后强制推送，
            所有克隆重新获取；并请托管平台清除缓存的副本`,
}
