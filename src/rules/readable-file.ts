import { PROBLEMS } from '../parse/problem.js'
import { exampleBody, exampleCase } from './example.js'
import { problemRule } from './problem-rule.js'
import type { Rule } from './rule.js'

export const readableFile: Rule = problemRule({
  id: 'readable-file',
  summary: {
    en: 'A case is a regular file of at most 256 KiB that holds UTF-8 text.',
    zh: '案例是不超过 256 KiB、以 UTF-8 编码的普通文本文件。',
  },
  why: {
    en: 'Links, devices and binary files are refused, so that a contribution can neither show what lies outside the library nor stall a tool. Save text as UTF-8; keep pictures and logs beside the case and link to them.',
    zh: '拒绝符号链接、设备文件和二进制文件，这样任何投稿都无法读到案例库以外的内容，也无法让工具卡死。请把文本存为 UTF-8；图片和日志放在案例旁边并用链接引用。',
  },
  messages: PROBLEMS['readable-file'],
  examples: {
    good: exampleCase(),
    bad: exampleCase({}, exampleBody('The log shows W-104.', 'The log shows W-104\0.')),
  },
})
