import { listRemotes } from '../../io/git-setup.js'
import { type Check, type Symptom, symptom } from './check.js'

/** Where the library is pushed to, and whether anybody on the way can change it. */
export const remotes: Check = {
  name: 'remotes',
  async look({ host, top }) {
    if (top === undefined) return []
    const found = await listRemotes(top, host.env)
    if (found.length === 0) return [symptom('remotes', 'note', NONE)]
    return found.flatMap(({ name, url }): Symptom[] => {
      const [, scheme = ''] = /^([a-z+]+):\/\//i.exec(url) ?? []
      const args = { name, scheme }
      const own = /^[a-z+]+:\/\/(?:[^/@]*@)?(?:localhost|127\.|\[::1\])/i.test(url)
      const open = ['http', 'git', 'ftp'].includes(scheme.toLowerCase()) && !own
      const found = open
        ? [symptom('remotes', 'error', OPEN, args, CLOSE)]
        : [symptom('remotes', 'ok', OK, args)]
      const secret = /^[a-z+]+:\/\/[^/@:]*:[^/@]+@/i.test(url)
      return secret ? [...found, symptom('remotes', 'warning', SECRET, args, CREDENTIALS)] : found
    })
  },
}

const OK = { en: 'Remote {name} is not reached in plain text.', zh: '远程 {name} 未使用明文协议。' }
const NONE = { en: 'There is no remote: the only copy is here.', zh: '没有远程仓库：唯一副本就在本机。' }
const OPEN = {
  en: 'Remote {name} is reached by {scheme}: anybody on the way can read and change what is fetched.',
  zh: '远程 {name} 使用 {scheme}：途中任何人都能读取和篡改数据。',
}
const CLOSE = {
  en: 'Use https or ssh: `git remote set-url {name} …`.',
  zh: '请改用 https 或 ssh：`git remote set-url {name} …`。',
}
const SECRET = { en: 'The address of remote {name} holds a password.', zh: '远程 {name} 的地址中含有密码。' }
const CREDENTIALS = {
  en: 'Take it out (`git remote set-url {name} …`) and use a credential helper.',
  zh: '请从地址中去掉（`git remote set-url {name} …`），改用凭据助手。',
}
