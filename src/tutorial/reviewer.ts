import type { Message } from '../lib/message.js'
import { ANNA, MIN, ROBERT } from './people.js'
import { both, type Tutorial } from './step.js'

/** Waits for both roles in the sample library. */
const WAITING: Message = { en: 'CASE-6JWAH', zh: 'CASE-QNB5W' }
const FILE: Message = {
  en: 'cases/home-router/CASE-6JWAH-router-fw-verify-failed-signing-key.md',
  zh: 'cases/home-router/CASE-QNB5W-子路由组网流程.md',
}

const on = (line: string): Message => ({
  en: line.replaceAll('ID', WAITING.en),
  zh: line.replaceAll('ID', WAITING.zh),
})

/** Two people approve a case, the gate opens; a word is changed, and it shuts. */
export const REVIEWER: Tutorial = {
  role: 'reviewer',
  person: ROBERT,
  title: { en: 'Reviewer: two people, one text, a gate', zh: '评审：两人、一份文本、一道关口' },
  steps: [
    {
      why: {
        en: 'What waits, for which role and for whom.',
        zh: '看哪些案例在等待、等哪个角色、等谁。',
      },
      line: both('casectl review list'),
      shows: [WAITING, both(ROBERT.name)],
    },
    {
      why: {
        en: 'All that a reviewer needs on one page: the case, its approvals, the checklist of its kind, what lint says, what is like it.',
        zh: '评审所需都在一页：正文、已有批准、该类型的检查单、检查结果、相似案例。',
      },
      line: on('casectl review show ID'),
      shows: [WAITING, both('technical')],
    },
    {
      why: { en: 'Work on a branch, as with any change.', zh: '像任何修改一样，在分支上进行。' },
      line: on('git switch --quiet -c review/ID'),
      shows: [],
    },
    {
      why: {
        en: 'Robert knows the product: he approves in the technical role, with three scores. The record holds a digest of what the case says now.',
        zh: 'Robert 熟悉产品：以技术角色批准并打三项分。记录里有案例此刻内容的摘要。',
      },
      line: on(
        'casectl review approve ID --role technical --authenticity 5 --typicality 4 --reusability 4 -m "Reproduced."',
      ),
      shows: [on('reviews/ID/')],
    },
    {
      why: {
        en: 'A review is committed by itself: the commit shows who approved.',
        zh: '评审记录单独提交：提交说明是谁批准的。',
      },
      line: on('git add reviews && git commit --quiet -m "Review ID"'),
      shows: [],
    },
    {
      who: MIN,
      why: {
        en: 'A second person looks for what must not get out. Nobody approves a case in two roles, and no author their own.',
        zh: '第二个人看有没有不该外传的内容。同一人不能担任两个角色，作者不能批准自己的案例。',
      },
      line: on(
        'casectl review approve ID --role sensitivity --authenticity 5 --typicality 4 --reusability 4',
      ),
      shows: [on('reviews/ID/')],
    },
    {
      who: MIN,
      why: { en: 'Again a commit by itself, by her.', zh: '同样单独提交，由她本人提交。' },
      line: on('git add reviews && git commit --quiet -m "Review ID"'),
      shows: [],
    },
    {
      who: ANNA,
      why: { en: 'Both roles approved this text: it may be published.', zh: '两个角色都已批准：可以发布。' },
      line: on('casectl review publish ID && git commit --quiet --all -m "Publish ID"'),
      shows: [WAITING],
    },
    {
      why: {
        en: 'The gate that CI runs before a merge: every published case in this range was approved as it stands.',
        zh: 'CI 在合并前运行的关口：该范围内每个已发布案例都按现有文本获批。',
      },
      line: both('casectl review check origin/main..HEAD'),
      shows: [{ en: 'No findings', zh: '没有问题' }],
    },
    {
      who: ANNA,
      why: {
        en: 'Now one word is changed after the approvals.',
        zh: '现在，在批准之后改动一处文字。',
      },
      file: FILE,
      from: { en: 'for about 6 s', zh: '约 20 分钟' },
      to: { en: 'for about 60 s', zh: '约 30 分钟' },
    },
    {
      who: ANNA,
      why: { en: 'She commits it.', zh: '她提交了改动。' },
      line: both('git commit --quiet --all -m "One word"'),
      shows: [],
    },
    {
      why: {
        en: 'The gate is shut: both approved another text. Exit code 1 stops the merge.',
        zh: '关口关闭：两人批准的是另一份文本。退出码 1 会阻止合并。',
      },
      line: both('casectl review check origin/main..HEAD'),
      code: 1,
      shows: [both('technical'), both('sensitivity')],
    },
    {
      who: ANNA,
      why: {
        en: 'Take the change back. The approvals hold again, since the text is the approved one.',
        zh: '撤回改动。文本恢复为获批的那份，批准重新有效。',
      },
      line: both('git revert --no-edit HEAD'),
      shows: [],
    },
    {
      why: { en: 'The gate is open.', zh: '关口重新打开。' },
      line: both('casectl review check origin/main..HEAD'),
      shows: [{ en: 'No findings', zh: '没有问题' }],
    },
  ],
}
