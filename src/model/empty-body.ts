import type { Body } from './case.js'

/** What is known of a body that could not be read. */
export const EMPTY_BODY: Body = {
  headings: [],
  sections: [],
  links: [],
  comments: [],
  text: '',
  blocks: [],
  prose: [],
}
