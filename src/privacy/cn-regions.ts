/** Codes of the provinces, Hong Kong, Macao and Taiwan included (GB/T 2260; 83 is on residence permits). */
const PROVINCE_CODES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** True when digits begin with the code of a province. */
export function startsWithProvince(digits: string): boolean {
  return PROVINCE_CODES.has(digits.slice(0, 2))
}

/** The names of the provinces as addresses begin with them. */
export const PROVINCE =
  /(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?/
