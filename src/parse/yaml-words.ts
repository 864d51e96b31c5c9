import type { YAMLError } from 'yaml'

/** What `yaml` says in English of what writers of cases get wrong, by its codes; the rest stays English. */
const CHINESE: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: '缩进不对，或者 `[`、`{` 没有闭合',
  BAD_DQ_ESCAPE: '双引号里的反斜杠转义无效',
  BAD_SCALAR_START: '值不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“键: 值”，含冒号的值请加引号',
  BLOCK_IN_FLOW: '`[ ]` 或 `{ }` 里不能再写分行的列表或键值',
  MISSING_CHAR: '缺少符号：引号没有闭合，或者少了冒号、逗号、空格',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行里；上一行的冒号或引号可能漏了',
  TAB_AS_INDENT: '不能用制表符缩进，请改用空格',
  UNEXPECTED_TOKEN: '这里多了符号或文字，值里有特殊符号时请加引号',
}

/** The reason of a YAML error in both languages. */
export function yamlReason({ code, message }: YAMLError): {
  readonly reason: string
  readonly reasonZh: string
} {
  return { reason: message, reasonZh: CHINESE[code] ?? message }
}
