import { archiveFolder } from './archive-folder.js'
import { attachments } from './attachments.js'
import { bareUrl } from './bare-url.js'
import { bodyLimits } from './body-limits.js'
import { charterScope } from './charter-scope.js'
import { claimedImprovement } from './claimed-improvement.js'
import { codeFence } from './code-fence.js'
import { contradiction } from './contradiction.js'
import { dates } from './dates.js'
import { disableComment } from './disable-comment.js'
import { duplicateKey } from './duplicate-key.js'
import { emptySection } from './empty-section.js'
import { fileName } from './file-name.js'
import { frontMatter } from './front-matter.js'
import { hanPunctuation } from './han-punctuation.js'
import { hanSpacing } from './han-spacing.js'
import { headingLevels } from './heading-levels.js'
import { idPrefix } from './id-prefix.js'
import { idUnique } from './id-unique.js'
import { imageAlt } from './image-alt.js'
import { imageMetadata } from './image-metadata.js'
import { jargon } from './jargon.js'
import { knownTerms } from './known-terms.js'
import { links } from './links.js'
import { listShape } from './list-shape.js'
import { mixedScript } from './mixed-script.js'
import { nearDuplicate } from './near-duplicate.js'
import { orderedSteps } from './ordered-steps.js'
import { orphanAsset } from './orphan-asset.js'
import { outcomeUnits } from './outcome-units.js'
import { personalData } from './personal-data.js'
import { publicLeak } from './public-leak.js'
import { rawTranscript } from './raw-transcript.js'
import { readableFile } from './readable-file.js'
import { relations } from './relations.js'
import { requiredFields } from './required-fields.js'
import { requiredSections } from './required-sections.js'
import { reviewDue } from './review-due.js'
import { reviewWhen } from './review-when.js'
import type { Rule } from './rule.js'
import { schema } from './schema.js'
import { sectionOrder } from './section-order.js'
import { sentenceLength } from './sentence-length.js'
import { tableShape } from './table-shape.js'
import { templateText } from './template-text.js'
import { terminology } from './terminology.js'
import { titleStandard } from './title-standard.js'
import { unsafeTree } from './unsafe-tree.js'
import { unusedDisable } from './unused-disable.js'
import { unusedTerm } from './unused-term.js'
import { vagueWording } from './vague-wording.js'

/**
 * Every rule, in the order in which the documentation lists them: the file, its front matter,
 * the text, and what the case has to do with others. A new rule adds one line.
 */
export const RULES: readonly Rule[] = [
  readableFile,
  frontMatter,
  duplicateKey,
  schema,
  bodyLimits,
  fileName,
  archiveFolder,
  idUnique,
  idPrefix,
  requiredFields,
  knownTerms,
  charterScope,
  dates,
  reviewDue,
  reviewWhen,
  titleStandard,
  outcomeUnits,
  requiredSections,
  sectionOrder,
  emptySection,
  headingLevels,
  orderedSteps,
  listShape,
  tableShape,
  codeFence,
  imageAlt,
  bareUrl,
  templateText,
  vagueWording,
  claimedImprovement,
  sentenceLength,
  jargon,
  rawTranscript,
  terminology,
  hanPunctuation,
  hanSpacing,
  mixedScript,
  personalData,
  imageMetadata,
  links,
  attachments,
  orphanAsset,
  relations,
  publicLeak,
  nearDuplicate,
  contradiction,
  unusedTerm,
  unsafeTree,
  disableComment,
  unusedDisable,
]
