import type { Arguments, Messages } from '../lib/message.js'
import type { Problem } from '../model/case.js'
import type { Range } from '../model/range.js'

/** What can be wrong with a file before its content is judged, by the rule that reports it. */
export const PROBLEMS = {
  'readable-file': {
    unreadable: {
      en: 'The file cannot be read ({reason}). Check its permissions.',
      zh: '无法读取文件（{reason}）。请检查文件权限。',
    },
    notAFile: {
      en: 'This is {what}, not a regular file. Only regular files are read; remove it or replace it by a file.',
      zh: '这里是{whatZh}，不是普通文件。只读取普通文件；请删除它或换成文件。',
    },
    tooLarge: {
      en: 'The file has {size} bytes; the limit is {limit}. Move attachments out of the text or split the case.',
      zh: '文件有 {size} 字节，上限为 {limit}。请把附件移出正文，或拆分案例。',
    },
    binary: {
      en: 'The file holds a NUL byte at offset {offset}: it is not text. Only UTF-8 Markdown belongs here.',
      zh: '文件在偏移 {offset} 处有 NUL 字节，不是文本。这里只能放 UTF-8 编码的 Markdown。',
    },
    nonCharacter: {
      en: 'The file holds {name}, a code point that stands for no character. Remove it.',
      zh: '文件中有 {name}，该码位不表示任何字符。请删除。',
    },
    utf16: {
      en: 'The file is encoded in {encoding}. Save it as UTF-8.',
      zh: '文件编码是 {encoding}。请另存为 UTF-8。',
    },
    notUtf8: {
      en: 'Byte {offset} (line {line}) is not valid UTF-8; the file may be GBK or another encoding. Save it as UTF-8.',
      zh: '第 {offset} 字节（第 {line} 行）不是有效的 UTF-8，文件可能是 GBK 等编码。请另存为 UTF-8。',
    },
  },
  'front-matter': {
    empty: {
      en: 'The file is empty. Start it with `casectl new`.',
      zh: '文件是空的。请用 `casectl new` 新建案例。',
    },
    missing: {
      en: 'The file must begin with a line `---` and YAML front matter.',
      zh: '文件必须以 `---` 行和 YAML 前置元数据开头。',
    },
    extraBom: {
      en: 'The file has more than one byte order mark. Remove them.',
      zh: '文件有多个字节顺序标记（BOM）。请删除。',
    },
    engine: {
      en: 'Front matter in `{name}` is refused: a case is data, never code. Begin the file with a plain `---`.',
      zh: '拒绝 `{name}` 形式的前置元数据：案例是数据，不是代码。请用单独的 `---` 开头。',
    },
    unclosed: {
      en: 'The front matter is not closed: a line `---` is missing after it.',
      zh: '前置元数据没有结束：后面缺少一行 `---`。',
    },
    dashes: {
      en: 'A line inside the front matter begins with `---` but is no closing line. Quote or indent it.',
      zh: '前置元数据中有一行以 `---` 开头，但不是结束行。请加引号或缩进。',
    },
    noFields: {
      en: 'The front matter holds no fields.',
      zh: '前置元数据里没有任何字段。',
    },
    notAMap: {
      en: 'The front matter must be a list of `key: value` lines.',
      zh: '前置元数据必须是一组 `键: 值`。',
    },
    yaml: {
      en: 'YAML error: {reason}',
      zh: 'YAML 错误：{reasonZh}。',
    },
    alias: {
      en: 'YAML anchors and aliases (`&`, `*`) are not allowed. Write the value out, or quote it.',
      zh: '不允许使用 YAML 锚点和别名（`&`、`*`）。请写出完整的值，或加引号。',
    },
    tag: {
      en: 'The YAML tag `{tag}` is not allowed. Remove it.',
      zh: '不允许使用 YAML 标签 `{tag}`。请删除。',
    },
    forbiddenKey: {
      en: 'The key `{key}` is not allowed.',
      zh: '不允许使用键 `{key}`。',
    },
    complexKey: {
      en: 'A key must be plain text.',
      zh: '键必须是普通文本。',
    },
    tooDeep: {
      en: 'The YAML is nested more than {limit} levels deep.',
      zh: 'YAML 嵌套超过 {limit} 层。',
    },
    tooMany: {
      en: 'The front matter holds more than {limit} values. Put long lists into a file beside the case.',
      zh: '前置元数据超过 {limit} 个值。请把长列表放进案例旁边的文件。',
    },
    tooLong: {
      en: 'The front matter has {lines} lines and {length} characters; the limits are {maxLines} and {maxLength}.',
      zh: '前置元数据有 {lines} 行、{length} 个字符，上限为 {maxLines} 行、{maxLength} 个字符。',
    },
  },
  'duplicate-key': {
    duplicate: {
      en: 'The key `{key}` stands twice (first in line {line}). Keep one.',
      zh: '键 `{key}` 重复（首次出现在第 {line} 行）。请只保留一个。',
    },
  },
  schema: {
    missingField: {
      en: 'The field `{field}` is missing.',
      zh: '缺少字段 `{field}`。',
    },
    unknownKey: {
      en: 'Unknown field `{field}`.{suggestion}',
      zh: '未知字段 `{field}`。{suggestionZh}',
    },
    type: {
      en: '`{field}` must be {expected}.',
      zh: '`{field}` 必须是{expectedZh}。',
    },
    choice: {
      en: '`{field}` is `{value}`; it must be one of {choices}.{suggestion}',
      zh: '`{field}` 的值是 `{value}`；只能是 {choices} 之一。{suggestionZh}',
    },
    day: {
      en: '`{field}` is `{value}`, which is no calendar day. Write it as YYYY-MM-DD.',
      zh: '`{field}` 的值 `{value}` 不是有效日期。请写成 YYYY-MM-DD。',
    },
    languageTag: {
      en: '`{field}` is `{value}`, which is no language tag. Write for instance zh-CN or en.',
      zh: '`{field}` 的值 `{value}` 不是语言标签。请写成 zh-CN 或 en 等。',
    },
    form: {
      en: '`{field}` is `{value}`, which does not have the required form {form}.',
      zh: '`{field}` 的值 `{value}` 不符合要求的形式 {form}。',
    },
    repeated: {
      en: '`{field}` lists the same entry twice (entries {first} and {second}).',
      zh: '`{field}` 中有重复的条目（第 {first} 项和第 {second} 项）。',
    },
    limit: {
      en: '`{field}` {reason}.',
      zh: '`{field}` 不符合要求：{reasonZh}。',
    },
  },
  'body-limits': {
    longLine: {
      en: 'The line has {length} characters; the limit is {limit}. Break it.',
      zh: '这一行有 {length} 个字符，上限为 {limit}。请换行。',
    },
    markers: {
      en: 'The line opens {count} list or quote levels; the limit is {limit}.',
      zh: '这一行打开了 {count} 层列表或引用，上限为 {limit}。',
    },
    indent: {
      en: 'The line is indented by {count} columns; the limit is {limit}.',
      zh: '这一行缩进了 {count} 列，上限为 {limit}。',
    },
    emphasis: {
      en: 'The paragraph holds {count} emphasis or bracket characters; the limit is {limit}. Use a code block for such text.',
      zh: '这一段有 {count} 个强调或方括号字符，上限为 {limit}。此类文本请放进代码块。',
    },
    address: {
      en: 'The line holds a web address and a hundred punctuation marks in a row. Shorten the row.',
      zh: '这一行既有网址，又有一百个连续的标点符号。请缩短这串标点。',
    },
    manyLines: {
      en: 'The text has {count} lines; the limit is {limit}. Put long logs into a file beside the case.',
      zh: '正文有 {count} 行，上限为 {limit}。长日志请另存为案例旁边的文件。',
    },
    manyBlocks: {
      en: 'The text has {count} list items, quotes and underlined headings; the limit is {limit}. Split the case.',
      zh: '正文有 {count} 个列表项、引用和下划线标题，上限为 {limit}。请拆分案例。',
    },
    manyIndents: {
      en: 'The lines are indented by {count} columns in all; the limit is {limit}. Use fenced code or fewer levels.',
      zh: '各行缩进合计 {count} 列，上限为 {limit}。请改用围栏代码块或减少层级。',
    },
    manyMarks: {
      en: 'The text holds {count} emphasis marks, brackets and table bars; the limit is {limit}. Put long tables into a file beside the case.',
      zh: '正文有 {count} 个强调符、方括号和表格竖线，上限为 {limit}。长表格请另存为案例旁边的文件。',
    },
  },
} as const satisfies Record<string, Messages>

type Table = typeof PROBLEMS
type CodeOf = { [R in keyof Table]: keyof Table[R] }[keyof Table]
type MessageOf<C> = {
  [R in keyof Table]: C extends keyof Table[R] ? Table[R][C] : never
}[keyof Table]

const RULE_OF = new Map<string, keyof Table>()
for (const [rule, codes] of Object.entries(PROBLEMS)) {
  for (const code of Object.keys(codes)) RULE_OF.set(code, rule as keyof Table)
}

/** Makes a problem; code and arguments are checked by the compiler. */
export function problem<C extends CodeOf & string>(
  code: C,
  args: Arguments<MessageOf<C> & { en: string; zh: string }>,
  at?: Range,
): Problem {
  const rule = RULE_OF.get(code) ?? 'front-matter'
  const message = (PROBLEMS[rule] as Messages)[code] ?? { en: code, zh: code }
  return { rule, code, message, args, ...(at === undefined ? {} : { at }) }
}
