import type { Analysis } from './analysis.ts'
import type { Article } from './article.ts'
import type { Correction } from './correction.ts'

/**
 * What people made of the analyses: versions of each, from 1, by correction or approval. Version 0 is the analysis itself,
 * which never changes.
 */
export type ReviewStore = {
  /** The latest version; undefined where the task has no analysis (yet). */
  reviewed(task: number): Promise<Reviewed | undefined>
  /**
   * Adds the version after `ifVersion`, unless another was added meanwhile: of any number that name the same version at once,
   * one is saved. An approval saves the analysis as it was approved.
   */
  review(task: number, review: Review): Promise<ReviewSaved>
  /** Every version from 1, oldest first. */
  history(task: number): Promise<ReviewEntry[]>
  /** Analyses whose latest version is an approval, in the order of their tasks, a few in memory at a time. */
  approved(): AsyncIterable<ApprovedAnalysis>
}

/** An approval covers the version that it approves, and no correction that comes after. */
type ReviewKind = 'correction' | 'approval'
type ReviewState = 'unreviewed' | 'corrected' | 'approved'

/** `author` and `at` are those of the latest version; `approvedVersion` is the last approval, perhaps before later corrections. */
export type Reviewed = {
  version: number
  analysis: Analysis
  state: ReviewState
  approvedVersion?: number
  author?: string
  at?: Date
}

/** `author`: how the newsroom calls who did it. An approval has no corrections. */
export type Review = {
  ifVersion: number
  kind: ReviewKind
  analysis: Analysis
  corrections: readonly Correction[]
  author: string
  reason?: string
}

/** `stale`: `version` is the latest now, and nothing was saved; `missing`: the task has no analysis. */
export type ReviewSaved = { kind: 'saved' | 'stale'; version: number } | { kind: 'missing' }

export type ReviewEntry = {
  version: number
  kind: ReviewKind
  corrections: Correction[]
  author: string
  reason?: string
  at: Date
}

/** The article under the name that was accepted first. */
export type ApprovedAnalysis = {
  task: number
  version: number
  article: Article
  analysis: Analysis
  author: string
  at: Date
}
