/** What a claim of an improvement says, in Chinese. */
export const BETTER_ZH: readonly string[] = [
  ...['提升', '提高', '增加', '增长', '改善', '降低', '减少', '缩短', '压缩', '下降', '节省', '节约', '加快'],
  ...['降', '省', '快'],
]

/** Of what a claim says in English, one of these words. */
export const BETTER_EN: readonly string[] = [
  ...[
    'improved',
    'reduced',
    'increased',
    'decreased',
    'cut',
    'shortened',
    'lowered',
    'dropped',
    'fell',
    'rose',
  ],
  ...['saved', 'boosted', ' faster', ' fewer', ' less', ' more', ' lower', ' shorter', ' higher', ' better'],
]
