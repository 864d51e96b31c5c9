import { byRule } from './by-rule.js'

/** Completes `related`; which of two cases supersedes the other is for its authors to say. */
export const relatedPairs = byRule('related-pairs', 'relations', {
  en: 'complete one-sided `related`; broken `supersedes` pairs are told',
  zh: '补全单向的 `related`；列出不一致的 `supersedes`',
})
