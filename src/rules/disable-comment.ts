import { didYouMean } from '../lib/did-you-mean.js'
import type { DisableFault } from './disables.js'
import { exampleBody, exampleCase } from './example.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'

// A block that is not closed, or closed twice, silences what it says all the same.
const MILD = new Set<DisableFault['code']>(['notOpen', 'unclosed'])

export const disableComment: Rule = defineRule({
  id: 'disable-comment',
  scope: 'disables',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Whoever disables a rule names one that exists, and says why.',
    zh: '停用规则时，写明确实存在的规则和停用的理由。',
  },
  why: {
    en: 'A rule that is waved through without a reason is a debt that nobody can judge later. Write `<!-- casectl-disable-next-line RULE -- reason -->` before the line, `<!-- casectl-disable RULE -- reason -->` and `<!-- casectl-enable RULE -->` around a block, `<!-- casectl-disable-file RULE -- reason -->` for the whole file, or `lint: { disable: [{ rule: RULE, reason: … }] }` in the front matter. What breaks this rule silences nothing. This rule itself, `unused-disable`, and the rules on whether a file can be read at all cannot be disabled.',
    zh: '不写理由就停用规则，以后谁也无法判断当时是否合理。单行用 `<!-- casectl-disable-next-line 规则 -- 理由 -->`，写在该行之前；一段用 `<!-- casectl-disable 规则 -- 理由 -->` 和 `<!-- casectl-enable 规则 -->` 包住；整个文件用 `<!-- casectl-disable-file 规则 -- 理由 -->`，或在 front matter 中写 `lint: { disable: [{ rule: 规则, reason: … }] }`。写法不合本规则的停用一律无效。本规则、`unused-disable` 以及判断文件能否读取的规则不能停用。',
  },
  messages: {
    reason: {
      en: '`{name}` is disabled without a reason, so it stays on. Say why behind ` -- `.',
      zh: '停用 `{name}` 没有写理由，因此不生效。请在 ` -- ` 之后写明理由。',
    },
    rules: {
      en: 'This comment names no rule to disable. Name one or more.',
      zh: '这条注释没有写要停用哪条规则。请写出规则名称。',
    },
    unknown: {
      en: 'There is no rule `{name}`.{suggestion}',
      zh: '没有名为 `{name}` 的规则。{suggestionZh}',
    },
    always: {
      en: '`{name}` is always on and cannot be disabled.',
      zh: '`{name}` 始终启用，不能停用。',
    },
    directive: {
      en: '`casectl-{name}` means nothing.{suggestion}',
      zh: '`casectl-{name}` 没有含义。{suggestionZh}',
    },
    notOpen: {
      en: '`{name}` is enabled here, but no block above disables it.',
      zh: '此处恢复 `{name}`，但上文没有停用它。',
    },
    unclosed: {
      en: 'No `<!-- casectl-enable {name} -->` follows, so `{name}` stays disabled to the end. Add it, or write `casectl-disable-file`.',
      zh: '下文没有 `<!-- casectl-enable {name} -->`，`{name}` 会一直停用到文件末尾。请补上，或改用 `casectl-disable-file`。',
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
      { status: 'draft' },
      exampleBody(
        'The log shows W-104.',
        '<!-- casectl-disable-next-line template-text -->\nThe log shows TODO.',
      ),
    ),
  },
  *check({ faults }) {
    for (const { code, name, suggestions, at } of faults) {
      const args = { name, ...didYouMean(suggestions.map(full(code))) }
      yield { code, args, at, ...(MILD.has(code) ? { severity: 'warning' as const } : {}) }
    }
  },
})

const full =
  (code: DisableFault['code']) =>
  (name: string): string =>
    code === 'directive' ? `casectl-${name}` : name
