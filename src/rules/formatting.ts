/** Rules about the form of a text and not its words: `casectl fmt` applies their fixes, where they are on. */
export const FORMATTING_RULES: readonly string[] = ['han-punctuation', 'han-spacing']
