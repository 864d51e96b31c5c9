import { AUDIENCES, type Audience, type Kind } from '../model/case.js'
import type { Config } from '../model/config.js'
import { DEFAULT_HEADINGS } from '../model/defaults.js'

/** A heading's words and the audience written behind them. */
export interface HeadingTitle {
  readonly title: string
  readonly audience?: Audience
}

/** Splits `诊断过程 {audience=internal}` into its title and audience. */
export function splitTitle(text: string): HeadingTitle {
  const audience = text.endsWith('}')
    ? AUDIENCES.find(name => text.endsWith(`{audience=${name}}`))
    : undefined
  if (audience === undefined) return { title: text }
  return { title: text.slice(0, -`{audience=${audience}}`.length).trimEnd(), audience }
}

// `1.`, `1.2`, `1)`, `(1)`, `一、`, `(一)`.
const NUMBERING =
  /^(?:\d+(?:\.\d+)*[.、)\s]+|[一二三四五六七八九十]+[、.]\s*|\((?:\d+|[一二三四五六七八九十]+)\)\s*)/

/** The key on which headings count as equal: NFKC, lower case, without numbering and final colon. */
export function foldHeading(title: string): string {
  return title.normalize('NFKC').toLowerCase().trim().replace(NUMBERING, '').replace(/:$/, '').trim()
}

/** What a library's configuration says of the sections of its cases. */
export interface SectionNames {
  /** Folded heading → section id. */
  readonly sectionOf: ReadonlyMap<string, string>
  /** Kind → section id → the audience that the kind sets by default. */
  readonly audienceOf: Readonly<Record<Kind, ReadonlyMap<string, Audience>>>
}

export function sectionNames(config: Config): SectionNames {
  return {
    sectionOf: headingIndex(config),
    audienceOf: {
      case: audiences(config, 'case'),
      sop: audiences(config, 'sop'),
      faq: audiences(config, 'faq'),
    },
  }
}

// A heading that a library gives to a section of its choice no longer names a built-in one.
function headingIndex(config: Config): ReadonlyMap<string, string> {
  const own = new Map<string, string>()
  const builtIn = new Map<string, string>()
  for (const [id, headings] of config.headings) {
    for (const heading of headings) {
      const index = DEFAULT_HEADINGS[id]?.includes(heading) ? builtIn : own
      index.set(foldHeading(heading), id)
    }
  }
  return new Map([...builtIn, ...own])
}

function audiences(config: Config, kind: Kind): ReadonlyMap<string, Audience> {
  const index = new Map<string, Audience>()
  for (const section of config.kinds[kind].sections) {
    if (section.audience !== undefined) index.set(section.id, section.audience)
  }
  return index
}
