import { exampleBody, exampleCase } from './example.js'
import { removal } from './remove-comment.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

export const unusedDisable: Rule = defineRule({
  id: 'unused-disable',
  scope: 'disables',
  severity: 'warning',
  summary: {
    en: 'What is disabled would otherwise be found.',
    zh: '被停用的规则确实会报出问题。',
  },
  why: {
    en: 'A disable that silences nothing is left over from something mended since, and would hide the next fault without a word. Remove it; `casectl lint --fix` removes a comment that names this rule alone. A disable of a rule that is off here is not judged.',
    zh: '没有起作用的停用多半是问题修好后的残留，下次出错时会悄悄把它藏起来。请删除；只写了一条规则的注释，`casectl lint --fix` 会删除。本案例库未启用的规则不在此列。',
  },
  messages: {
    unused: {
      en: '`{rule}` finds nothing here, so it need not be disabled. Remove this.',
      zh: '`{rule}` 在此没有检查出问题，不必停用。请删除。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(
      {},
      exampleBody(
        'The log shows W-104.',
        '<!-- casectl-disable-next-line template-text -- what the device shows -->\nThe log shows TODO.',
      ),
    ),
    bad: exampleCase(
      {},
      exampleBody(
        'The log shows W-104.',
        '<!-- casectl-disable-next-line template-text -- what the device shows -->\nThe log shows W-104.',
      ),
    ),
  },
  *check({ unused, file }) {
    for (const { rule, at, alone } of unused) {
      const fix = alone ? removal(file.text, at) : undefined
      yield { code: 'unused', args: { rule }, at, ...(fix === undefined ? {} : { fix: [fix] }) }
    }
  },
})
