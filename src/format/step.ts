import type { Message } from '../lib/message.js'
import type { Case, CaseFile } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Config } from '../model/config.js'

/** A replacement within the text that is being formatted. */
export type Edit = Omit<TextEdit, 'path'>

/** What a step looks at. */
export interface Subject {
  readonly file: CaseFile
  readonly case: Case
  readonly config: Config
}

/** The edits of a step, or why it leaves alone what is not in form. */
export type Step = (subject: Subject) => readonly Edit[] | LeftCode

/** Why something that is not in form was left as it is. */
export const LEFT = {
  fieldShape: {
    en: 'The fields are not in order, but they do not stand one below the other at the margin. Rewrite the front matter by hand.',
    zh: '字段未按顺序排列，但没有逐行顶格书写。请手动改写前置元数据。',
  },
  fieldComment: {
    en: 'The fields are not in order, but a comment among them belongs to no field. Put it directly above a field, or order them by hand.',
    zh: '字段未按顺序排列，但其中有注释不属于任何字段。请把注释紧贴在某个字段上方，或手动调整顺序。',
  },
  sectionTitle: {
    en: 'The sections are not in order, but a second title (`#`) stands among them. Order them by hand.',
    zh: '章节未按顺序排列，但其间还有一个一级标题（`#`）。请手动调整。',
  },
  sectionNumber: {
    en: 'The sections are not in order, but their headings are numbered. Order and number them by hand.',
    zh: '章节未按顺序排列，但标题带有编号。请手动调整顺序和编号。',
  },
  sectionTwice: {
    en: 'The sections are not in order, and one stands twice. Put both parts under one heading first.',
    zh: '章节未按顺序排列，且有章节重复。请先合并到一个标题下。',
  },
  sectionHtml: {
    en: 'The sections are not in order, but HTML in them may reach over several. Order them by hand.',
    zh: '章节未按顺序排列，但其中的 HTML 可能跨越多个章节。请手动调整。',
  },
  sectionDisable: {
    en: 'The sections are not in order, but a comment switches a rule off from one place to another. Order them by hand.',
    zh: '章节未按顺序排列，但有注释在一段范围内关闭规则。请手动调整。',
  },
  sectionDefinition: {
    en: 'The sections are not in order, but a link or footnote is defined twice, so that the order decides. Remove one.',
    zh: '章节未按顺序排列，但有链接或脚注重复定义，先后顺序会影响结果。请删除其中一个。',
  },
  sectionFence: {
    en: 'The sections are not in order, but the last one ends inside a code block. Close it.',
    zh: '章节未按顺序排列，但最后一节的代码块没有结束。请补上结束标记。',
  },
  meaning: {
    en: 'A part was left as it is: formatted, the case would read differently.',
    zh: '有一处保持原样：整理后案例的含义会改变。',
  },
  unsettled: {
    en: 'The file was left as it is: its form does not settle, since two changes undo each other.',
    zh: '文件保持原样：两处整理互相抵消，无法稳定。',
  },
} as const satisfies Readonly<Record<string, Message>>

export type LeftCode = keyof typeof LEFT
