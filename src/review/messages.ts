import type { Arguments, Messages } from '../lib/message.js'
import { fill } from '../lib/message.js'
import type { Problem, RepoPath } from '../model/case.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { Range } from '../model/range.js'

/** What review has to say, by code. */
export const MESSAGES = {
  // Of a case.
  unapproved: {
    en: 'Nobody has approved the case as {role}. `casectl review approve {id} --role {role}` records an approval.',
    zh: '案例还没有 {role} 角色的批准。可用 `casectl review approve {id} --role {role}` 记录批准。',
  },
  stale: {
    en: 'The case was changed after it was approved as {role}: {files} approved another text. It needs a new approval.',
    zh: '案例在 {role} 批准之后被修改：{files} 批准的是另一版内容，需要重新批准。',
  },
  returned: {
    en: '{reviewer} returned the case as {role} ({file}). Change the case, or have the return withdrawn.',
    zh: '{reviewer} 以 {role} 身份退回了案例（{file}）。请修改案例，或请其撤回该意见。',
  },
  'accepted-before': {
    en: 'Accepted before review began: the case has no approval as {roles} and needs none until it changes.',
    zh: '评审制度启用前已发布：没有 {rolesZh} 的批准，在内容改动之前也不需要。',
  },
  'no-digest': {
    en: 'The case cannot be read, so no approval can be held against it. `casectl lint` says why.',
    zh: '案例无法读取，因此无法核对批准。运行 `casectl lint` 可查看原因。',
  },
  'illegal-transition': {
    en: 'A case does not go from {from} to {to}. From {from} it may become: {next}.',
    zh: '案例不能从 {from} 变为 {to}。{from} 之后可以是：{next}。',
  },
  'case-removed': {
    en: '{id} was {status} and is gone. Only a draft may be removed; set the status to withdrawn or archived instead.',
    zh: '{id} 的状态是 {status}，现已被删除。只有草稿可以删除；请改为 withdrawn 或 archived。',
  },
  // Of a review.
  'file-name': {
    en: 'A review is named reviews/<ID>/<day>-<role>-<10 characters>.yml after what it says; this one is not.',
    zh: '评审文件应按内容命名为 reviews/<ID>/<日期>-<角色>-<10 位字符>.yml。',
  },
  'other-case': {
    en: 'The review is about {case} but lies in the folder of {folder}.',
    zh: '评审针对 {case}，却放在 {folder} 的文件夹中。',
  },
  'unknown-case': {
    en: 'The review is about {case}, which the library does not have.',
    zh: '评审针对 {case}，但案例库中没有该案例。',
  },
  'other-digest': {
    en: 'The digest is that of {other}, not of {case}.',
    zh: '摘要属于 {other}，而不是 {case}。',
  },
  'missing-scores': {
    en: 'An approval gives all three scores, 1 to 5; missing: {missing}.',
    zh: '批准必须给出三项 1 到 5 分的评分；缺少：{missing}。',
  },
  'below-threshold': {
    en: 'The scores have an average of {average}, below {threshold}: such a case is returned, not approved.',
    zh: '评分平均为 {average}，低于 {threshold}：应当退回，而不是批准。',
  },
  'unknown-role': {
    en: 'The library has no role `{role}` in `review.roles`.',
    zh: '`review.roles` 中没有角色 `{role}`。',
  },
  'unknown-reviewer': {
    en: '{reviewer} is no reviewer in the role `{role}`.',
    zh: '{reviewer} 不是 `{role}` 角色的评审人。',
  },
  'not-for-case': {
    en: '{reviewer} reviews as `{role}`, but not cases like {case} (`only` in the configuration).',
    zh: '{reviewer} 是 `{role}` 评审人，但不负责 {case} 这类案例（见配置中的 `only`）。',
  },
  'no-longer-reviewer': {
    en: '{reviewer} has not been a reviewer as `{role}` on this day any more (`until` in the configuration).',
    zh: '{reviewer} 当日已不再是 `{role}` 评审人（见配置中的 `until`）。',
  },
  'future-day': {
    en: 'The review is of {day}, after the day that is judged, {today}.',
    zh: '评审日期 {day} 晚于核对日期 {today}。',
  },
  'own-case': {
    en: '{reviewer} wrote {case} and cannot approve it.',
    zh: '{reviewer} 是 {case} 的作者，不能批准自己的案例。',
  },
  'same-person': {
    en: '{reviewer} has approved the same text as `{other}` already. Each role needs a person of its own.',
    zh: '{reviewer} 已以 `{other}` 身份批准了同一内容。每个角色需要不同的人。',
  },
  'identity-mismatch': {
    en: 'The review names {reviewer}, but commit {commit} that added it is by {author}.',
    zh: '评审写的是 {reviewer}，但加入它的提交 {commit} 的作者是 {author}。',
  },
  'identity-squashed': {
    en: 'Commit {commit} by {author} added this review together with other work, as a squash does: it does not show that {reviewer} wrote it. Check the pull request before it is squashed, sign, or give --approvals.',
    zh: '提交 {commit}（作者 {author}）把该评审与其他改动合在一起，像是压缩合并的结果，无法证明由 {reviewer} 所写。请在压缩前检查合并请求，或使用签名，或提供 --approvals。',
  },
  unsigned: {
    en: 'Commit {commit} that added the review of {reviewer} is not signed, as far as git can tell here (SSH keys need gpg.ssh.allowedSignersFile).',
    zh: '加入 {reviewer} 评审的提交 {commit} 没有签名，或 git 在此无法核对（SSH 密钥需要 gpg.ssh.allowedSignersFile）。',
  },
  'bad-signature': {
    en: 'The signature of commit {commit} that added the review of {reviewer} does not hold (git says {status}): bad, expired, revoked, or by a key that git does not know.',
    zh: '加入 {reviewer} 评审的提交 {commit} 签名无效（git 结果 {status}）：签名错误、已过期、已吊销，或密钥未知。',
  },
  'other-signer': {
    en: 'The review names {reviewer}, but commit {commit} that added it is signed by {signer}.',
    zh: '评审写的是 {reviewer}，但加入它的提交 {commit} 由 {signer} 签名。',
  },
  'not-on-forge': {
    en: '{reviewer} has not approved this review on the forge: --approvals lists no approval at a commit that holds it.',
    zh: '{reviewer} 没有在平台上批准包含该评审的提交：--approvals 中没有对应记录。',
  },
  'record-edited': {
    en: 'Commit {commit} changed this review. A review is never changed: withdraw it and write another.',
    zh: '提交 {commit} 修改了该评审。评审提交后不得修改：请撤回并另写一份。',
  },
  'record-removed': {
    en: 'Commit {commit} removed this review. A review stays: withdraw it by another file.',
    zh: '提交 {commit} 删除了该评审。评审不得删除：请另写文件撤回。',
  },
  'withdraws-nothing': {
    en: 'The withdrawal names {file}, which is no review of {case}.',
    zh: '撤回所指的 {file} 不是 {case} 的评审。',
  },
  'withdrawn-by-other': {
    en: '{reviewer} cannot withdraw {file}: it is by {other}.',
    zh: '{reviewer} 不能撤回 {file}：它由 {other} 所写。',
  },
  // Of an exception.
  'exception-name': {
    en: 'An exception is named exceptions/<ID>/<day>-<kind>-<10 characters>.yml after what it says; this one is not.',
    zh: '例外应按内容命名为 exceptions/<ID>/<日期>-<类型>-<10 位字符>.yml。',
  },
  'exception-by-nobody': {
    en: '{approver} may not grant exceptions for {case}: `review.exceptions` names the roles whose people may.',
    zh: '{approver} 无权为 {case} 批准例外：有权的角色由 `review.exceptions` 指定。',
  },
  'exception-own-case': {
    en: '{approver} wrote {case} and cannot grant it an exception.',
    zh: '{approver} 是 {case} 的作者，不能为其批准例外。',
  },
  'exception-expired': {
    en: 'The exception ended on {until}, and {case} still lives by it ({what}): {reason}',
    zh: '例外已于 {until} 到期，而 {case} 仍依赖它（{what}）：{reason}',
  },
  exception: {
    en: '{case} lives by an exception until {until} ({what}), granted by {approver}: {reason}',
    zh: '{case} 依赖一项例外，有效至 {until}（{what}），批准人 {approver}：{reason}',
  },
  // Of a carry-over.
  'carry-file-name': {
    en: 'A carry-over is named reviews/<ID>/carry-<day>-<10 characters>.yml after what it says; this one is not.',
    zh: '承接记录应按内容命名为 reviews/<ID>/carry-<日期>-<10 位字符>.yml。',
  },
  'carry-fails': {
    en: '`{command}` cannot be replayed on what was before commit {commit}: {reason} Approvals of the text before do not carry over.',
    zh: '`{command}` 无法在提交 {commit} 之前的内容上重放：{reasonZh}之前的批准不能承接。',
  },
  'carry-other-from': {
    en: 'The carry-over says what {case} was before `{command}`, and before commit {commit} it was another text. Commit it together with what the command changed; approvals of the text before do not carry over.',
    zh: '承接记录中 `{command}` 之前的 {case} 与提交 {commit} 之前的内容不一致。请把它与命令的改动一并提交；之前的批准不能承接。',
  },
  'carry-other-to': {
    en: 'Replayed on what was before commit {commit}, `{command}` makes another text of {case} than the carry-over says. Approvals of the text before do not carry over.',
    zh: '在提交 {commit} 之前的内容上重放 `{command}`，{case} 得到的内容与承接记录不一致。之前的批准不能承接。',
  },
  'carry-meaning': {
    en: '`{command}` changes what {case} means: it needs new approvals, no carry-over.',
    zh: '`{command}` 改变了 {case} 的含义：需要重新批准，不能承接。',
  },
} as const satisfies Messages

export type Code = keyof typeof MESSAGES

/** The rule under which reports list what review finds. */
export const RULE = 'review'

const FILE_START: Range = { start: 0, end: 0, line: 1, column: 1 }

/** Makes a finding; code and arguments are checked by the compiler. */
export function finding<C extends Code>(
  code: C,
  args: Arguments<(typeof MESSAGES)[C]>,
  path: RepoPath,
  at: Range | undefined,
  severity: Severity = 'error',
): Diagnostic {
  return { rule: RULE, code, args, message: fill(MESSAGES[code], args), severity, path, at: at ?? FILE_START }
}

/** What the parser refused, as a finding. */
export function findingOf({ code, args, message, at }: Problem, path: RepoPath): Diagnostic {
  const severity = 'error'
  return { rule: RULE, code, args, message: fill(message, args), severity, path, at: at ?? FILE_START }
}
