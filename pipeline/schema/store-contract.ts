import type { Analysis } from './analysis.ts'
import type { Article } from './article.ts'
import type { Call, Lane, Ledger } from './call-contract.ts'
import type { StandpointError } from './errors.ts'
import type { Recipe } from './recipe.ts'
import type { ReviewStore } from './review-contract.ts'
import type { SearchPage, SearchQuery } from './search-contract.ts'

/**
 * Holds what was accepted and what became of it. An article is accepted when the store holds it; the queue holds ids only and
 * can be rebuilt from here at any time. One task is one analysis: a content, a recipe and a sample.
 */
export type Store = ReviewStore & {
  /** A list of articles to be answered together and in order. An earlier batch of the same `key` is forgotten, its tasks stay. */
  openBatch(key: string): Promise<number>
  /**
   * In one transaction. A task that is done stays done, one that failed before the batch was opened is tried anew.
   * `reused`: entries whose analysis was there before the batch was opened.
   */
  accept(
    entries: readonly BatchEntry[],
    to: { batch: number; recipe: Recipe; sample?: number; lane: Lane },
  ): Promise<{ reused: number }>
  /** Hands out accepted tasks, oldest first, until `most` of the lane are out; of one batch only where it is named. */
  handOut(lane: Lane, options: { most: number; batch?: number }): Promise<TaskRef[]>
  /** Tasks that were handed out longer than `olderThanMs` ago and are not settled. */
  handedOut(lane: Lane, options: { olderThanMs: number }): Promise<TaskRef[]>
  /** Takes back tasks that the queue has lost: they are handed out anew, under a higher turn. */
  takeBack(tasks: readonly TaskRef[]): Promise<void>
  /** Begins an attempt. Undefined when the task is settled or was handed out anew since: then there is nothing to do. */
  claim(task: TaskRef): Promise<ClaimedTask | undefined>
  /**
   * Saves the analysis, and settles the task and the calls that it used, in one transaction. False when another attempt has
   * taken over: nothing was saved.
   */
  complete(claim: ClaimedTask, analysis: Analysis, calls?: readonly Call[]): Promise<boolean>
  /** Settles the task as failed, with the calls that were made for it. */
  fail(claim: ClaimedTask, error: StandpointError, calls?: readonly Call[]): Promise<boolean>
  /** Ends an attempt without a result. One that is not `counted` does not bring the task nearer to failing. */
  putBack(claim: ClaimedTask, options: { counted: boolean }): Promise<void>
  counts(batch?: number): Promise<TaskCounts>
  failures(options: { limit: number }): Promise<FailedTask[]>
  /** Tries failed tasks anew, all of them where none is named. Returns how many. */
  retry(tasks?: readonly number[]): Promise<number>
  /** What became of each entry of a batch, in input order, a few in memory at a time. Unsettled ones are left out. */
  readBatch(batch: number): AsyncIterable<BatchResult>
  closeBatch(batch: number): Promise<void>
  /** The ledger for calls about a text; they are deleted with it. */
  ledger(contentHash: string): Ledger
  ledgerReport(by: 'step' | 'model' | 'day'): Promise<LedgerReport>
  /** Deletes the words of answers that were settled so long ago; what they cost stays known. Returns how many. */
  forgetAnswers(options: { olderThanDays: number }): Promise<number>
  /** US dollars that calls of today (UTC) have cost, where models have a price. */
  spentToday(): Promise<number>
  /**
   * Stances and reactions of the archive, the newest first.
   * @throws StandpointError OPTION_INVALID when `after` is no place in a search
   */
  search(query: SearchQuery): Promise<SearchPage>
  /** Deletes articles with everything derived from their texts that no other article shares. */
  deleteArticles(ids: readonly string[]): Promise<Deleted>
  /** True for one process at a time: what it names need be done by nobody else for `ms`. */
  lease(name: string, ms: number): Promise<boolean>
  close(): Promise<void>
}

/** What calls of models came to. `lines` stand in the order of their keys. */
export type LedgerReport = { by: 'step' | 'model' | 'day'; lines: LedgerLine[]; total: LedgerLine }
export type LedgerLine = {
  key: string
  /** Calls that were answered and paid, usable or not. */
  answers: number
  /** Times that an analysis found its answer here and did not pay. */
  replays: number
  inFlight: number
  /** Sends whose answer never came, because the process, the server or the connection broke: they may have been paid for. */
  lost: number
  /** Sends that were answered with an error that costs nothing. */
  refused: number
  unusable: number
  /** Sends that were paid although an answer had been stored. */
  waste: number
  /** Paid calls of models without a price: they are in no sum of US dollars. */
  unpriced: number
  tokensIn: number
  tokensCached: number
  tokensOut: number
  /** US dollars, where prices are set. `savedUsd`: what the replays would have cost. */
  costUsd?: number
  savedUsd?: number
}

/** `position` is unique in its batch and gives the order. */
export type BatchEntry =
  | { kind: 'article'; position: number; article: Article; incomplete: readonly string[] }
  | { kind: 'fault'; position: number; id: string; error: StandpointError }

/** A task in the queue. `turn` rises each time it is handed out, so that a forgotten job cannot act on it. */
export type TaskRef = { task: number; turn: number }

/** `claim` rises with each attempt: only the latest may settle the task. `attempt` counts from 1 those that may fail it. */
export type ClaimedTask = {
  task: number
  claim: number
  attempt: number
  article: Article
  incomplete: readonly string[]
  recipe: Recipe
  sample: number
  /** The span that asked for it (W3C Trace Context), where traces are kept. */
  traceparent?: string
}

export type TaskState = 'accepted' | 'queued' | 'running' | 'done' | 'failed'
/**
 * `refused`: entries that never became a task, because they held no article; `recovered`: how often a task was found in work with
 * nobody at it, and taken up by another.
 */
export type TaskCounts = Record<TaskState | 'refused' | 'recovered', number>

/** `texts`: those that went, because no other article has them; `unknown`: ids that no article has. */
export type Deleted = { articles: number; texts: number; unknown: string[] }

export type Failure = { code: string; message: string; where?: string; fix?: string }
export type FailedTask = { task: number; articleIds: string[]; attempts: number; failedAt: Date; error: Failure }
export type BatchResult =
  | { kind: 'analysis'; position: number; article: Article; analysis: Analysis }
  | { kind: 'failure'; position: number; id: string; error: Failure }
