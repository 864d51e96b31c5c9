import type { ImageField } from '../../model/image-metadata.js'
import type { ImageFacts } from './image-facts.js'

/** Properties by the names that their writers give them (XMP part 2; IPTC photo metadata 2023.1). */
const PROPERTIES: Readonly<Record<string, ImageField | 'text'>> = {
  'exif:GPSLatitude': 'gps',
  'exif:GPSLongitude': 'gps',
  'drone-dji:GpsLatitude': 'gps',
  'drone-dji:GpsLongitude': 'gps',
  'dc:creator': 'author',
  'tiff:Artist': 'author',
  'photoshop:CaptionWriter': 'author',
  'pdf:Author': 'author',
  'aux:OwnerName': 'owner',
  'exifEX:CameraOwnerName': 'owner',
  'xmpRights:Owner': 'owner',
  'Iptc4xmpExt:PersonInImage': 'person',
  'MicrosoftPhoto:LastKeywordXMP': 'text',
  'MPReg:PersonDisplayName': 'person',
  'mwg-rs:Name': 'person',
  'Iptc4xmpCore:CreatorContactInfo': 'contact',
  'Iptc4xmpCore:Location': 'place',
  'photoshop:City': 'place',
  'aux:SerialNumber': 'serial',
  'aux:LensSerialNumber': 'serial',
  'exifEX:BodySerialNumber': 'serial',
  'exifEX:LensSerialNumber': 'serial',
  'dc:description': 'text',
  'dc:title': 'text',
  'dc:rights': 'text',
  'exif:UserComment': 'text',
  'photoshop:Headline': 'text',
}
/** Most characters of a property's value. */
const MAX_VALUE = 4096
/** Most places of one property; a group photograph has a name each. */
const MAX_PLACES = 64

/** Reads a packet of XMP, or the metadata of an SVG drawing, which has the same names. */
export function readXmp(packet: string, facts: ImageFacts): void {
  for (const [name, field] of Object.entries(PROPERTIES)) {
    for (const value of valuesOf(packet, name)) {
      if (field === 'text') facts.text(value)
      else facts.field(field, value)
    }
  }
}

/** `name="value"` and `<name>value</name>`; of what is nested, the text. */
function* valuesOf(packet: string, name: string): Iterable<string> {
  let places = 0
  for (let at = packet.indexOf(name); at !== -1 && places < MAX_PLACES; at = packet.indexOf(name, at + 1)) {
    places++
    const start = at + name.length
    const rest = packet.slice(start, start + MAX_VALUE)
    // The name of another property may begin so.
    if (/^[\w.-]/.test(rest)) continue
    const attribute = /^\s{0,8}=\s{0,8}(?:"([^"]*)|'([^']*))/.exec(rest)
    if (attribute !== null) yield attribute[1] ?? attribute[2] ?? ''
    else if (packet[at - 1] === '<') yield elementText(rest, name)
  }
}

function elementText(rest: string, name: string): string {
  const open = rest.indexOf('>')
  if (open === -1) return ''
  // Nothing but attributes: what they say are properties of its own.
  if (rest[open - 1] === '/') return attributeTexts(rest.slice(0, open))
  const end = rest.indexOf(`</${name}`)
  const inner = rest.slice(open + 1, end === -1 ? undefined : end)
  return `${inner.replace(/<[^<>]*>/g, ' ')} ${attributeTexts(inner)}`
}

/** The values of attributes that are no names or addresses of the format itself. */
function attributeTexts(markup: string): string {
  const texts = [...markup.matchAll(/\s(?!xml|rdf:)[\w:-]{1,64}="([^"<]*)"/g)]
  return texts.map(([, value]) => value ?? '').join(' ')
}
