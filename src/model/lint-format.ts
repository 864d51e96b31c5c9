/** The formats of `lint --format`, as its help lists them. */
export const FORMAT_NAMES = [
  'pretty',
  'compact',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'markdown',
] as const
export type FormatName = (typeof FORMAT_NAMES)[number]
