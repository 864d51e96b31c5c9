import type { Body, CaseFields, Heading, RepoPath, Section, WrittenTerm } from './case.js'

export type HeadingText = Pick<Heading, 'depth' | 'title'>
export type SectionText = Pick<Section, 'id' | 'title' | 'text' | 'audience'>

/** The words of a body without their places. */
export interface BodyText extends Pick<Body, 'text'> {
  readonly headings: readonly HeadingText[]
  readonly sections: readonly SectionText[]
}

/** What a search keeps of a case is made of this: the values and words of a `Case`, not its places. */
export interface CaseText extends CaseFields {
  readonly path: RepoPath
  readonly archived: boolean
  readonly terms: readonly WrittenTerm[]
  readonly body: BodyText
}
