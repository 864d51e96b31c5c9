/** What stands before an offset on its line, at most `length` characters. */
export function before(text: string, offset: number, length: number): string {
  const part = text.slice(Math.max(0, offset - length), offset)
  return part.slice(part.lastIndexOf('\n') + 1)
}

/** What stands around an offset on its line: `left` characters before it, `right` from it on. */
export function around(text: string, offset: number, left: number, right: number): string {
  return before(text, offset, left) + (text.slice(offset, offset + right).split('\n', 1)[0] ?? '')
}

// A number right behind one of these is a thing's and not a person's.
const THING =
  /(?:订单|单号|运单|快递|物流|工单|流水|序列|编号|料号|物料|条码|批号|批次|型号|版本|时间戳|商户号|终端号|雪花|\border|\bserial|\bs\/n|\bsn|\bpart|\bbatch|\bsku|\bimei|\bmac|\bisbn|\btimestamp|\bticket|\btracking|\binvoice|\bsnowflake)(?:号码?|ID| ?(?:no|number|num|id))?[ \t]*[.:=#]{0,2}[ \t"']{0,3}$/i

/** True when the words right before an offset call the number there an order, a serial, a time stamp. */
export function namesAThing(text: string, offset: number): boolean {
  return THING.test(before(text, offset, 32))
}
