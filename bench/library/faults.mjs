// What goes wrong in libraries that people write: each takes a sound case and breaks it in one way.
const FAULTS = [
  text => text.replace(/^category: .*$/m, 'category: 电机过热了'),
  text => text.replace(/^ {2}module: .*\n/m, ''),
  text => text.replace(/^updated: .*$/m, 'updated: 2020-02-30'),
  text => text.replace(/^(created: )(.*)$/m, '$12021-03-04\nopened_on: $2'),
  text => text.replace(/^urgency: .*$/m, 'urgency: 非常急'),
  text => text.replace(/^status: .*$/m, '$&\nstatus: draft'),
  text => text.replace(/^title: .*$/m, 'title: "not closed'),
  text => text.replace(/\n## [^\n]*\n\n[^#]*/, '\n'),
  text => text.replace(/^## (.*)$/m, '### $1'),
  text => text.replace(/^id: CASE-(.*)$/m, 'id: case_$1'),
  text => `${text}\n[见附图](img/不存在.png)\n`,
  text => text.replace(/^related: .*$/m, '').replace(/^urgency: .*$/m, '$&\nrelated: [CASE-00000]'),
]

/** The text with a fault that lint reports. */
export function withFault(text, number) {
  return FAULTS[number % FAULTS.length](text)
}
