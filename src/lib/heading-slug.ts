/**
 * The anchors that GitHub gives to a page's headings, in their order: lower case, only letters,
 * marks, digits, `_`, `-` and spaces, each space a hyphen; a repeated one gets `-1`, `-2` …
 * (the algorithm of https://github.com/Flet/github-slugger).
 */
export function headingSlugs(headings: readonly string[]): string[] {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return headings.map(heading => {
    const base = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let slug = base
    let count = next.get(base) ?? 0
    while (taken.has(slug)) slug = `${base}-${++count}`
    next.set(base, count)
    taken.add(slug)
    return slug
  })
}
