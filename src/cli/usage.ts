import type { CommanderError } from 'commander'
import { CasectlError } from '../lib/errors.js'

// Commander writes English only; its quoted words are kept, its sentences are put into Chinese.
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+)'/, '未知选项“$1”。'],
  [/^unknown command '(.+)'/, '未知命令“$1”。'],
  [/^missing required argument '(.+)'/, '缺少参数“$1”。'],
  [/^option '(.+)' argument missing/, '选项“$1”缺少参数值。'],
  [/^required option '(.+)' not specified/, '缺少必需的选项“$1”。'],
  [/^too many arguments.*/, '参数过多。'],
  [/^option '(.+)' argument '(.*)' is invalid\..*/, '选项“$1”的值“$2”无效。'],
  [/^command-argument value '(.*)' is invalid for argument '(.+)'\..*/, '参数“$2”的值“$1”无效。'],
  [/^option '(.+)' cannot be used with option '(.+)'.*/, '选项“$1”不能与“$2”同时使用。'],
]

/** Turns what Commander found wrong with a command line into an expected failure in both languages. */
export function usageError(error: CommanderError): CasectlError {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const suggestion = /\(Did you mean (.+)\?\)/.exec(rest.join(' '))?.[1]
  const allowed = /Allowed choices are (.+)\./.exec(first)?.[1]
  const hint = hintFor(suggestion, allowed)
  const rule = CHINESE.find(([pattern]) => pattern.test(first))
  const zh = rule === undefined ? first : first.replace(rule[0], rule[1])
  return new CasectlError('usage', { en: first, zh }, hint)
}

/** A command that does not exist, with the nearest ones. */
export function unknownCommand(name: string, suggestions: readonly string[]): CasectlError {
  const text = { en: `unknown command '${name}'`, zh: `未知命令“${name}”。` }
  return new CasectlError('usage', text, hintFor(suggestions[0], undefined))
}

function hintFor(suggestion: string | undefined, allowed: string | undefined): CasectlError['hint'] {
  if (suggestion !== undefined) {
    return { en: `Did you mean ${suggestion}?`, zh: `是否想写 ${suggestion}？` }
  }
  if (allowed !== undefined) return { en: `Choices: ${allowed}`, zh: `可选：${allowed}` }
  return { en: 'See `casectl --help`.', zh: '可用 `casectl --help` 查看用法。' }
}
