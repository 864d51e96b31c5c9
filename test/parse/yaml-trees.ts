import fc from 'fast-check'

/** Lines and signs of YAML, most of them beyond what the fast reader answers for. */
export const YAML_HAZARDS: readonly string[] = [
  ...[
    'x: |',
    'x: >-',
    'x: &a b',
    'x: *a',
    'x: !!str a',
    '? a',
    ': b',
    '<<: a',
    '__proto__: a',
    'constructor: a',
  ],
  ...[
    'x: {a}',
    'x: {a:b}',
    'x: [a, b',
    'x: [a,]',
    'x: [a: b]',
    'x: a: b',
    'x: a:',
    'x: "a" b',
    'x: "a": b',
    'x: - 5',
  ],
  ...[
    'x: -5',
    'x: ~',
    'x: null',
    'x: 007',
    'x: @a',
    'x: `a`',
    'x: %a',
    '%a',
    '...',
    '---',
    '--- a',
    '\t',
    'x: a\tb',
  ],
  ...[
    '"x": a',
    "'x': a",
    '文: a',
    'x : a',
    'x:a',
    'x: a\n  b',
    'x:\n- a\n- b',
    'x:\n    y: z\n   w: v',
    'x: [[a]]',
  ],
  ...[
    '- a',
    '  - a',
    '  - a: b',
    '- ',
    '-',
    'x: "a\\nb"',
    "x: 'a''b'",
    'x: [a#b, c #d]',
    'x: [-]',
    'x: {a: b,}',
    'x:',
  ],
  ...[
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\ufeff',
    '😀',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '   ',
    '\n',
    ':',
    ': ',
    ' #',
    '#',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
    '%',
    '@',
    '`',
    'a',
    '# c',
    '  # c',
    'x: # c',
  ],
]

const WORDS = [
  'abc',
  'a b',
  '文字',
  'v1.2',
  '2024-01-01',
  '>=2',
  'http://a.b/c',
  '10:30',
  "it's",
  'a#b',
  '-5',
  '',
]
const SIGNS = [...'abc1 :#-,"\'/.文，?[]{}&*!|>%@`~=<\\_()：']

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 6 }).map(signs => signs.join('')),
)
const scalar = fc.oneof(
  { weight: 3, arbitrary: word },
  word.map(text => `"${text}"`),
  word.map(text => `'${text.replaceAll("'", "''")}'`),
  word.map(text => JSON.stringify(text)),
)
const separator = fc.constantFrom(', ', ',', ' , ')

const { value } = fc.letrec<{ value: string; list: string; map: string }>(tie => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('map')),
  list: fc
    .tuple(fc.array(tie('value'), { maxLength: 3 }), separator)
    .map(([items, between]) => `[${items.join(between)}]`),
  map: fc
    .tuple(fc.array(tie('value'), { minLength: 1, maxLength: 3 }), separator)
    .map(([items, between]) => `{ ${items.map((item, i) => `k${i}: ${item}`).join(between)} }`),
}))

const line = fc
  .tuple(value, fc.constantFrom('', '', '', '', ' ', ' # c', '  #c: d', '#x'))
  .map(([text, end]) => text + end)
const gap = fc.constantFrom('', '', '', '', '', '\n', '\n# c', '\n   # c', '\n  ')

/** Text at an indentation. */
type Node = (indent: number) => string

const { node } = fc.letrec<{ node: Node; map: Node; list: Node; entries: readonly Node[] }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    {
      weight: 4,
      arbitrary: line.map(
        (text): Node =>
          () =>
            ` ${text}`,
      ),
    },
    fc.constant<Node>(() => ''),
    tie('map'),
    tie('list'),
  ),
  entries: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  map: fc.tuple(tie('entries'), gap, fc.constantFrom(2, 2, 2, 4, 1)).map(
    ([entries, between, step]): Node =>
      indent =>
        keys(entries, indent + step, `${between}\n`),
  ),
  list: fc
    .tuple(
      fc.array(fc.oneof(line, tie('entries')), { minLength: 1, maxLength: 3 }),
      gap,
      fc.constantFrom(0, 2, 1),
    )
    .map(
      ([items, between, step]): Node =>
        indent => {
          const own = indent + step
          const texts = items.map(item =>
            typeof item === 'string' ? item : keys(item, own + 2, '\n').slice(own + 3),
          )
          return texts.map(text => `${between}\n${' '.repeat(own)}- ${text}`).join('')
        },
    ),
}))

function keys(entries: readonly Node[], indent: number, before: string): string {
  return entries.map((entry, i) => `${before}${' '.repeat(indent)}m${i}:${entry(indent)}`).join('')
}

/** Front matter of nested maps and lists, most of it sound. */
export const yamlTrees: fc.Arbitrary<string> = fc
  .array(node, { minLength: 1, maxLength: 4 })
  .map(nodes => `---${keys(nodes, 0, '\n')}\n---\n`)
