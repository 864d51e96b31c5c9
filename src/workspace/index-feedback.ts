import { FEEDBACK_FOLDER } from '../feedback/batch.js'
import { countUses, type LastFeedback, lastFeedback } from '../feedback/uses.js'
import { FileReader } from '../io/read-now.js'
import { listFiles, lookAt } from '../io/scan.js'
import { sha256 } from './sha256.js'

const MONTH_FILE = /^feedback\/\d{4}-\d{2}\/[^/]+$/
/** Largest feedback file that is read, in bytes: a hundred thousand events. */
const MAX_FEEDBACK = 16 * 1024 * 1024

export interface Feedback {
  /** Differs when a feedback file does. */
  readonly look: string
  /** Reads the files and counts: upper-case id → uses. */
  uses(): Map<string, number>
  /** Reads the files: when each case was last used, and last called outdated. */
  last(): LastFeedback
  /** The files' bytes, in the order of their paths; each is good until the next is asked for. */
  texts(): Iterable<Uint8Array>
  readonly paths: readonly string[]
}

/** Looks at a library's feedback without reading it. No folder, or one that cannot be read, is none. */
export function lookAtFeedback(root: string): Feedback {
  const paths = feedbackPaths(root).filter(path => MONTH_FILE.test(path))
  return {
    look: paths.length === 0 ? '' : sha256(JSON.stringify(lookAt(root, paths))),
    uses: () => countUses(texts(root, paths)),
    last: () => lastFeedback(texts(root, paths)),
    texts: () => texts(root, paths),
    paths,
  }
}

function feedbackPaths(root: string): string[] {
  try {
    return listFiles(root, [FEEDBACK_FOLDER], /\.jsonl$/)
  } catch {
    return []
  }
}

function* texts(root: string, paths: readonly string[]): Iterable<Uint8Array> {
  if (paths.length === 0) return
  const reader = new FileReader(root, MAX_FEEDBACK)
  for (const path of paths) {
    const file = reader.read(path)
    if (file !== undefined) yield file.bytes
  }
}
