/** What the generated history takes from casectl: the digest that an approval is bound to, and how a review is written. */
export { reviewText } from '../../src/review/write-review.js'

import { digestOf } from '../../src/workspace/case-digest.js'
import { Workspace } from '../../src/workspace/workspace.js'

/** Tells the digest of a case's text, in the library of a folder. */
export async function openDigests(folder: string): Promise<(path: string, text: string) => string> {
  const parser = await (await Workspace.open(folder)).parser()
  return (path, text) => digestOf(parser.parseText(path, text)) ?? ''
}
