import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { foldKey } from '../lib/text.js'
import { type Facet, pathOf, type TaxonomyData, type Term } from '../model/taxonomy.js'
import { isTermId } from '../parse/taxonomy-edit.js'
import { findFacet, findTerm } from './lookup.js'
import { type Reshaped, reshape, type Sources } from './reshape.js'
import { moveInData, renameInData } from './term-data.js'
import { moveInText, renameInText } from './term-text.js'

/** What to move: ids as typed. */
export interface MoveRequest {
  readonly facet: string
  readonly term: string
  readonly newId?: string
  /** The new parent's id, '' for the top; left out, the term stays where it is. */
  readonly under?: string
}

/**
 * Works out how to rename a term, to move it with everything below it, or both.
 * @throws CasectlError for whatever stands against it; nothing is written either way
 */
export function planMove(sources: Sources, request: MoveRequest): Reshaped {
  const { taxonomy } = sources.library
  const facet = findFacet(taxonomy, request.facet)
  const term = findTerm(taxonomy, facet, request.term)
  const to = request.newId ?? term.id
  if (to !== term.id) checkNewId(facet, term, to)
  const parent =
    request.under === undefined || request.under === '' ? undefined : findTerm(taxonomy, facet, request.under)
  const moves = request.under !== undefined && parent !== term.parent
  if (moves) checkPlace(facet, term, parent)
  if (!moves && to === term.id) throw nothingToDo(term, request)
  const under = moves ? { parent } : undefined
  return reshape(sources, {
    renaming: { facet, from: term, to },
    data: newData(taxonomy.data, term, to, under),
    edit: text => newText(sources.taxonomy.path, text, term, to, under),
    byHand: inWords(term, to, under),
  })
}

type Under = { readonly parent: Term | undefined } | undefined

function newData(data: TaxonomyData, { facet, id }: Term, to: string, under: Under): TaxonomyData {
  const renamed = to === id ? data : renameInData(data, facet, id, to)
  return under === undefined ? renamed : moveInData(renamed, facet, to, under.parent?.id)
}

function newText(path: string, text: string, { facet, id }: Term, to: string, under: Under): string {
  const renamed = to === id ? text : renameInText({ path, text }, facet, id, to)
  return under === undefined ? renamed : moveInText({ path, text: renamed }, facet, to, under.parent?.id)
}

function inWords({ id }: Term, to: string, under: Under): Message {
  const rename = {
    en: `give \`${id}\` the id \`${to}\` and the alias \`${id}\``,
    zh: `把 \`${id}\` 的 id 改为 \`${to}\`，并添加别名 \`${id}\``,
  }
  if (under === undefined) return rename
  const place = under.parent === undefined ? undefined : `\`${under.parent.id}\``
  const move = {
    en: `move \`${id}\` ${place === undefined ? 'to the top' : `below ${place}`}`,
    zh: `把 \`${id}\` 移到${place === undefined ? '顶层' : ` ${place} 之下`}`,
  }
  return to === id ? move : { en: `${move.en}; ${rename.en}`, zh: `${move.zh}；${rename.zh}` }
}

function checkNewId(facet: Facet, term: Term, to: string): void {
  if (!isTermId(to)) {
    throw new CasectlError(
      'term-id',
      { en: `"${to}" is no term id.`, zh: `“${to}”不是有效的术语 id。` },
      {
        en: 'Use lower-case letters and digits, joined by - . or _',
        zh: '请使用小写字母（含汉字）和数字，用 -、. 或 _ 连接。',
      },
    )
  }
  for (const other of facet.terms.values()) {
    if (other.id === to) throw idTaken(facet, term, to)
    if (other !== term && other.aliases.some(alias => foldKey(alias) === foldKey(to))) {
      throw new CasectlError('name-taken', {
        en: `\`${to}\` is already an alias of \`${other.id}\`.`,
        zh: `\`${to}\` 已经是 \`${other.id}\` 的别名。`,
      })
    }
  }
}

function idTaken(facet: Facet, term: Term, to: string): CasectlError {
  const command = `casectl taxonomy merge ${facet.id} ${term.id} ${to}`
  return new CasectlError(
    'id-taken',
    { en: `There is a term \`${to}\` already.`, zh: `已经有术语 \`${to}\`。` },
    { en: `To make one of both: \`${command}\``, zh: `如需合并两者：\`${command}\`` },
  )
}

/** Refuses a place below the term itself, and one so deep that the facet has no level for it. */
function checkPlace(facet: Facet, term: Term, parent: Term | undefined): void {
  if (parent !== undefined && pathOf(parent).includes(term)) {
    throw new CasectlError('below-itself', {
      en: `\`${term.id}\` cannot move below \`${parent.id}\`, which is itself or stands below it.`,
      zh: `\`${term.id}\` 不能移到 \`${parent.id}\` 之下：后者是它自己或它的下级。`,
    })
  }
  const level = parent === undefined ? 0 : parent.level + 1
  const deepest = level + height(term)
  if (deepest < facet.levels.length) return
  throw new CasectlError('no-such-level', {
    en: `\`${term.id}\` would reach down to level ${deepest + 1}; the facet ${facet.id} has ${facet.levels.length}.`,
    zh: `\`${term.id}\` 将达到第 ${deepest + 1} 层，而维度 ${facet.id} 只有 ${facet.levels.length} 层。`,
  })
}

/** Levels below a term. */
function height(term: Term): number {
  return Math.max(0, ...term.children.map(child => height(child) + 1))
}

function nothingToDo({ id }: Term, { under }: MoveRequest): CasectlError {
  if (under === undefined) {
    return new CasectlError('usage', {
      en: `Say what becomes of \`${id}\`: a new id, or --under with its new parent.`,
      zh: `请说明如何处理 \`${id}\`：给出新的 id，或用 --under 指定新的上级。`,
    })
  }
  return new CasectlError('usage', {
    en: under === '' ? `\`${id}\` is at the top already.` : `\`${id}\` is below \`${under}\` already.`,
    zh: under === '' ? `\`${id}\` 已在顶层。` : `\`${id}\` 已在 \`${under}\` 之下。`,
  })
}
