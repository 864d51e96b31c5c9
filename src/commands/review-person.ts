import { gitPerson } from '../io/git-person.js'
import { CasectlError } from '../lib/errors.js'
import type { Person } from '../model/review.js'
import type { Context } from './context.js'

/**
 * Who reviews: as `--as` says, else as git would commit here.
 * @param as `Name <address>`, or an address
 * @throws CasectlError `review` where neither says so
 */
export async function reviewerOf({ host }: Context, root: string, as: string | undefined): Promise<Person> {
  if (as === undefined) {
    const person = await gitPerson(root, host.env)
    if (person !== undefined) return person
    throw new CasectlError(
      'review',
      { en: 'git does not know who you are.', zh: 'git 不知道你是谁。' },
      {
        en: 'Set `git config user.email`, or give --as "Name <address>".',
        zh: '请设置 `git config user.email`，或使用 --as "姓名 <邮箱>"。',
      },
    )
  }
  const match = /^\s*(?:([^<>@]{1,60}?)\s*<([^<>@\s]+@[^<>@\s]+)>|([^<>@\s]+@[^<>@\s]+))\s*$/.exec(as)
  const [, name, named, bare] = match ?? []
  const email = named ?? bare
  if (email !== undefined) return name === undefined || name === '' ? { email } : { name, email }
  throw new CasectlError('usage', {
    en: `--as takes "Name <address>", not "${as}".`,
    zh: `--as 的写法是 "姓名 <邮箱>"，而不是“${as}”。`,
  })
}
