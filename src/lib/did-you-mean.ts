/** `Did you mean …?` in both languages, with the space that precedes it; '' without suggestions. */
export function didYouMean(suggestions: readonly string[]): { suggestion: string; suggestionZh: string } {
  if (suggestions.length === 0) return { suggestion: '', suggestionZh: '' }
  const names = suggestions.map(name => `\`${name}\``)
  return {
    suggestion: ` Did you mean ${names.join(' or ')}?`,
    suggestionZh: `是否想写 ${names.join(' 或 ')}？`,
  }
}
