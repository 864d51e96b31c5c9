/** A node of Markdown by the names of CommonMark and GFM: what it says, without its place and its form. */
export interface PlainNode {
  readonly type: string
  /** Depth of a heading, target of a link …, by name; what is not there is left out. */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly (string | null)[]>>
  /** Of text, code and HTML. */
  readonly value?: string
  readonly children: readonly PlainNode[]
}
