import type { Link } from '../model/case.js'
import type { Range } from '../model/range.js'
import { exampleBody, exampleCase } from './example.js'
import { rangesOf } from './prose-text.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  missing: {
    en: 'This image has no alternative text. Say between `![` and `]` what is to be seen in it.',
    zh: '这张图片没有替代文字。请在 `![` 和 `]` 之间写明图中的内容。',
  },
  fileName: {
    en: 'The alternative text "{alt}" is the name of a file. Say what is to be seen in the image.',
    zh: '替代文字“{alt}”只是文件名。请写明图中的内容。',
  },
  generic: {
    en: 'The alternative text "{alt}" fits every image. Say what is to be seen in this one.',
    zh: '替代文字“{alt}”放在哪张图上都行。请写明这张图的内容。',
  },
} as const

type Found = Finding<typeof MESSAGES>

export const imageAlt: Rule = defineRule({
  id: 'image-alt',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Images have an alternative text that says what is to be seen.',
    zh: '图片都有替代文字，说明图中的内容。',
  },
  why: {
    en: 'Who cannot see an image, or gets the case without it (by mail, in a terminal, with remote images blocked), reads the alternative text, and search finds an image by it alone. Say what the reader should take from the image: "menu Wi-Fi, 5 GHz, channel 36 selected". The name of the file and "screenshot" say nothing.',
    zh: '看不到图片的人，或收到的案例不带图片时（邮件、终端、远程图片被拦截），读到的就是替代文字；搜索也只能靠它找到图片。请写读者该从图中看到什么，例如“无线设置 5 GHz 页面，信道选为 36”。文件名和“截图”等于没写。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('channel 36.', 'channel 36.\n\n![Menu Wi-Fi, 5 GHz, channel 36 selected](a.png)'),
      ),
      'cases/a.png': '',
    },
    bad: {
      'cases/a.md': exampleCase(
        {},
        exampleBody('channel 36.', 'channel 36.\n\n![](a.png) ![screenshot](a.png)'),
      ),
      'cases/a.png': '',
    },
  },
  mayFind: ({ file }) => file.text.includes('!['),
  *check({ case: found, file: { text } }) {
    const range = rangesOf(text)
    for (const link of found.body.links) {
      if (link.kind !== 'image') continue
      const finding = judge(link)
      if (finding !== undefined) yield { ...finding, at: altAt(link, text, range) }
    }
  },
})

// What editors, question sites and blogs put there when nobody says anything.
const GENERIC =
  /^(?:(?:an? |the |my )?(?:image|picture|pic|photo|img|screenshot|screen shot|figure|fig|diagram|illustration|graphic|icon|logo|alt|alt[ _-]?text|untitled|insert image(?: description)?(?: here)?|(?:enter )?image description(?: here)?)|(?:一张)?(?:图|图片|图像|图示|照片|相片|截图|截屏|屏幕截图|示意图|插图|配图|附图|如图|如下图|见图|流程图|图标|替代文字|图片描述|(?:在)?(?:这里|此处)(?:插入|输入)图片描述))[\s\d.:：()（）#_-]*$/i

const FILE_NAME = /^[^\s/\\]+\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|heic)$/i
// Names that cameras, telephones and screenshot tools give: two or more parts, digits at the end.
const CAMERA =
  /^(?:img|dsc|dscn|pxl|image|photo|screenshot|screen[ _-]shot|snipaste|wechatimg|mmexport|clipboard|企业微信截图|微信图片|微信截图|qq截图|qq图片|屏幕截图|截屏|截图|捕获)[ _-]?\d[\d _.:-]{2,40}$/i

function judge({ alt = '', to }: Link): Found | undefined {
  const text = alt.trim()
  if (text === '') return { code: 'missing', args: {} }
  if (FILE_NAME.test(text) || CAMERA.test(text) || isNameOf(text, to)) {
    return { code: 'fileName', args: { alt: text } }
  }
  return GENERIC.test(text) ? { code: 'generic', args: { alt: text } } : undefined
}

/** True for `cooling-path` of `assets/cooling-path.svg`; a name in words is an alternative text as well. */
function isNameOf(alt: string, to: string): boolean {
  const name = (/[^/]*$/.exec(to.replace(/[?#].*$/s, ''))?.[0] ?? '').replace(/\.[^.]*$/, '')
  return name.toLowerCase() === alt.toLowerCase() && /^[\w.-]+$/.test(name) && /[\d_.-]|^\w{1,6}$/.test(name)
}

/** The alternative text, or the whole image where it has none or it is written with escapes. */
function altAt({ at, alt = '' }: Link, text: string, range: ReturnType<typeof rangesOf>): Range {
  const start = at.start + 2
  return alt.trim() !== '' && text.startsWith(alt, start) ? range(start, start + alt.length) : at
}
