import { YUE } from './people.js'
import { both, type Tutorial } from './step.js'

/** Whoever answers for the library: is it sound, what is missing, what is old, who did what? */
export const OWNER: Tutorial = {
  role: 'owner',
  person: YUE,
  title: { en: 'Owner: health, gaps, what is old, who did what', zh: '负责人：健康、缺口、老化、审计' },
  steps: [
    {
      why: {
        en: 'Fifteen figures, and which cases to mend first, with the reason: what did not solve, what is called outdated, what is late.',
        zh: '十五项指标，以及应先修复哪些案例、为什么：没能解决的、被指过时的、复审逾期的。',
      },
      line: both('casectl report health'),
      shows: [both('CASE-GP29M'), both('CASE-1MJ2M')],
    },
    {
      why: {
        en: 'Is what is published what was approved? One case is not: somebody changed it past the gate. Exit code 1.',
        zh: '已发布的就是获批的吗？有一个不是：有人绕过关口改了它。退出码 1。',
      },
      line: both('casectl --quiet review check'),
      code: 1,
      shows: [both('CASE-HQM03')],
    },
    {
      why: {
        en: 'How many of the questions that new colleagues ask most are answered among the first five hits.',
        zh: '新同事最常问的问题，有多少在前五个结果中得到回答。',
      },
      line: both('casectl report coverage'),
      shows: [both('%')],
    },
    {
      why: {
        en: 'What to write next: searches without an answer, cases that did not help, closed tickets that no case answers. Each has a line ready to run.',
        zh: '接下来写什么：没有答案的检索、没帮上忙的案例、没有案例可用的已关闭工单。每项都有可直接运行的命令。',
      },
      line: both('casectl gaps --tickets ../tickets/closed.csv'),
      shows: [both('casectl new')],
    },
    {
      why: {
        en: 'What is to be read again, and why that day. Exit code 1 says that something is due.',
        zh: '哪些案例该复审、日期从何而来。退出码 1 表示有到期项。',
      },
      line: both('casectl review due'),
      code: 1,
      shows: [both('CASE-B6S95')],
    },
    {
      why: {
        en: 'What nobody changed, approved or used for half a year is proposed for the archive. A plan changes nothing.',
        zh: '半年内无人修改、批准或使用的案例会被建议归档。计划本身不改动任何内容。',
      },
      line: both('casectl lifecycle plan'),
      shows: [both('CASE-EPHQ5')],
    },
    {
      why: {
        en: 'Who changed which case this week, and under which approvals. There is that change: two days ago, by Anna Bell, under none.',
        zh: '本周谁改了哪个案例、依据哪些批准。刚才那处改动就在这里：两天前，Anna Bell 所为，没有批准。',
      },
      line: both('casectl audit --after {week_ago}'),
      shows: [both('CASE-HQM03'), both('Anna Bell')],
    },
    {
      why: {
        en: 'Settings, git, signatures, branch protection, hooks, the index: is everything around the cases as it should be?',
        zh: '设置、git、签名、分支保护、钩子、索引：案例之外的一切是否正常？',
      },
      line: both('casectl doctor'),
      shows: [both('Lin Yue')],
    },
  ],
}
