/** True where a text has tags that someone meant as HTML. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|span|table|ul|ol|li|img|a|b|strong|em|i|h[1-6]|pre|code|font)\b[^<>]{0,500}>/i.test(
    text,
  )
}
