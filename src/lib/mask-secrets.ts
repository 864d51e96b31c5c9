/** Shown in the place of a secret. */
const MASK = '***'

/**
 * Text without the user names and passwords of addresses, and without some secrets wherever they
 * stand, also as addresses write them.
 * @param secrets tokens; empty ones are passed over
 */
export function maskSecrets(text: string, secrets: readonly string[] = []): string {
  let masked = text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"<>]*@(?=[^\s/])/gi, (whole, scheme: string) =>
    // The user of ssh://git@host is no secret, and without it the address would not work.
    /^(?:git\+)?ssh:/i.test(scheme) && !whole.slice(scheme.length).includes(':')
      ? whole
      : `${scheme}${MASK}@`,
  )
  for (const secret of secrets.filter(one => one !== '')) {
    for (const form of new Set([secret, encodeURIComponent(secret)])) masked = masked.replaceAll(form, MASK)
  }
  return masked
}
