import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/model/file-pieces.js'
import { MAX_BYTES } from '../../src/privacy/image/bounded-pieces.js'
import { readImageMetadata } from '../../src/privacy/image/read-image.js'
import {
  exifSegment,
  heif,
  iptc,
  iptcSegment,
  jpeg,
  POSITION,
  png,
  svg,
  TAG,
  type TiffDirectory,
  tiff,
  webp,
  xmpSegment,
} from './image-bytes.js'

const read = (bytes: Uint8Array) => readImageMetadata(piecesOf(bytes))
const fields = (bytes: Uint8Array) => {
  const found = read(bytes)
  return found === undefined ? undefined : [...found.fields, ...found.data].sort()
}
const exif = (directory: TiffDirectory, order?: 'little' | 'big') => jpeg(exifSegment(tiff(directory, order)))

const CAMERA: TiffDirectory = {
  [TAG.artist]: 'Zhang Min',
  [TAG.gps]: POSITION,
  [TAG.exif]: { [TAG.owner]: 'Li Lei', [TAG.serial]: '41200032' },
}
const FOUND = ['author', 'gps', 'owner', 'serial']
const PACKET = `<x:xmpmeta><rdf:Description aux:SerialNumber="41200032" exif:GPSLatitude="31,13.1N">
<dc:creator><rdf:Seq><rdf:li>Zhang Min</rdf:li></rdf:Seq></dc:creator></rdf:Description></x:xmpmeta>`

describe('position, names and numbers are found', () => {
  test.each(['little', 'big'] as const)('in EXIF, %s endian', order => {
    const data = tiff(CAMERA, order)
    expect(fields(data)).toEqual(FOUND)
    expect(fields(jpeg(exifSegment(data)))).toEqual(FOUND)
    expect(fields(png(['IDAT', new Uint8Array(9)], ['eXIf', data]))).toEqual(FOUND)
    expect(fields(webp(['VP8 ', 'odd'], ['EXIF', data]))).toEqual(FOUND)
    expect(fields(heif('heic', data, ''))).toEqual(FOUND)
  })

  test('in XMP', () => {
    const expected = ['author', 'gps', 'serial']
    expect(fields(jpeg(xmpSegment(PACKET)))).toEqual(expected)
    expect(fields(png(['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${PACKET}`]))).toEqual(expected)
    expect(fields(webp(['XMP ', PACKET]))).toEqual(expected)
    expect(fields(heif('avif', tiff({}), PACKET))).toEqual(expected)
    expect(fields(tiff({ [TAG.xmp]: new TextEncoder().encode(PACKET) }))).toEqual(expected)
    expect(fields(svg(`<metadata>${PACKET}</metadata>`))).toEqual(expected)
  })

  test('in IPTC', () => {
    const sets = { 80: 'Zhang Min', 90: '上海', 118: 'desk' }
    expect(fields(jpeg(iptcSegment(sets)))).toEqual(['author', 'contact', 'place'])
    expect(fields(tiff({ [TAG.iptc]: iptc(sets) }))).toEqual(['author', 'contact', 'place'])
  })

  test('in the texts of a PNG', () => {
    expect(fields(png(['tEXt', 'Author\0Zhang Min']))).toEqual(['author'])
    expect(fields(png(['tEXt', 'Software\0Zhang Min']))).toEqual([])
  })

  test('in a drawing as Inkscape writes it', () => {
    const creator = '<dc:creator><cc:Agent><dc:title>Zhang Min</dc:title></cc:Agent></dc:creator>'
    expect(read(svg(`<metadata>${creator}</metadata>`))).toMatchObject({ drawing: true, fields: ['author'] })
  })

  test('as persons in the picture and as contact details', () => {
    const persons =
      '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Li Lei</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>'
    const contact = '<Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiAdrCity="上海"/>'
    expect(fields(jpeg(xmpSegment(persons + contact)))).toEqual(['contact', 'person'])
  })
})

describe('free texts count by what stands in them', () => {
  const marked = (name: string, bytes: Uint8Array) =>
    Uint8Array.from([...new TextEncoder().encode(name.padEnd(8, '\0')), ...bytes])
  const utf16 = (value: string) =>
    new Uint8Array(Uint16Array.from([...value].map(c => c.charCodeAt(0))).buffer)

  test.each([
    ['description', { [TAG.description]: 'Call 13800138000' }],
    ['comment', { [TAG.exif]: { [TAG.comment]: marked('ASCII', new TextEncoder().encode('13800138000')) } }],
    ['wide comment', { [TAG.exif]: { [TAG.comment]: marked('UNICODE', utf16('13800138000')) } }],
  ])('a mobile number in a %s', (_, directory) => {
    expect(fields(exif(directory as TiffDirectory))).toEqual(['cn_mobile'])
  })

  test('an e-mail address in a comment of a JPEG, a PNG and IPTC', () => {
    const comment = 'ask zhang.min@customer.cn'
    expect(fields(jpeg([0xfe, new TextEncoder().encode(comment)]))).toEqual(['email'])
    expect(fields(png(['tEXt', `Comment\0${comment}`]))).toEqual(['email'])
    expect(fields(jpeg(iptcSegment({ 120: comment })))).toEqual(['email'])
  })

  test('an author in UTF-16, as Windows writes it', () => {
    expect(fields(exif({ [TAG.xpAuthor]: utf16('张敏') }))).toEqual(['author'])
  })
})

describe('what says nothing of a person is no finding', () => {
  test.each<[string, Uint8Array]>([
    ['a blank artist', exif({ [TAG.artist]: '    ' })],
    ['a serial number of zeros', exif({ [TAG.exif]: { [TAG.serial]: '0000000' } })],
    ['a position without reception', exif({ [TAG.gps]: { 0: 'abcd', 2: [0, 0, 0], 4: [0, 0, 0] } })],
    ['a GPS directory with its version alone', exif({ [TAG.gps]: { 0: 0x0302 } })],
    ['make, model and time', exif({ 271: 'Maker', 272: 'Model', 306: '2026:03:02 10:00:00' })],
    [
      'a screenshot',
      exif({ [TAG.exif]: { [TAG.comment]: new TextEncoder().encode('ASCII\0\0\0Screenshot') } }),
    ],
    ['a blank creator', jpeg(xmpSegment('<dc:creator><rdf:Seq><rdf:li/></rdf:Seq></dc:creator>'))],
    ['another property', jpeg(xmpSegment('<dc:creatorTool>Zhang Min</dc:creatorTool>'))],
    [
      'a program',
      svg(
        '<dc:creator><cc:Agent><dc:title>Plotter v3.8, https://plotter.example</dc:title></cc:Agent></dc:creator>',
      ),
    ],
    ['no metadata', png(['IDAT', 'x'])],
  ])('%s', (_, bytes) => {
    expect(read(bytes)).toMatchObject({ fields: [], data: [], unread: false })
  })

  test('a name that the library allows', () => {
    const allowed = (type: string, value: string) => type === 'name' && value === 'Zhang Min'
    const found = readImageMetadata(piecesOf(exif(CAMERA)), allowed)
    expect([...(found?.fields ?? [])].sort()).toEqual(['gps', 'owner', 'serial'])
  })

  test('a file that is no image', () => {
    for (const content of ['', 'E-1203\n', '<html><dc:creator>x</dc:creator></html>', 'RIFF1234WAVE']) {
      expect(read(new TextEncoder().encode(content))).toBeUndefined()
    }
  })
})

describe('hostile files come to an end', () => {
  test('packed texts are not opened, and said so', () => {
    for (const chunk of ['zTXt', 'iTXt'] as const) {
      const head = chunk === 'zTXt' ? '\0\0' : '\0\x01\0\0\0'
      expect(read(png([chunk, `XML:com.adobe.xmp${head}bomb`]))).toMatchObject({ fields: [], unread: true })
      expect(read(png([chunk, `Software${head}bomb`]))).toMatchObject({ unread: false })
    }
    expect(read(png(['tEXt', 'Raw profile type exif\0\n exif\n 10\n45786966']))).toMatchObject({
      unread: true,
    })
    expect(read(png(['iCCP', 'profile\0\0bomb']))).toMatchObject({ unread: false })
  })

  test('directories that point to themselves or to each other', () => {
    expect(fields(exif({ [TAG.exif]: 8, [TAG.artist]: 'Zhang Min' }))).toEqual(['author'])
    const next = tiff({ [TAG.artist]: 'Zhang Min' })
    next.set([8, 0, 0, 0], 8 + 2 + 12)
    expect(fields(next)).toEqual(['author'])
  })

  test('boxes and chunks without length', () => {
    const heic = heif('heic', tiff(CAMERA), '')
    heic.set([0, 0, 0, 1, 0x66, 0x72, 0x65, 0x65, 0, 0, 0, 0, 0, 0, 0, 0], 16)
    expect(fields(heic)).toEqual([])
    const cut = jpeg([0xe1, new Uint8Array(2)])
    cut.set([0, 0], 10)
    expect(fields(cut)).toEqual([])
  })

  test('a file that says it is endless is read up to the bound', () => {
    let bytes = 0
    const endless = (start: number, length: number, content: Uint8Array) => {
      bytes += length
      const piece = new Uint8Array(length).fill(0x41)
      if (start < content.length) piece.set(content.subarray(start, start + length))
      return piece
    }
    const texts = tiff(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i, 64])))
    for (let at = 10; at < 10 + 40 * 12; at += 12) texts.set([0x0e, 1, 2, 0, 255, 255, 255, 255], at)
    const file = { size: 2 ** 50, piece: (start: number, length: number) => endless(start, length, texts) }
    expect(readImageMetadata(file)).toMatchObject({ unread: true })
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
    const chunks = {
      size: 2 ** 50,
      piece: (start: number, length: number) => chunkAt(start).subarray(0, length),
    }
    expect(readImageMetadata(chunks)).toMatchObject({ unread: true })
  })

  test('no bytes make a reader throw', () => {
    const images = [
      exif(CAMERA),
      tiff(CAMERA, 'big'),
      png(
        ['eXIf', tiff(CAMERA)],
        ['iTXt', `XML:com.adobe.xmp\0\0\0\0\0${PACKET}`],
        ['tEXt', 'Author\0Zhang Min'],
      ),
      webp(['EXIF', tiff(CAMERA)], ['XMP ', PACKET]),
      heif('heic', tiff(CAMERA), PACKET),
      jpeg(iptcSegment({ 80: 'Zhang Min', 120: 'zhang.min@customer.cn' }), xmpSegment(PACKET)),
      svg(PACKET),
    ]
    const damage = fc.tuple(
      fc.constantFrom(...images),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 4, 8, 127, 128, 255)),
        {
          maxLength: 8,
        },
      ),
    )
    fc.assert(
      fc.property(damage, ([image, cut, changes]) => {
        const bytes = image.slice()
        for (const [where, byte] of changes) bytes[Math.floor(where * bytes.length)] = byte
        const found = read(bytes.subarray(0, Math.ceil(cut * bytes.length)))
        expect(found === undefined || Array.isArray(found.fields)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

/** A PNG that is nothing but empty chunks, 12 bytes each. */
function chunkAt(start: number): Uint8Array {
  if (start === 0) return png().subarray(0, 16)
  return Uint8Array.from([0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0])
}
