import fc from 'fast-check'
import { expect, test } from 'vitest'
import { imageFields } from '../../src/privacy/image-metadata.js'

type Entry = readonly [tag: number, value: number]

/** TIFF data: a first directory, and directories that its entries point to. */
function tiff(
  little: boolean,
  first: readonly Entry[],
  nested: Readonly<Record<number, readonly Entry[]>> = {},
): Uint8Array {
  const pointers = Object.keys(nested).map(Number)
  const sizes = [first.length + pointers.length, ...pointers.map(tag => nested[tag]?.length ?? 0)]
  const offsets = sizes.map((_, i) => 8 + sizes.slice(0, i).reduce((sum, size) => sum + 2 + size * 12 + 4, 0))
  const view = new DataView(new ArrayBuffer((offsets.at(-1) ?? 0) + 2 + (sizes.at(-1) ?? 0) * 12 + 4))
  view.setUint16(0, little ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, little)
  view.setUint32(4, 8, little)
  const all = [
    [...first, ...pointers.map((tag, i) => [tag, offsets[i + 1] ?? 0] as const)],
    ...pointers.map(tag => nested[tag] ?? []),
  ]
  for (const [i, entries] of all.entries()) {
    const at = offsets[i] ?? 0
    view.setUint16(at, entries.length, little)
    for (const [j, [tag, value]] of entries.entries()) {
      view.setUint16(at + 2 + j * 12, tag, little)
      view.setUint16(at + 4 + j * 12, 2, little)
      view.setUint32(at + 6 + j * 12, 4, little)
      view.setUint32(at + 10 + j * 12, value, little)
    }
  }
  return new Uint8Array(view.buffer)
}

function jpeg(exif: Uint8Array): Uint8Array {
  const length = exif.length + 8
  const app0 = [0xff, 0xe0, 0, 4, 0, 0]
  const app1 = [0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0]
  return Uint8Array.from([0xff, 0xd8, ...app0, ...app1, ...exif, 0xff, 0xda, 0, 2])
}

function png(exif: Uint8Array): Uint8Array {
  const chunk = (type: string, data: readonly number[]) => [
    ...[data.length >> 24, data.length >> 16, data.length >> 8, data.length].map(byte => byte & 255),
    ...[...type].map(letter => letter.charCodeAt(0)),
    ...data,
    ...[0, 0, 0, 0],
  ]
  const signature = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', new Array<number>(13).fill(0)),
    ...chunk('eXIf', [...exif]),
  ])
}

const GPS = 0x8825
const EXIF = 0x8769

test.each([true, false])('GPS, camera and serial number are named (little endian: %s)', little => {
  const data = tiff(little, [[0x0110, 1]], {
    [GPS]: [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
    [EXIF]: [[0xa431, 1]],
  })
  expect(imageFields(jpeg(data))).toEqual(['gps', 'model', 'serial'])
  expect(imageFields(png(data))).toEqual(['gps', 'model', 'serial'])
})

test('a GPS directory that only has its version says nothing', () => {
  expect(imageFields(jpeg(tiff(true, [], { [GPS]: [[0, 1]] })))).toEqual([])
})

test('an image without such data has no fields', () => {
  expect(imageFields(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2]))).toEqual([])
  expect(imageFields(new TextEncoder().encode('<svg/>'))).toEqual([])
})

test('no bytes make the reader throw, not even a directory that points to itself', () => {
  const loop = tiff(true, [[EXIF, 8]])
  expect(imageFields(jpeg(loop))).toEqual([])
  const whole = jpeg(
    tiff(true, [[0x010f, 1]], {
      [GPS]: [
        [0, 1],
        [1, 1],
      ],
      [EXIF]: [[0xa430, 1]],
    }),
  )
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255))),
      (cut, changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        expect(Array.isArray(imageFields(bytes.subarray(0, cut)))).toBe(true)
      },
    ),
  )
})
