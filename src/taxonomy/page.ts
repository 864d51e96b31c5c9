import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import type { RepoPath } from '../model/case.js'
import { OverlapError, type TextEdit } from '../model/change.js'
import {
  locateYaml,
  type YamlGroup,
  type YamlList,
  type YamlPair,
  type YamlSpot,
} from '../parse/taxonomy-edit.js'
import { yamlScalar } from '../parse/yaml-scalar.js'

/** A file: where it lies and what it says. */
export interface SourceText {
  readonly path: RepoPath
  readonly text: string
}

/** A YAML text with its places: what the edits of this folder are worked out from. */
export interface Page extends SourceText {
  readonly root: YamlGroup
}

/** A text is written in a way that these edits do not know; caught at `orByHand`. */
export class CannotSplice extends Error {}

/**
 * Opens a text, or the part between two offsets.
 * @throws CannotSplice when it is no YAML map
 */
export function openPage(path: RepoPath, text: string, start = 0, end: number = text.length): Page {
  const root = locateYaml(text, start, end)
  if (root === undefined) throw new CannotSplice('not a YAML map')
  return { path, text, root }
}

export function edit(page: Page, start: number, end: number, text: string): TextEdit {
  return { path: page.path, start, end, text }
}

/** Replaces a scalar with its quotes by another text, quoted only where YAML asks for it. */
export function replaceScalar(page: Page, spot: YamlSpot, value: string): TextEdit {
  if (spot.kind !== 'scalar') throw new CannotSplice('no scalar')
  return edit(page, spot.start, spot.end, yamlScalar(value))
}

export function pairOf(group: YamlGroup, key: string): YamlPair | undefined {
  return group.pairs.find(pair => pair.key === key)
}

export function groupOf(group: YamlGroup, key: string): YamlGroup | undefined {
  const value = pairOf(group, key)?.value
  return value?.kind === 'group' ? value : undefined
}

export function listOf(group: YamlGroup, key: string): YamlList | undefined {
  const value = pairOf(group, key)?.value
  return value?.kind === 'list' ? value : undefined
}

/** The text of a scalar, or undefined where there is none. */
export function scalarOf(spot: YamlSpot | undefined): string | undefined {
  return spot?.kind === 'scalar' ? spot.value : undefined
}

/** Offset behind the colon of a pair. */
export function colonEnd({ text }: Page, pair: YamlPair): number {
  const colon = /^[ \t]*:/.exec(text.slice(pair.keyEnd, pair.keyEnd + 80))
  if (colon === null) throw new CannotSplice('no colon behind the key')
  return pair.keyEnd + colon[0].length
}

/**
 * Runs edits that may meet a text they cannot handle.
 * @param change what the user has to do by hand then
 * @throws CasectlError `by-hand`
 */
export function orByHand<T>(path: RepoPath, change: Message, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CannotSplice || error instanceof OverlapError) throw byHand(path, change)
    throw error
  }
}

/** Nothing was written because a file cannot be edited safely. */
export function byHand(path: RepoPath, change: Message, details: readonly Message[] = []): CasectlError {
  return new CasectlError(
    'by-hand',
    {
      en: `${path} is written in a way that cannot be edited safely. Nothing was written.`,
      zh: `${path} 的写法无法安全地自动修改，没有写入任何内容。`,
    },
    { en: `Edit it by hand: ${change.en}`, zh: `请手动修改：${change.zh}` },
    details,
  )
}
