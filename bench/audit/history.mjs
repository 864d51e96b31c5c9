import { generateCase } from '../library/library.mjs'
import { Random } from '../library/random.mjs'

/** Seconds of the first commit, 1 December 2025, and of the year over which the commits are spread. */
const START = Date.UTC(2025, 11, 1) / 1000
const YEAR = 365 * 24 * 3600

export const PEOPLE = [
  ['Anna Author', 'anna@example.com', '+0100'],
  ['李文', 'liwen@example.com', '+0800'],
  ['Bea Writer', 'bea@example.com', '-0500'],
  ['Tim Tech', 'tim@example.com', '+0100'],
  ['Sue Sense', 'sue@example.com', '+0800'],
]
const [TIM, SUE] = [3, 4]
export const ROLES = `review:
  roles:
    technical: [{ name: Tim Tech, email: tim@example.com }]
    sensitivity: [{ name: Sue Sense, email: sue@example.com }]
`

/**
 * The commits of a library's year, one file each: cases are drafted, edited, brought to review,
 * approved by two people and published. The same seed gives the same commits.
 * @param flat all cases in one folder, as `casectl new` writes them, else by product and month
 * @param digest of a case's text, and reviewText of casectl
 */
export function* commitsOf({ cases, commits, seed, flat, digest, reviewText }) {
  const random = new Random(seed, 77)
  const known = []
  /** Cases on their way to publication, each with the steps that are left. */
  const waiting = []
  for (let i = 0; i < commits; i++) {
    const seconds = START + Math.floor((i * YEAR) / commits)
    const day = new Date(seconds * 1000).toISOString().slice(0, 10)
    if (known.length < cases && known.length <= (i * cases) / commits) {
      const { folder, file, text } = generateCase(seed, known.length, cases, 0)
      const one = {
        path: flat ? `cases/${file}` : `${folder}/${file}`,
        text: text.replace(/^status: .*$/m, 'status: draft'),
      }
      one.id = /^id: (\S+)$/m.exec(text)[1]
      known.push(one)
      yield { person: random.int(0, 2), seconds, path: one.path, text: one.text }
    } else if (waiting.length > 50) {
      const { one, steps } = waiting[0]
      const step = steps.shift()
      if (steps.length === 0) waiting.shift()
      yield { seconds, ...step(one, day) }
    } else if (random.chance(0.11)) {
      waiting.push({
        one: random.pick(known),
        steps: [toReview, approve(TIM, 'technical'), approve(SUE, 'sensitivity'), publish],
      })
      i--
    } else {
      const one = random.pick(known)
      one.text = reworded(one.text, random)
      yield { person: random.int(0, 2), seconds, path: one.path, text: one.text }
    }
  }

  function toReview(one) {
    one.text = one.text.replace(/^status: .*$/m, 'status: in-review')
    return { person: 0, path: one.path, text: one.text }
  }

  function publish(one) {
    one.text = one.text.replace(/^status: .*$/m, 'status: published')
    return { person: 0, path: one.path, text: one.text }
  }

  function approve(person, role) {
    return (one, day) => {
      const [name, email] = PEOPLE[person]
      const text = reviewText({
        ...{ case: one.id, role, verdict: 'approve', reviewer: { name, email }, day },
        digest: digest(one.path, one.text),
        scores: { authenticity: 4, typicality: 4, reusability: 5 },
      })
      const drawn = String(random.int(0, 2 ** 31)).padStart(10, '0')
      return { person, path: `reviews/${one.id}/${day}-${role}-${drawn}.yml`, text }
    }
  }
}

/** One word more in the body or another hour in the front matter. */
function reworded(text, random) {
  if (random.chance(0.3) && /^resolution_hours: /m.test(text)) {
    return text.replace(/^resolution_hours: .*$/m, `resolution_hours: ${random.int(1, 400)}`)
  }
  const lines = text.split('\n')
  const body = lines.indexOf('---', 1)
  const places = lines.flatMap((line, i) => (i > body && /^[^#|`\s-].{20}/.test(line) ? [i] : []))
  const at = places.length === 0 ? lines.length - 1 : random.pick(places)
  lines[at] = `${lines[at]} (${random.int(10, 99)})`
  return lines.join('\n')
}
