import { archiveFolder } from './archive-folder.js'
import { bodyLimits } from './body-limits.js'
import { charterScope } from './charter-scope.js'
import { dates } from './dates.js'
import { duplicateKey } from './duplicate-key.js'
import { emptySection } from './empty-section.js'
import { fileName } from './file-name.js'
import { frontMatter } from './front-matter.js'
import { idPrefix } from './id-prefix.js'
import { idUnique } from './id-unique.js'
import { knownTerms } from './known-terms.js'
import { links } from './links.js'
import { readableFile } from './readable-file.js'
import { relations } from './relations.js'
import { requiredFields } from './required-fields.js'
import { requiredSections } from './required-sections.js'
import type { Rule } from './rule.js'
import { schema } from './schema.js'
import { sectionOrder } from './section-order.js'
import { templateText } from './template-text.js'

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
  requiredSections,
  sectionOrder,
  emptySection,
  templateText,
  links,
  relations,
]
