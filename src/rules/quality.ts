import type { Case } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { DIMENSIONS, type Dimension, QUALITY_CHECKS, type QualityCheck } from './quality-checks.js'

/** The checks of one dimension that a case passes, of those that apply to it. */
export interface DimensionScore {
  readonly dimension: Dimension
  readonly passed: number
  readonly total: number
  /** 0 to 5. */
  readonly stars: number
}

export interface CaseQuality {
  readonly case: Case
  readonly failing: readonly QualityCheck[]
  /** Those to which a check applies. */
  readonly dimensions: readonly DimensionScore[]
  readonly passed: number
  readonly total: number
  /** 0 to 5: every dimension counts the same. */
  readonly stars: number
}

/**
 * Judges what can be counted of one case.
 * @param findings everything that lint finds of it, what it waves through left out
 */
export function qualityOf(found: Case, findings: readonly Diagnostic[]): CaseQuality {
  const rules = new Set(findings.map(({ rule }) => rule))
  const subject = { found, rules, errors: findings.some(({ severity }) => severity === 'error') }
  const checks = QUALITY_CHECKS.filter(({ applies }) => applies === undefined || applies(found))
  const failing = checks.filter(({ passes }) => !passes(subject))
  const dimensions = dimensionNames().flatMap((dimension): DimensionScore[] => {
    const total = checks.filter(check => check.dimension === dimension).length
    const passed = total - failing.filter(check => check.dimension === dimension).length
    return total === 0 ? [] : [{ dimension, passed, total, stars: starsOf(passed / total) }]
  })
  const shares = dimensions.map(({ passed, total }) => passed / total)
  const share = shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length)
  const passed = checks.length - failing.length
  return { case: found, failing, dimensions, passed, total: checks.length, stars: starsOf(share) }
}

// Rounded down: five stars are for a case that lacks nothing.
function starsOf(share: number): number {
  return Math.floor(share * 5 + 1e-9)
}

function dimensionNames(): Dimension[] {
  return Object.keys(DIMENSIONS) as Dimension[]
}
