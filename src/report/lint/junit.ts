import { groupBy } from '../../lib/groups.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Reporter, View } from '../reporter.js'
import { shownLine } from '../shown.js'
import { countsLine } from './counts-line.js'
import { hostPath } from './host-path.js'
import { xmlAttribute, xmlText } from './xml-text.js'

interface Tests {
  readonly tests: number
  readonly failures: number
}

/**
 * JUnit XML as Jenkins and GitLab read it. A suite for the run, so that a clean one is not empty,
 * and one for each file with findings; in it a test case a rule. A rule fails with an error, as the
 * command does; warnings and notes are a passed test's output.
 */
export const junit: Reporter = (result, view) => {
  const suites = [...groupBy(result.diagnostics, found => found.path)].map(([path, found]) =>
    fileSuite(hostPath(view, path), found, view),
  )
  const total = suites.reduce(
    (sum, suite) => ({ tests: sum.tests + suite.tests, failures: sum.failures + suite.failures }),
    { tests: 1, failures: 0 },
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="casectl lint"${numbers(total)}>`,
    `  <testsuite name="casectl lint"${numbers({ tests: 1, failures: 0 })}>`,
    '    <testcase name="run" classname="casectl">',
    `      <system-out>${xmlText(countsLine(result)[view.language])}</system-out>`,
    '    </testcase>',
    '  </testsuite>',
    ...suites.map(suite => suite.xml),
    '</testsuites>',
  ].join('\n')
}

function fileSuite(path: string, found: readonly Diagnostic[], view: View): Tests & { xml: string } {
  const rules = [...groupBy(found, ({ rule }) => rule)]
  const failures = rules.filter(([, own]) => own.some(isError)).length
  const tests = { tests: rules.length, failures }
  const name = xmlAttribute(path)
  const xml = [
    `  <testsuite name="${name}" file="${name}"${numbers(tests)}>`,
    ...rules.map(([rule, own]) => testCase(rule, path, own, view)),
    '  </testsuite>',
  ].join('\n')
  return { ...tests, xml }
}

function testCase(rule: string, path: string, found: readonly Diagnostic[], { language }: View): string {
  // Readers split a class name at its dots: folders become packages.
  const className = path.replace(/\.md$/i, '').replaceAll('.', '-').replaceAll('/', '.')
  const lines = found.map(({ at, severity, message }) => {
    return `${at?.line ?? 1}:${at?.column ?? 1} ${severity}: ${shownLine(message[language])}`
  })
  const text = xmlText(lines.join('\n'))
  const first = found.find(isError)
  const said =
    first === undefined
      ? `<system-out>${text}</system-out>`
      : `<failure type="error" message="${xmlAttribute(shownLine(first.message[language]))}">${text}</failure>`
  return [
    `    <testcase name="${xmlAttribute(rule)}" classname="${xmlAttribute(className)}">`,
    `      ${said}`,
    '    </testcase>',
  ].join('\n')
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** Nothing is skipped and nothing breaks down: a finding is a failure. */
function numbers({ tests, failures }: Tests): string {
  return ` tests="${tests}" failures="${failures}" errors="0"`
}
