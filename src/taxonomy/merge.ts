import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import type { Term } from '../model/taxonomy.js'
import { findFacet, findTerm } from './lookup.js'
import { type Reshaped, reshape, type Sources } from './reshape.js'
import { mergeInData, newNames } from './term-data.js'
import { mergeInText } from './term-text.js'

/** What to merge: ids as typed. */
export interface MergeRequest {
  readonly facet: string
  readonly term: string
  readonly into: string
}

/**
 * Works out how to merge a term into another one of its level: cases, names and children go over.
 * @throws CasectlError for whatever stands against it; nothing is written either way
 */
export function planMerge(sources: Sources, request: MergeRequest): Reshaped {
  const { taxonomy } = sources.library
  const facet = findFacet(taxonomy, request.facet)
  const term = findTerm(taxonomy, facet, request.term)
  const into = findTerm(taxonomy, facet, request.into)
  checkPair(term, into)
  const names = newNames(facet, term, into)
  const { path } = sources.taxonomy
  return reshape(sources, {
    renaming: { facet, from: term, to: into.id, into },
    data: mergeInData(taxonomy.data, term, into, names),
    edit: text => mergeInText({ path, text }, facet.id, term.id, into.id, names),
    byHand: inWords(term, into, names),
  })
}

function checkPair(term: Term, into: Term): void {
  if (term === into) {
    throw new CasectlError('usage', {
      en: `\`${term.id}\` cannot be merged into itself.`,
      zh: `\`${term.id}\` 不能并入自身。`,
    })
  }
  if (into.retired !== undefined) {
    throw new CasectlError('retired', {
      en: `\`${into.id}\` is retired; cases must not get it.`,
      zh: `\`${into.id}\` 已停用，不能再用于案例。`,
    })
  }
  if (term.level !== into.level) {
    throw new CasectlError(
      'levels-differ',
      {
        en: `\`${term.id}\` stands on level ${term.level + 1}, \`${into.id}\` on level ${into.level + 1}.`,
        zh: `\`${term.id}\` 在第 ${term.level + 1} 层，\`${into.id}\` 在第 ${into.level + 1} 层。`,
      },
      {
        en: 'Only terms of one level can be merged; `casectl taxonomy mv --under` moves a term.',
        zh: '只能合并同一层级的术语；可用 `casectl taxonomy mv --under` 移动术语。',
      },
    )
  }
}

function inWords(term: Term, into: Term, names: readonly string[]): Message {
  const [id, other] = [`\`${term.id}\``, `\`${into.id}\``]
  const list = names.map(name => `"${name}"`).join(', ')
  return {
    en: `give ${other} the aliases ${list}, move the terms below ${id} to ${other}, and remove ${id}`,
    zh: `为 ${other} 添加别名 ${list}，把 ${id} 的下级术语移到 ${other} 之下，再删除 ${id}`,
  }
}
