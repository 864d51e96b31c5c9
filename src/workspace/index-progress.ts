/** How far a build is. */
export interface IndexProgress {
  readonly phase: 'reading' | 'writing'
  /** Files done, of `total`. */
  readonly done: number
  readonly total: number
}

export type OnProgress = (progress: IndexProgress) => void
