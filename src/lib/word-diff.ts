import { type Difference, sequenceDiff } from './sequence-diff.js'

/**
 * How one text becomes another, in words: a run of letters and digits is one, so is each Han
 * character and each other sign. Neighbours of one sign are joined, and a gap of nothing but white
 * space between two changes is part of both.
 */
export function wordDiff(before: string, after: string): Difference[] {
  const found = sequenceDiff(wordsOf(before), wordsOf(after))
  return joined(bridged(found))
}

function wordsOf(text: string): string[] {
  return (
    text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+|\n|[^\S\n]+|[^\p{L}\p{N}_\s]/gu) ?? []
  )
}

function bridged(found: readonly Difference[]): Difference[] {
  return found.flatMap((one, i): Difference[] => {
    const between = one.sign === ' ' && /^[^\S\n]+$/.test(one.text)
    const inside = (found[i - 1]?.sign ?? ' ') !== ' ' && (found[i + 1]?.sign ?? ' ') !== ' '
    if (!between || !inside) return [one]
    return [
      { sign: '-', text: one.text },
      { sign: '+', text: one.text },
    ]
  })
}

/** Within a run of changes what goes stands before what comes. */
function joined(found: readonly Difference[]): Difference[] {
  const out: Difference[] = []
  let [kept, gone, come] = ['', '', '']
  const flush = (): void => {
    for (const [sign, text] of [
      [' ', kept],
      ['-', gone],
      ['+', come],
    ] as const) {
      if (text !== '') out.push({ sign, text })
    }
    ;[kept, gone, come] = ['', '', '']
  }
  for (const { sign, text } of found) {
    if (sign === ' ') {
      if (gone + come !== '') flush()
      kept += text
    } else if (sign === '-') gone += text
    else come += text
  }
  flush()
  return out
}
