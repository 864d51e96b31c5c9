/** What images say of people beyond what they show. */
export const IMAGE_FIELDS = ['gps', 'place', 'owner', 'author', 'person', 'contact', 'serial'] as const
export type ImageField = (typeof IMAGE_FIELDS)[number]
