import { byRule } from './by-rule.js'

/** Writes terms by their present ids where the taxonomy says what an alias or a retired term is now. */
export const renamedTerms = byRule('renamed-terms', 'known-terms', {
  en: 'write terms that were renamed by their present ids',
  zh: '把已改名的术语写成现用 id',
})
