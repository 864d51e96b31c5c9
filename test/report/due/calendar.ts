/** A property of a calendar: name, parameters, value as it is written. */
export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly components: readonly Component[]
}

/**
 * Reads an iCalendar stream by the grammar of RFC 5545, section 3.1 and 3.6, and refuses what it does
 * not allow: other line ends, lines of more than 75 octets, control characters, parts that do not nest.
 */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`)
    if (/[\0-\x08\x0a-\x1f\x7f]/.test(line)) throw new Error(`control character: ${line}`)
  }
  const lines: string[] = []
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines.push(`${lines.pop()}${line.slice(1)}`)
    else lines.push(line)
  }
  const open: { name: string; properties: Property[]; components: Component[] }[] = [
    { name: '', properties: [], components: [] },
  ]
  for (const { name, parameters, value } of lines.map(readLine)) {
    if (name === 'BEGIN') open.push({ name: value, properties: [], components: [] })
    else if (name === 'END') {
      const done = open.pop()
      if (done?.name !== value) throw new Error(`END:${value} closes ${done?.name}`)
      open.at(-1)?.components.push(done)
    } else open.at(-1)?.properties.push({ name, parameters, value })
  }
  const [root] = open
  const [calendar] = root?.components ?? []
  if (open.length !== 1 || root?.properties.length !== 0 || calendar === undefined)
    throw new Error('not one calendar')
  return calendar
}

function readLine(line: string): Property {
  const match = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^",:;]*))*):(.*)$/s.exec(line)
  if (match === null) throw new Error(`no content line: ${line}`)
  const [, name = '', written = '', value = ''] = match
  const parameters = Object.fromEntries(
    written
      .split(';')
      .filter(part => part !== '')
      .map(part => part.split('=') as [string, string]),
  )
  return { name: name.toUpperCase(), parameters, value }
}

/** A value of the type TEXT (3.3.11): refuses what would have to be escaped and is not. */
export function readTextValue(value: string): string {
  if (/(?:^|[^\\])(?:\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\(.)/g, (_, char: string) => {
    if (char === 'n' || char === 'N') return '\n'
    if (!'\\;,'.includes(char)) throw new Error(`no escape: \\${char}`)
    return char
  })
}

/** The one value of a name; throws where there are none or several. */
export function only(component: Component, name: string): Property {
  const found = component.properties.filter(property => property.name === name)
  const [first] = found
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${name}`)
  return first
}
