import { SAM } from './people.js'
import { both, type Tutorial } from './step.js'

const PPPOE = { en: 'CASE-TV17B', zh: 'CASE-PCWSH' }

/** A customer is on the line: find the case, answer with it, say whether it helped. */
export const AGENT: Tutorial = {
  role: 'agent',
  person: SAM,
  title: { en: 'Agent: find, answer, say whether it helped', zh: '客服：检索、答复、反馈' },
  steps: [
    {
      why: {
        en: 'A customer reports water in the air line. Search in the words of the customer; the first search also builds the index.',
        zh: '客户说压缩空气里有水。直接用客户的话检索；第一次检索会顺便建立索引。',
      },
      line: {
        en: 'casectl search "water in the air line" --limit 3',
        zh: 'casectl search 压缩空气里有水 --limit 3',
      },
      shows: [{ en: 'CASE-TMSP9', zh: 'CASE-8FYDJ' }],
    },
    {
      why: {
        en: 'The next one reads an error code from the screen. A code finds the cases about exactly that code, in both languages.',
        zh: '下一位客户读出屏幕上的错误代码。按代码检索，两种语言中关于该代码的案例都能找到。',
      },
      line: both('casectl search PPPoE-691 --limit 2'),
      shows: [PPPOE],
    },
    {
      why: {
        en: 'Read the case before you rely on it: causes with their checks, steps with what to expect, cautions.',
        zh: '引用之前先读一遍：原因及核对方法、每步的预期、注意事项。',
      },
      line: { en: 'casectl show CASE-TV17B', zh: 'casectl show CASE-PCWSH' },
      shows: [PPPOE, both('PPPoE-691')],
    },
    {
      why: {
        en: 'Make a message for the customer of it. What is not meant for customers is left out.',
        zh: '把案例变成给客户的消息。不面向客户的内容会自动略去。',
      },
      line: {
        en: 'casectl reply CASE-TV17B --var "customer=Ms Ortiz" --ticket TK-3101',
        zh: 'casectl reply CASE-PCWSH --var customer=王女士 --ticket TK-3101',
      },
      shows: [{ en: 'Dear Ms Ortiz', zh: '王女士' }, PPPOE],
    },
    {
      why: {
        en: 'Put a line into the ticket, so that whoever reads it later finds the case. Replies and citations count as uses.',
        zh: '在工单里留一行，之后的人就能找到该案例。答复和引用都计为一次使用。',
      },
      line: {
        en: 'casectl cite CASE-TV17B --ticket TK-3101',
        zh: 'casectl cite CASE-PCWSH --ticket TK-3101',
      },
      shows: [PPPOE],
    },
    {
      why: {
        en: 'Say whether it helped. No name is kept, and a solved use moves the next review of the case later.',
        zh: '反馈是否解决。不记录姓名；解决一次可推迟该案例的下次评审。',
      },
      line: {
        en: 'casectl feedback CASE-TV17B --solved --rating 5 --ticket TK-3101',
        zh: 'casectl feedback CASE-PCWSH --solved --rating 5 --ticket TK-3101',
      },
      shows: [both('casectl feedback sync')],
    },
    {
      why: {
        en: 'A case that was superseded is refused, and the one in its place is named: nothing stale goes out.',
        zh: '已被取代的案例会被拒绝，并指出取代它的案例：过时内容不会发出去。',
      },
      line: both('casectl reply CASE-2JPTR'),
      code: 1,
      shows: [both('CASE-BDPE4')],
    },
    {
      why: {
        en: 'Nothing is found: exit code 1. With search.log on, such searches are kept on this machine, without a name.',
        zh: '没有找到：退出码 1。启用 search.log 后，本机会不记名地保存这类检索。',
      },
      line: {
        en: 'casectl search "drone gimbal drift"',
        zh: 'casectl search 无人机云台漂移',
      },
      code: 1,
      shows: [],
    },
    {
      why: {
        en: 'What was asked in vain, and what did not help, is what to write next; each comes with the line that drafts it.',
        zh: '问而无答的、没帮上忙的，就是接下来要写的；每项都附有起草用的命令。',
      },
      line: both('casectl gaps --limit 3'),
      shows: [{ en: 'drone gimbal drift', zh: '无人机云台漂移' }],
    },
    {
      why: {
        en: 'Uses and feedback waited on this machine. Commit them as one batch; batches of several people never conflict.',
        zh: '使用记录和反馈暂存在本机。把它们提交为一个批次；多人的批次不会冲突。',
      },
      line: both('casectl feedback sync'),
      shows: [both('feedback/')],
    },
    {
      why: { en: 'Share the batch with the team.', zh: '推送给团队。' },
      line: both('git push --quiet origin main'),
      shows: [],
    },
  ],
}
