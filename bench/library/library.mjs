import { bodyOf } from './body.mjs'
import { withFault } from './faults.mjs'
import { frontMatter, titleOf } from './front-matter.mjs'
import { neighbourOf, planCase } from './plan.mjs'
import { PRODUCTS } from './products.mjs'
import { Random } from './random.mjs'
import { taxonomyYaml } from './taxonomy.mjs'
import { Voice } from './voice.mjs'

export const CONFIG = `version: 1
id:
  prefix: CASE
languages: [zh-CN, en]
default_audience: internal
charter:
  goals: [Generated cases for measurements.]
  products: [${PRODUCTS.map(product => product.id).join(', ')}]
`

/**
 * Case number `index` of a generated library: where it stands and what it says.
 * @param faulty the share of cases that get a fault which lint reports
 */
export function generateCase(seed, index, size, faulty = 0) {
  const plan = planCase(seed, index, size)
  const neighbour = neighbourOf(plan, seed, size)
  const voice = new Voice(plan)
  const title = titleOf(voice)
  const text = frontMatter(voice, title, neighbour) + bodyOf(voice, title, neighbour)
  const broken = faulty > 0 && new Random(seed, 3 * index + 2).chance(faulty)
  return { folder: plan.folder, file: plan.file, text: broken ? withFault(text, index) : text, plan }
}

/** The settings that stand beside the cases. */
export function settings() {
  return { 'casectl.config.yml': CONFIG, 'taxonomy.yml': taxonomyYaml() }
}
