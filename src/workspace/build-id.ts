/** A hash of casectl's own sources, which the build puts here. */
declare const CASECTL_BUILD: string | undefined

/**
 * What tells one version of the rules from another in what is kept between runs; undefined where
 * casectl runs from its sources, which change under it: nothing is kept then.
 */
export const BUILD_ID: string | undefined = typeof CASECTL_BUILD === 'string' ? CASECTL_BUILD : undefined
