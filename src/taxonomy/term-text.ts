import { foldKey } from '../lib/text.js'
import { applyEdits, type TextEdit } from '../model/change.js'
import type { YamlGroup } from '../parse/taxonomy-edit.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { appendItems } from './append-items.js'
import { inWholeLines } from './lines.js'
import {
  CannotSplice,
  groupOf,
  listOf,
  openPage,
  type Page,
  pairOf,
  replaceScalar,
  type SourceText,
  scalarOf,
} from './page.js'
import { type Piece, pieceOf, unfold } from './piece.js'
import { removeItem } from './remove-item.js'
import { renamedAliases } from './term-data.js'
import { facetOf, placeOf, termsBelow } from './term-place.js'

/** Gives a term another id; the old one becomes an alias. @throws CannotSplice */
export function renameInText(file: SourceText, facet: string, from: string, to: string): string {
  return inWholeLines(file.text, text => {
    const bare = dropAlias({ ...file, text }, facet, from, to)
    const page = openPage(file.path, bare)
    const { group } = placeOf(page, facet, from)
    const id = pairOf(group, 'id')?.value
    if (id === undefined) throw new CannotSplice('no id')
    const old = aliasesOf(group)
    const added = renamedAliases(old, from, to).slice(old.length)
    const edits = [replaceScalar(page, id, to), ...aliasEdits(page, group, added)]
    return applyEdits(bare, [...edits, ...pointerEdits(page, facet, from, to)])
  })
}

/** Moves a term to the end of another one's children, or to the top. @throws CannotSplice */
export function moveInText(file: SourceText, facet: string, id: string, parent: string | undefined): string {
  return inWholeLines(file.text, text => {
    const first = openPage(file.path, text)
    const place = placeOf(first, facet, id)
    const pieces = [pieceOf(first, place.list, place.index)]
    const page = parent === undefined ? first : withRoom(first, facet, parent, pieces)
    const target = parent === undefined ? facetOf(page, facet) : placeOf(page, facet, parent).group
    const removed = removeItem(page, placeOf(page, facet, id).owner, 'terms', place.index)
    return applyEdits(page.text, [...removed, ...childEdits(page, target, pieces)])
  })
}

/**
 * Takes a term out: `names` become aliases of another one, its children go below that one.
 * @throws CannotSplice
 */
export function mergeInText(
  file: SourceText,
  facet: string,
  id: string,
  into: string,
  names: readonly string[],
): string {
  return inWholeLines(file.text, text => {
    const page = openPage(file.path, text)
    const { group } = placeOf(page, facet, into)
    const edits = [...aliasEdits(page, group, names), ...pointerEdits(page, facet, id, into)]
    const named = openPage(file.path, applyEdits(text, edits))
    const below = listOf(placeOf(named, facet, id).group, 'terms')
    const pieces = below?.items.map((_, i) => pieceOf(named, below, i)) ?? []
    const last = withRoom(named, facet, into, pieces)
    const gone = placeOf(last, facet, id)
    const removed = removeItem(last, gone.owner, 'terms', gone.index)
    return applyEdits(last.text, [...removed, ...childEdits(last, placeOf(last, facet, into).group, pieces)])
  })
}

/** Removes the aliases of a term that are the same name as its new id. */
function dropAlias(file: SourceText, facet: string, id: string, name: string): string {
  const page = openPage(file.path, file.text)
  const { group } = placeOf(page, facet, id)
  const index = aliasesOf(group).findIndex(alias => foldKey(alias) === foldKey(name))
  if (index === -1) return file.text
  const text = applyEdits(file.text, removeItem(page, group, 'aliases', index))
  return dropAlias({ ...file, text }, facet, id, name)
}

function aliasesOf(group: YamlGroup): string[] {
  return listOf(group, 'aliases')?.items.map(item => scalarOf(item) ?? '') ?? []
}

function aliasEdits(page: Page, group: YamlGroup, names: readonly string[]): TextEdit[] {
  const pieces = names.map((name): Piece => ({ flow: yamlScalar(name) }))
  return appendItems(page, group, 'aliases', pieces, { fresh: 'flow', behind: ['id', 'labels'] })
}

/** The page with a term written as a block, where it is about to get children that must be blocks. */
function withRoom(page: Page, facet: string, id: string, pieces: readonly Piece[]): Page {
  const { group, list, index } = placeOf(page, facet, id)
  if (!group.flow || pieces.every(piece => piece.flow !== undefined)) return page
  return openPage(page.path, applyEdits(page.text, [unfold(page, list, index)]))
}

function childEdits(page: Page, target: YamlGroup, pieces: readonly Piece[]): TextEdit[] {
  return appendItems(page, target, 'terms', pieces, { fresh: 'block' })
}

/** Retired terms that point to `from` point to `to`. */
function pointerEdits(page: Page, facet: string, from: string, to: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (const { group } of termsBelow(facetOf(page, facet))) {
    const retired = groupOf(group, 'retired')
    const use = retired === undefined ? undefined : pairOf(retired, 'use')?.value
    if (use !== undefined && scalarOf(use) === from) edits.push(replaceScalar(page, use, to))
  }
  return edits
}
