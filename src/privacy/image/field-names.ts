import type { Message } from '../../lib/message.js'
import type { ImageField } from '../../model/image-metadata.js'

/** What each field is called in a sentence. */
export const FIELD_NAMES: Readonly<Record<ImageField, Message>> = {
  gps: { en: 'position (GPS)', zh: 'GPS 位置' },
  place: { en: 'place', zh: '地点' },
  owner: { en: 'owner of the camera', zh: '相机所有者' },
  author: { en: 'author', zh: '作者' },
  person: { en: 'persons shown', zh: '画面中的人物' },
  contact: { en: 'contact details', zh: '联系方式' },
  serial: { en: 'serial number of the camera or lens', zh: '相机或镜头序列号' },
}
