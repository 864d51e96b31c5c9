import { ANNA } from './people.js'
import { both, type Tutorial } from './step.js'

/** A ticket was solved: make a case of it and hand it in. */
export const AUTHOR: Tutorial = {
  role: 'author',
  person: ANNA,
  title: { en: 'Author: from a ticket to a case in review', zh: '作者：从工单到待评审案例' },
  steps: [
    {
      why: {
        en: 'Before writing, look whether the case is there already: a second one about the same thing helps nobody.',
        zh: '动手之前先看是否已有同样的案例：重复的案例没有用处。',
      },
      line: both('casectl search W-131 --limit 3'),
      shows: [both('CASE-RNG7D')],
    },
    {
      why: {
        en: 'A ticket was closed. It comes in as a draft in the inbox; what it knows as personal data is masked before anything is written.',
        zh: '一张工单已关闭。把它收为收件箱中的草稿；识别出的个人数据在写入前即被遮盖。',
      },
      line: {
        en: 'casectl intake --from ../tickets/TK-3102.json',
        zh: 'casectl intake --from ../tickets/TK-3103.json',
      },
      shows: [both('cases/inbox/')],
      keep: { path: /(cases\/inbox\/\S+\.md)/, id: /(CASE-[0-9A-Z]+)/ },
    },
    {
      why: {
        en: 'Lint says at the place what is missing or unclear. In a draft it is mild; in review the same things are errors.',
        zh: '检查会在原处指出缺什么、哪里不清楚。对草稿较宽，进入评审后同样的问题就是错误。',
      },
      line: both('casectl lint {path}'),
      shows: [both('--fix')],
    },
    {
      why: {
        en: 'What a machine can mend without guessing, it mends. It changes nothing but those places.',
        zh: '机器不必猜就能改的，由机器修改，其余一字不动。',
      },
      line: both('casectl lint --fix {path}'),
      shows: [],
    },
    {
      why: {
        en: 'The rest only a person knows: the checklist of a good case, with stars.',
        zh: '剩下的只有人知道：好案例的检查清单与星级。',
      },
      line: both('casectl quality {id}'),
      shows: [both('owned')],
    },
    {
      why: {
        en: 'Fill in who answers for the case and how customers put it. Any editor will do; Enter makes the change for you.',
        zh: '补上负责组和客户的说法。用任何编辑器都可以；按回车则替您修改。',
      },
      file: both('{path}'),
      from: both('incomplete: [owner]'),
      to: {
        en: 'owner: Home network support team\ncustomer_phrases:\n  - video calls upstairs break up all the time',
        zh: 'owner: 家用网络上门服务组\ncustomer_phrases:\n  - 楼上开视频会议老是卡',
      },
    },
    {
      why: { en: 'Check again: nothing is left to say.', zh: '再检查一遍：没有问题了。' },
      line: both('casectl lint --max-warnings 0 {path}'),
      shows: [{ en: 'No findings', zh: '没有问题' }],
    },
    {
      why: { en: 'See it as readers will.', zh: '按读者看到的样子预览。' },
      line: both('casectl show {id}'),
      shows: [both('W-131')],
    },
    {
      why: {
        en: 'Look at what would be handed in: branch, files, the text of the request. No remote is asked.',
        zh: '先看将提交什么：分支、文件、请求的文字。不会访问远程。',
      },
      line: both('casectl submit {id} --dry-run'),
      shows: [both('case/{id}')],
    },
    {
      why: {
        en: 'Hand it in. The case goes to a branch of its own as in-review and is pushed; your files stay as they are. On GitHub, GitLab, Gitea and Forgejo a request is opened as well.',
        zh: '提交评审。案例以 in-review 状态进入自己的分支并推送，您的文件保持不变。在 GitHub、GitLab、Gitea、Forgejo 上还会打开请求。',
      },
      line: both('casectl submit {id}'),
      shows: [both('case/{id}')],
    },
    {
      why: { en: 'The branch is on the remote now.', zh: '分支已在远程。' },
      line: both('git ls-remote --heads origin'),
      shows: [both('refs/heads/case/{id}')],
    },
  ],
}
