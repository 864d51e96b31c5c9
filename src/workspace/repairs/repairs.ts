import { attachments } from './attachments.js'
import { attributes } from './attributes.js'
import { codeOwners } from './code-owners.js'
import { duplicateIds } from './duplicate-ids.js'
import { hooks } from './hooks.js'
import { indexBuild } from './index-build.js'
import { journal } from './journal.js'
import { locks } from './locks.js'
import { orphanReviews } from './orphan-reviews.js'
import { relatedPairs } from './related-pairs.js'
import { renamedTerms } from './renamed-terms.js'
import type { Repair } from './repair.js'
import { taxonomyTree } from './taxonomy-tree.js'

/** Every repair, in the order in which they are made: first what keeps others from writing, the index last. */
export const REPAIRS: readonly Repair[] = [
  ...[locks, journal, attributes, hooks],
  ...[taxonomyTree, renamedTerms, duplicateIds, relatedPairs, attachments, orphanReviews],
  ...[codeOwners, indexBuild],
]
