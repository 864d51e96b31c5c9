/**
 * What kind of host a remote is. `agit` stands for any host that opens requests for pushes to
 * `refs/for/<branch>`; `other` for one of which casectl knows nothing.
 */
export const FORGES = ['github', 'gitlab', 'gitea', 'forgejo', 'agit', 'other'] as const
export type Forge = (typeof FORGES)[number]
