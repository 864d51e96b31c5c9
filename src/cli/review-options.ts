import type { Message } from '../lib/message.js'

/** What arguments and options of `review` say of themselves, where several of its commands have them. */
export const CASE_ID: Message = { en: 'case id', zh: '案例 id' }
export const JSON_OUTPUT: Message = { en: 'print JSON', zh: '输出 JSON' }
export const AS: Message = {
  en: 'who you are, "Name <address>"; as git commits without',
  zh: '你的身份，"姓名 <邮箱>"；省略则取 git 的设置',
}
