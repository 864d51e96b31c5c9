import { type DocumentPlace, htmlRow } from './markdown-row.js'
import type { ReadRow } from './row.js'

/** Most pictures that are taken out of one document. */
const MOST_PICTURES = 200

/**
 * A Word document as a row, with its pictures beside it.
 * @param bytes of the document, which must have been looked through: it is inflated here
 */
export async function docxRow(bytes: Uint8Array, place: DocumentPlace): Promise<ReadRow> {
  const { default: mammoth } = await import('mammoth')
  const pictures = new Map<string, Uint8Array>()
  const convertImage = mammoth.images.imgElement(async image => {
    if (pictures.size >= MOST_PICTURES) return { src: 'picture:' }
    const name = `picture-${pictures.size + 1}.${extensionOf(image.contentType)}`
    pictures.set(name, new Uint8Array(await image.readAsArrayBuffer()))
    return { src: `picture:${name}` }
  })
  try {
    // A copy of its own: mammoth wants one of Node's buffers.
    const buffer = Buffer.from(bytes)
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false })
    const row = htmlRow(value, place)
    return 'fault' in row ? row : { ...row, pictures }
  } catch {
    return { number: place.number, place: place.path, fault: 'document' }
  }
}

function extensionOf(contentType: string): string {
  const kind = /^image\/(png|jpeg|gif|bmp|tiff|svg\+xml|webp)/.exec(contentType)?.[1] ?? 'bin'
  return kind === 'svg+xml' ? 'svg' : kind === 'jpeg' ? 'jpg' : kind
}
