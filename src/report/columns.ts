/**
 * Shares a line among columns: the widest give way first, none below `least` cells. What still
 * does not fit then runs over.
 * @param natural the cells that each column would take
 * @param total the cells that they may take together, without what stands between them
 */
export function fitColumns(natural: readonly number[], total: number, least: number): number[] {
  const widths = [...natural]
  let over = widths.reduce((sum, width) => sum + width, 0) - total
  while (over > 0) {
    const widest = Math.max(...widths)
    if (widest <= least) break
    const next = Math.max(least, ...widths.filter(width => width < widest))
    const tied = widths.flatMap((width, i) => (width === widest ? [i] : []))
    // Down to the next widest column, or by an equal share of what is over.
    const step = Math.min(widest - next, Math.ceil(over / tied.length))
    for (const i of tied) {
      const cut = Math.min(step, over)
      widths[i] = widest - cut
      over -= cut
    }
  }
  return widths
}

/** The largest of them, 0 without any. Not `Math.max(...)`: a call takes fewer arguments than a file has rows. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
