import { expect, test } from 'vitest'
import { commandsOf } from '../../src/tutorial/command-line.js'

test.each([
  [
    'casectl search "water in the air line" --limit 3',
    [['casectl', 'search', 'water in the air line', '--limit', '3']],
  ],
  [`casectl reply ID --var "customer=Ms Ortiz"`, [['casectl', 'reply', 'ID', '--var', 'customer=Ms Ortiz']]],
  [`casectl reply ID --var customer='王 女士'`, [['casectl', 'reply', 'ID', '--var', 'customer=王 女士']]],
  [
    'git add reviews && git commit -m "a && b"',
    [
      ['git', 'add', 'reviews'],
      ['git', 'commit', '-m', 'a && b'],
    ],
  ],
  ['  casectl   lint ', [['casectl', 'lint']]],
])('%s', (line, commands) => {
  expect(commandsOf(line)).toEqual(commands)
})

test.each(['casectl search "open', "it's", '&& casectl lint', 'casectl lint &&', ''])(
  'no shell reads it, so a line like %j is refused',
  line => {
    expect(commandsOf(line)).toBeUndefined()
  },
)
