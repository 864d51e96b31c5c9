/** Links of a row, and those of them that its draft has no more. */
export interface LinkCount {
  readonly links: number
  readonly lost: number
}

const ADDRESS = /https?:\/\/[^\s"'<>()[\]{}，。；、“”|\\]+/g

/**
 * Whether the web addresses of the cells stand in what was made of them.
 * @param said all that goes into the draft, before it is masked: a mask takes a datum, no link
 */
export function countLinks(cells: Iterable<string>, said: () => string): LinkCount {
  const wanted = new Set<string>()
  for (const cell of cells) {
    if (!cell.includes('://')) continue
    for (const [address] of cell.matchAll(ADDRESS)) wanted.add(plain(address).replace(/[.,;:!?]+$/, ''))
  }
  if (wanted.size === 0) return { links: 0, lost: 0 }
  const text = plain(said())
  const lost = [...wanted].filter(address => !text.includes(address))
  return { links: wanted.size, lost: lost.length }
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&').replace(/\\(?=[!-/:-@[-`{-~])/g, '')
}
