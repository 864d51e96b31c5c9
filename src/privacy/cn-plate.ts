import { before } from './context.js'
import { accepted, type Recogniser, whole } from './recogniser.js'

// GA 36-2018: province, office, then five characters with at most two letters, or six for new
// energy; I and O are not used.
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const ANY = '[A-HJ-NP-Z0-9]'
const PLATE = new RegExp(
  String.raw`[${PROVINCES}][A-HJ-NP-Z](?:[ ·.•-]?(?:[DF]${ANY}\d{4}|\d{5}[DF]|${ANY}{4}[A-HJ-NP-Z0-9挂学警港澳])[挂学警]?)(?![A-Za-z0-9])`,
  'g',
)
const OFFICES = [...PROVINCES].flatMap(province =>
  [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].map(office => province + office),
)
const CONTEXT = /车牌|车号|号牌|牌照|牌号|车辆|驾驶|车|plate|vehicle/i
const HAN_BEFORE = /[\p{Script=Han}A-Za-z0-9]$/u

/**
 * Number plates of mainland China. 更新F07000 reads like one: behind another Han character a plate
 * must have its dot, or a word that names it.
 */
export const cnPlate: Recogniser = {
  type: 'cn_plate',
  words: { exact: OFFICES },
  find: text =>
    accepted(PLATE, text, match => {
      const letters = match[0].slice(2).replace(/[^A-Z]/g, '').length
      const left = before(text, match.index, 14)
      const sure = /[·•]/.test(match[0]) || CONTEXT.test(left) || !HAN_BEFORE.test(left)
      return whole(match, letters <= 2 && sure)
    }),
}
