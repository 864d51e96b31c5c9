import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { exifSegment, jpeg, POSITION, png, svg, TAG, tiff } from '../privacy/image-bytes.js'
import { findings, found } from './lint-text.js'

const RULE = 'image-metadata'
const PHOTO = jpeg(exifSegment(tiff({ [TAG.artist]: 'Zhang Min', [TAG.gps]: POSITION })))
const SIGNED = png(['tEXt', 'Author\0Zhang Min'])

const showing = (text: string, fields = {}) => exampleCase(fields, exampleBody('Use channel 36.', text))

describe('an image is judged where a case', () => {
  const files = { 'cases/img/站点.jpg': PHOTO }

  test('shows it, links to it, or shows it in HTML', () => {
    expect(found(RULE, { 'cases/a.md': showing('![site](img/站点.jpg)'), ...files })).toEqual(['found 34:1'])
    expect(found(RULE, { 'cases/a.md': showing('See [site](img/站点.jpg).'), ...files })).toEqual([
      'found 34:5',
    ])
    expect(found(RULE, { 'cases/a.md': showing('<img src="img/站点.jpg" alt="site">'), ...files })).toEqual([
      'found 34:11',
    ])
  })

  test('attaches it, and once however often it shows it', () => {
    const attached = showing('![site](img/站点.jpg) ![again](img/站点.jpg)', {
      attachments: '[{ path: img/站点.jpg }]',
    })
    expect(found(RULE, { 'cases/a.md': attached, ...files })).toEqual(['found 16:23'])
  })

  test('but not where no case does, nor behind a link', () => {
    expect(found(RULE, { 'cases/a.md': showing('Text.'), ...files })).toEqual([])
    const entries = { 'cases/img': 'symlink' } as const
    expect(found(RULE, { 'cases/a.md': showing('![site](img/gone.jpg)'), ...files }, { entries })).toEqual([])
  })
})

test('the message names kinds, file and steps, never a value', () => {
  const [finding] = findings(RULE, { 'cases/a.md': showing("![it](it's.jpg)"), "cases/it's.jpg": PHOTO })
  expect(finding?.message.en).toBe(
    "Personal data in the metadata of `cases/it's.jpg`: author, position (GPS). Take it out: `exiftool -all= 'cases/it'\\''s.jpg'`, or export the image without metadata. The history keeps the old bytes: rewrite it with `git filter-repo` where that matters.",
  )
  expect(finding?.message.zh).toContain('作者、GPS 位置')
  expect(finding?.fix).toBeUndefined()
  expect(JSON.stringify(finding)).not.toMatch(/Zhang|121/)
})

test('a position is an error; a name or a number alone is a warning', () => {
  expect(found(RULE, { 'cases/a.md': showing('![it](it.png)'), 'cases/it.png': SIGNED })).toEqual([
    'found 34:1 warning',
  ])
})

test('a drawing is mended in an editor', () => {
  const drawing = svg('<metadata><dc:creator>Zhang Min</dc:creator></metadata>')
  expect(found(RULE, { 'cases/a.md': showing('![it](it.svg)'), 'cases/it.svg': drawing })).toEqual([
    'drawing 34:1 warning',
  ])
})

test('what is packed is said in a note', () => {
  const packed = png(['zTXt', 'Raw profile type exif\0\0bomb'])
  expect(found(RULE, { 'cases/a.md': showing('![it](it.png)'), 'cases/it.png': packed })).toEqual([
    'unread 34:1 note',
  ])
})

test('fields and names can be allowed', () => {
  const files = { 'cases/a.md': showing('![it](it.png)'), 'cases/it.png': SIGNED }
  expect(found(RULE, files, { options: { [RULE]: { allow: ['author'] } } })).toEqual([])
})
