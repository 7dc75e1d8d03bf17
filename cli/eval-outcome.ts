import type { GoldRun } from '../evals/run-gold.ts'
import type { ComparedRuns } from '../evals/saved-run.ts'
import type { Score } from '../evals/scoreboard.ts'

/** What came of a run on gold articles: what tables, JSON and page show. */
export type Outcome = {
  /** Which articles, in words. */
  about: string
  /** The run that is judged, whose articles are opened one by one. */
  mine: GoldRun
  /** All that stand side by side, `mine` among them. */
  runs: readonly GoldRun[]
  compared: readonly Compared[]
  /** How much changes when the same is asked anew; only where it was. */
  flips?: readonly Score[]
  judged?: Judged
}

/** Two runs; `title` says which in words, since two systems may bear one name. */
export type Compared = ComparedRuns & { title: string }

/** Marks that a model gives to the summaries of each system. */
export type Judged = { model: string; systems: readonly { system: string; scores: readonly Score[] }[] }
