const START = /https?:\/\/|www\./gi
const END = /[\s<]/g

/**
 * Knows where bare addresses may stand: from `http://` or `www.` to the next white space. Markup
 * signs in there belong to the address or to the text, and only the parser knows to which.
 */
export class AddressGuard {
  readonly #source: string
  #start = -1
  #end = -1

  constructor(source: string) {
    this.#source = source
    this.#find(0)
  }

  covers(at: number): boolean {
    while (this.#end <= at && this.#start !== -1) this.#find(this.#end)
    return this.#start !== -1 && this.#start < at
  }

  /** Goes on behind code, a link or anything else that holds no bare address. Returns its place. */
  skip(to: number): number {
    if (this.#start !== -1 && this.#start < to) this.#find(to)
    return to
  }

  #find(from: number): void {
    START.lastIndex = from
    const found = START.exec(this.#source)
    this.#start = found?.index ?? -1
    END.lastIndex = START.lastIndex
    this.#end = found === null ? -1 : (END.exec(this.#source)?.index ?? this.#source.length)
  }
}
