import { type Command as Commander, Option } from 'commander'
import type { Declaring } from './declaring.js'
import { addFilters } from './filter-options.js'

/** `search`, by itself: the quick way to it loads no other declaration. */
export function declareSearch(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const search = program
    .command('search')
    .argument(
      '[query...]',
      t({ en: 'words, codes, phrases in any language', zh: '任意语言的词语、代码或短语' }),
    )
    .summary(t({ en: 'find cases', zh: '检索案例' }))
    .description(
      t({
        en: 'Finds cases. Published ones come first, then drafts, marked; a superseded case shows its successor.',
        zh: '检索案例。已发布的在前，草稿在后并有标记；已被取代的案例显示其后继案例。',
      }),
    )
  addFilters(search, declaring)
  search
    .option('--limit <n>', t({ en: 'at most this many', zh: '最多显示数目' }))
    .option('--offset <n>', t({ en: 'pass over this many', zh: '跳过的数目' }))
    .addOption(
      new Option('--sort <by>', t({ en: 'order of the hits', zh: '排序方式' })).choices([
        'score',
        'updated',
        'used',
      ]),
    )
    .addOption(
      new Option(
        '--rank <how>',
        t({ en: "lunr: plain scores, Lunr's own order", zh: 'lunr：原始得分，即 Lunr 的顺序' }),
      ).choices(['default', 'lunr']),
    )
    .option('--archived', t({ en: 'archived cases too, last', zh: '同时检索已归档案例（列在最后）' }))
    .option('--facets', t({ en: 'count the facets of what is found', zh: '按维度统计结果' }))
    .option('--explain', t({ en: 'say why each hit stands there', zh: '说明每条结果的排序依据' }))
    .option('--fresh', t({ en: 'compare with every file first', zh: '先与每个文件比对' }))
    .option('--pick', t({ en: 'choose one and read it', zh: '选择一个并阅读' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `
${t({ en: 'Query:', zh: '查询语法：' })}
  ${t({ en: 'plain words               any of them, best match first', zh: '普通词语                  匹配任意一个，最相关的在前' })}
  +word  -word              ${t({ en: 'must, must not be there', zh: '必须包含、不得包含' })}
  "停机报警"                ${t({ en: 'these words in this order', zh: '按此顺序出现' })}
  title:停机  code:E-1203   ${t({ en: 'in one field', zh: '限定字段' })}
  compres*  compresor~1     ${t({ en: 'prefix, one letter wrong', zh: '前缀、容错一个字母' })}
  title:掉线^2              ${t({ en: 'weighs twice', zh: '权重加倍' })}

${t({ en: 'Examples:', zh: '示例：' })}
  casectl search "停机 E-1203"
  casectl search 小票打不出来 --product pos-terminal
  casectl search -- 掉线 -W-104`,
    )
    .action(run(['query'], async () => (await import('../commands/search.js')).search))
}
