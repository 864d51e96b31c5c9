import type { Message } from '../lib/message.js'

/** What `casectl help TOPIC` explains beside the commands. */
export const TOPICS: Readonly<Record<string, Message>> = {
  'exit-codes': {
    en: `0  clean: nothing to complain of, something found
1  findings: lint has errors (or more warnings than --max-warnings, or personal
   data in commit messages), fmt --check would change a case, an index is out of
   date, code owners are out of date, a search or a filter matches no case, no
   case is near enough, an approval is missing or does not count, there is no
   draft to submit, a review is due, an exception has expired, an urgent case is
   past its deadline, a case may not be sent or cited, feedback has lines that
   are no event, there is no gap
2  could not run: wrong usage, settings or a folder that cannot be read, an
   output that cannot be written
130  ended with Ctrl-C at a question`,
    zh: `0  正常：没有问题，或找到了结果
1  有结果需要处理：lint 有错误（或警告超过 --max-warnings，或提交说明含个人数据）、
   fmt --check 会改动案例、索引过期、代码所有者过期、检索或筛选没有匹配的案例、
   没有足够相近的案例、缺少批准或批准无效、没有可提交的草稿、有案例到期待复审、
   例外已过期、紧急案例逾期未入库、案例不可外发或引用、反馈中有无法识别的行、没有缺口
2  无法运行：用法错误、设置或文件夹无法读取、输出无法写入
130  在提问时按 Ctrl-C 结束`,
  },
  environment: {
    en: `CASECTL_LANG    language of messages, before LC_ALL, LC_MESSAGES and LANG
CASECTL_COLOR   auto, always or never, as --color
NO_COLOR        set: no colours; FORCE_COLOR set: colours in a pipe too
CI              set: never ask
VISUAL, EDITOR  the editor of casectl new --edit
GH_TOKEN, GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITEA_TOKEN, FORGEJO_TOKEN
                how casectl submit opens requests; docs/forges.md says for
                which hosts
CASECTL_WEBHOOK_WECOM, _FEISHU, _DINGTALK, _SLACK, _WEBHOOK
                where casectl notify posts; never printed
CASECTL_WEBHOOK_DINGTALK_SECRET, CASECTL_WEBHOOK_FEISHU_SECRET
                secret of a robot that asks for signatures
NODE_DISABLE_COMPILE_CACHE
                set: do not keep compiled code below XDG_CACHE_HOME (~/.cache)
CASECTL_DEBUG   set: show where casectl itself failed`,
    zh: `CASECTL_LANG    界面语言，优先于 LC_ALL、LC_MESSAGES 和 LANG
CASECTL_COLOR   auto、always 或 never，同 --color
NO_COLOR        设置后不用颜色；设置 FORCE_COLOR 则在管道中也用颜色
CI              设置后从不提问
VISUAL, EDITOR  casectl new --edit 使用的编辑器
GH_TOKEN, GITHUB_TOKEN, GH_ENTERPRISE_TOKEN, GITEA_TOKEN, FORGEJO_TOKEN
                casectl submit 创建合并请求时使用；适用主机见 docs/forges.md
CASECTL_WEBHOOK_WECOM, _FEISHU, _DINGTALK, _SLACK, _WEBHOOK
                casectl notify 发送的地址；从不显示
CASECTL_WEBHOOK_DINGTALK_SECRET, CASECTL_WEBHOOK_FEISHU_SECRET
                启用加签的机器人的密钥
NODE_DISABLE_COMPILE_CACHE
                设置后不在 XDG_CACHE_HOME（~/.cache）下保存编译结果
CASECTL_DEBUG   设置后显示 casectl 自身出错的位置`,
  },
}
