import fc from 'fast-check'
import type { RepoPath } from '../../../src/model/case.js'
import type { Diagnostic } from '../../../src/model/diagnostic.js'
import type { View } from '../../../src/report/reporter.js'
import { fingerprints } from '../../../src/rules/fingerprint.js'
import { RULES } from '../../../src/rules/index.js'
import { countBySeverity, type LintResult } from '../../../src/rules/run.js'
import { EXAMPLE_PATH, lintText } from '../../rules/lint-text.js'

export function resultOf(diagnostics: readonly Diagnostic[], more: Partial<LintResult> = {}): LintResult {
  const files = new Set(diagnostics.map(({ path }) => path)).size
  return { diagnostics, suppressed: [], files, counts: countBySeverity(diagnostics), ...more }
}

export function viewOf(
  diagnostics: readonly Diagnostic[],
  texts: Readonly<Record<RepoPath, string>> = {},
  more: Partial<View> = {},
): View {
  const textOf = (path: RepoPath): string | undefined =>
    Object.hasOwn(texts, path) ? texts[path] : undefined
  return {
    language: 'en',
    version: '1.2.3',
    base: '',
    rules: RULES,
    fingerprints: fingerprints(diagnostics, textOf),
    textOf,
    titleOf: () => undefined,
    ...more,
  }
}

/** What the bad example of a rule comes to, with its texts. */
export interface Linted {
  readonly rule: string
  readonly texts: Readonly<Record<RepoPath, string>>
  readonly found: readonly Diagnostic[]
}

/** The bad examples of all rules, linted by all rules: findings as they really are. */
export const LINTED: readonly Linted[] = RULES.map(({ id, examples: { bad } }) => {
  const texts = typeof bad === 'string' ? { [EXAMPLE_PATH]: bad } : bad
  return { rule: id, texts, found: lintText(bad) }
})

/** One finding; what matters to a test is given. */
export function finding(more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: 'known-terms',
    code: 'unknown',
    args: {},
    message: { en: 'The taxonomy knows no `wify`.', zh: '术语表中没有 `wify`。' },
    severity: 'error',
    path: 'cases/a.md',
    at: { start: 4, end: 8, line: 2, column: 3 },
    ...more,
  }
}

/** Whatever could break out of a format, among harmless characters. */
const PIECES = [
  ...['a', 'word', '故障', ' ', '  ', '\t', '\n', '\r', '\r\n', '\u2028', '\u0085', '\0', '\x1b[31m', '\x9b'],
  ...[
    '\u202e',
    '\u2066',
    '\ufdd0',
    '\ufdd8',
    '\ufeff',
    '\ufffe',
    '\ud800',
    '\udc00',
    '😀',
    '::',
    ':',
    ',',
    '%',
  ],
  ...[
    '%0A',
    '::error::',
    '##[error]',
    '|',
    '<script>',
    '</details>',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '&',
    '&lt;',
  ],
  ...[
    '"',
    "'",
    '`',
    '```',
    '**',
    '_',
    '~~',
    '\\',
    '[x](http://e.vil)',
    '![x](y)',
    '](',
    'https://e.vil',
    'www.e.vil',
  ],
  ...[
    '@octocat',
    '#12',
    '!3',
    '$x$',
    'mailto:a@b.cn',
    '/close',
    '- ',
    '# ',
    '> ',
    '1. ',
    '{0}',
    '=== ',
    '.',
    '..',
    '/',
  ],
]

export const nasty: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map(pieces => pieces.join(''))

/** Findings whose messages and paths come from an attacker. */
export const nastyFindings: fc.Arbitrary<Diagnostic[]> = fc.array(
  fc
    .record({ said: nasty, zh: nasty, name: nasty, severity: fc.constantFrom('error', 'warning', 'note') })
    .map(({ said, zh, name, severity }) =>
      finding({
        severity,
        path: `cases/${name}.md`,
        message: { en: `M ${said}`, zh: `M ${zh}` },
        args: { value: said },
        fix: [{ path: `cases/${name}.md`, start: 4, end: 8, text: said }],
      }),
    ),
  { minLength: 1, maxLength: 5 },
)

/** What may stand in no report: a terminal, a log viewer or a reader of lines takes it for something else. */
export const UNSAFE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff]/
