import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unstyled } from '../../src/lib/style.js'
import { unifiedDiff } from '../../src/report/diff.js'

function diff(before: string | null, after: string | null): string[] {
  return unstyled(unifiedDiff({ path: 'a.md', before, after })).split('\n')
}

const ABC = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n'

test('a changed line stands between two lines of context', () => {
  expect(diff(ABC, ABC.replace('e', 'E'))).toEqual([
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -3,5 +3,5 @@',
    ' c',
    ' d',
    '-e',
    '+E',
    ' f',
    ' g',
  ])
})

test('regions far apart are hunks of their own, near ones share their context', () => {
  const far = diff(ABC, ABC.replace('a\n', '').replace('k', 'k\nl'))
  expect(far.filter(line => line.startsWith('@@'))).toEqual(['@@ -1,3 +1,2 @@', '@@ -10,2 +9,3 @@'])
  const near = diff(ABC, ABC.replace('c', 'C').replace('g', 'G'))
  expect(near.filter(line => line.startsWith('@@'))).toEqual(['@@ -1,9 +1,9 @@'])
})

test('a moved line is one removal and one addition', () => {
  const lines = diff(ABC, ABC.replace('b\n', '').replace('j\n', 'j\nb\n'))
  expect(lines.filter(line => /^[-+]\w/.test(line))).toEqual(['-b', '+b'])
})

test('new and removed files come from and go to /dev/null', () => {
  expect(diff(null, 'a\n')).toEqual(['--- /dev/null', '+++ b/a.md', '@@ -0,0 +1,1 @@', '+a'])
  expect(diff('a\n', null)).toEqual(['--- a/a.md', '+++ /dev/null', '@@ -1,1 +0,0 @@', '-a'])
  expect(diff(null, '')).toEqual(['--- /dev/null', '+++ b/a.md'])
})

test('equal texts have no diff', () => {
  expect(diff(ABC, ABC)).toEqual([''])
})

test('a missing last line break is told', () => {
  expect(diff('a\n', 'a')).toEqual([
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -1,1 +1,1 @@',
    '-a',
    '+a',
    '\\ No newline at end of file',
  ])
})

test('texts that share almost nothing are shown whole', () => {
  const [a, b] = ['x', 'y'].map(name => Array.from({ length: 2000 }, (_, i) => `${name}${i}\n`).join(''))
  const lines = diff(a ?? '', b ?? '')
  expect(lines.filter(line => line.startsWith('-x'))).toHaveLength(2000)
  expect(lines.filter(line => line.startsWith('+y'))).toHaveLength(2000)
})

/** Applies the hunks of a diff to a text, as `patch` does. */
function patched(before: string, lines: readonly string[]): string {
  const old = before.split(/(?<=\n)/)
  const out: string[] = []
  let at = 0
  for (const [i, line] of lines.slice(2).entries()) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line)
    const end = lines[i + 3]?.startsWith('\\') === true ? '' : '\n'
    if (hunk !== null) {
      const first = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1)
      out.push(...old.slice(at, first))
      at = first
    } else if (line.startsWith('+')) out.push(line.slice(1) + end)
    else if (line.startsWith('-') || line.startsWith(' ')) {
      expect(old[at]).toBe(line.slice(1) + end)
      if (line.startsWith(' ')) out.push(old[at] ?? '')
      at++
    }
  }
  return out.join('') + old.slice(at).join('')
}

test('a diff applied to the old text gives the new one', () => {
  const text = fc
    .tuple(
      fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n'), { maxLength: 25 }),
      fc.constantFrom('', 'a', 'z'),
    )
    .map(([lines, last]) => lines.join('') + last)
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (before !== after) expect(patched(before, diff(before, after))).toBe(after)
    }),
    { numRuns: 400 },
  )
})
