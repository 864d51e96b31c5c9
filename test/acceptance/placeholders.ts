const CASE_ID = /\bCASE-[0-9A-Z]{5}\b/g

/** What else is drawn, or depends on it or on the second. */
const DRAWN = [
  // Digests, names of commits whole and as they are shown, events of feedback.
  /(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{20}|[0-9a-f]{12})(?![0-9A-Za-z])/g,
  // The end of a review's file name.
  /(?<=\d-(?:[a-z]+-)?)[0-9a-z]{10}(?=\.yml)/g,
  // The names of an import and of a backup.
  /\b\d{8}-\d{6}-[0-9a-f]{6}\b/g,
  /\b\d{8}T\d{6}Z\b/g,
]

/**
 * Puts placeholders in the place of what must vary, the same for the same value within a scenario:
 * `CASE-NEW_1` for a drawn id, `#1######`, as long as what it stands for, for the name of a commit, a
 * digest or another draw, `~` for the folder. What the scenario or the library itself says stays.
 */
export class Placeholders {
  private readonly numbers = new Map<string, number>()
  private readonly names = new Map<string, string>()
  private readonly folder: string
  private readonly known: string

  /** @param known all that is no draw: the scenario and what is in the library before it */
  constructor(folder: string, known: string) {
    this.folder = folder
    this.known = known
  }

  /** What a command printed, with placeholders. */
  hide(printed: string): string {
    // As a terminal shows it, and as git keeps it: calendars and CSV end their lines with CR LF.
    const text = printed.replaceAll('\r\n', '\n').replaceAll(this.folder, '~')
    const ids = text.replace(CASE_ID, id => this.nameOf(id, 'CASE', n => `CASE-NEW_${n}`))
    return DRAWN.reduce(
      (rest, pattern) =>
        rest.replace(pattern, value => this.nameOf(value, 'other', n => `#${n}`.padEnd(value.length, '#'))),
      ids,
    )
  }

  /** A command of the transcript, with values. */
  fill(command: string): string {
    // The long ones first: the short name of a commit begins like its whole name.
    const names = [...this.names].sort(([, a], [, b]) => b.length - a.length)
    return names.reduce((text, [value, name]) => text.replaceAll(name, value), command)
  }

  private nameOf(value: string, sort: string, name: (n: number) => string): string {
    if (this.known.includes(value)) return value
    const said = this.names.get(value)
    if (said !== undefined) return said
    // A commit has one number, by whichever length of its name it is shown.
    const same = [...this.names.keys()].find(each => each.startsWith(value) || value.startsWith(each))
    const next = (this.numbers.get(sort) ?? 0) + (same === undefined ? 1 : 0)
    const number = Number(/\d+/.exec(this.names.get(same ?? '') ?? '')?.[0] ?? next)
    this.numbers.set(sort, next)
    this.names.set(value, name(number))
    return name(number)
  }
}
