import { fillBody } from './fill-body.js'
import { fillHead, type TemplateValues } from './fill-head.js'
import type { Template } from './template.js'

/**
 * Puts values into a template. Values are data: they are quoted where YAML asks for it, cannot
 * open or close a section, and a `{{name}}` inside one stays as it is. LF line ends.
 */
export function fillTemplate(template: Template, values: TemplateValues): string {
  return `---\n${fillHead(template.head, values)}---\n${fillBody(template.body, values)}`
}
