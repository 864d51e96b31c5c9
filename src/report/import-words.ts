import type { Gate } from '../import/gates.js'
import { ROW_FAULTS } from '../import/row.js'
import type { Outcome, RowError } from '../import/tally.js'
import type { Message } from '../lib/message.js'

/** What becomes of rows, in words. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Message>> = {
  case: { en: 'cases', zh: '成为案例' },
  known: { en: 'duplicates: there already', zh: '重复：库中已有' },
  same: { en: 'duplicates: in the export', zh: '重复：导出文件内重复' },
  near: { en: 'set aside: nearly the same as another', zh: '搁置：与其他案例几乎相同' },
  left: { en: 'set aside: not asked for', zh: '搁置：不在选取范围内' },
  error: { en: 'errors', zh: '错误' },
}

/** Why a row is an error, in words. */
export const ERROR_WORDS: Readonly<Record<RowError, Message>> = {
  ...ROW_FAULTS,
  empty: {
    en: 'the row has no title and no text to make one of',
    zh: '该行没有标题，也没有可用作标题的文字',
  },
  personal: { en: 'personal data would have remained', zh: '打码后仍有个人数据' },
  unsound: { en: 'its case would not be sound', zh: '生成的案例不符合规范' },
  'too-large': { en: 'its case would be larger than 256 KiB', zh: '生成的案例超过 256 KiB' },
  occupied: { en: 'another file stands in its place', zh: '目标位置已有其他文件' },
}

/** What a gate asks for. */
export const GATE_WORDS: Readonly<Record<Gate['id'], Message>> = {
  success: { en: 'rows without error', zh: '无错误的行' },
  required: { en: 'required parts given or marked', zh: '必填内容齐全或已标记' },
  links: { en: 'links kept', zh: '链接保留' },
  values: { en: 'values taken over', zh: '字段值成功转入' },
}
