import { join } from 'node:path'
import { readText } from '../../io/apply.js'
import { fill, type Message } from '../../lib/message.js'
import { applyEdits } from '../../model/change.js'
import { mendTaxonomy } from '../../parse/mend-taxonomy.js'
import { type EarlyRepair, NOTHING } from './repair.js'

/** Leads retired terms on to a term in force; what else is wrong with the tree is told. */
export const taxonomyTree: EarlyRepair = {
  name: 'taxonomy-tree',
  needs: 'nothing',
  summary: {
    en: 'lead retired terms on to a term in force; other faults of the tree are told',
    zh: '让停用术语指向现用术语；其他结构问题列出',
  },
  async plan({ root, taxonomy: path }) {
    const before = await readText(join(root, path))
    if (before === null) return NOTHING
    const { mends, left } = mendTaxonomy(before)
    const after = applyEdits(
      before,
      mends.map(mend => ({ path, ...mend })),
    )
    const messages = left.map(({ message, args, at }): Message => {
      const { en, zh } = fill(message, args)
      const place = at === undefined ? path : `${path}:${at.line}`
      return { en: `${place}: ${en}`, zh: `${place}：${zh}` }
    })
    return { changes: mends.length === 0 ? [] : [{ path, before, after }], steps: [], left: messages }
  },
}
