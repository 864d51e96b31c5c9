/** `synonyms.yml` as its schema lets it through. */
export interface SynonymsData {
  readonly version?: number
  /** Names that say the same: each is found by every other of its group. */
  readonly equal?: readonly (readonly string[])[]
  /** Name → what it may be about: whoever asks for the name also finds these, not the other way round. */
  readonly associations?: Readonly<Record<string, readonly string[]>>
}
