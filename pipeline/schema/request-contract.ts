import { z } from 'zod'
import type { Analysis } from './analysis.ts'
import type { Article } from './article.ts'
import type { Lane } from './call-contract.ts'
import type { StepEvent } from './contracts.ts'
import type { Recipe } from './recipe.ts'
import type { ClaimedTask, Failure, TaskCounts } from './store-contract.ts'
import type { WebhookStore } from './webhook-contract.ts'

export const Scope = z
  .enum(['submit', 'read', 'review', 'admin'])
  .describe(
    'submit: ask for analyses, cancel and delete them; read: see results; review: correct and approve; admin: all of it, and keys',
  )
export type Scope = z.infer<typeof Scope>

/** The part of the store that the API needs beside what workers and batches do: keys, requests, batches of requests, events. */
export type RequestStore = {
  keys: KeyStore
  /**
   * Writes down that an article is to be analysed: one task for equal articles and recipes, with its analysis where that is there
   * already. A task that failed is tried anew. `mismatch`: the idempotency key was used for something else.
   */
  ask(ask: Ask): Promise<Asked>
  /** What an idempotency key stands for, before the work of reading an article is done. */
  asked(by: Idempotency & { keyId: string }): Promise<Asked | undefined>
  request(id: string): Promise<RequestRow | undefined>
  /** The newest first; those after `before`, which is the id of the last one seen. */
  requests(filter: RequestFilter): Promise<RequestRow[]>
  /** The article and its analysis, where that is done. */
  resultOf(id: string): Promise<{ article: Article; analysis: Analysis } | undefined>
  /** Ends the request. Its task ends too where nobody else waits for it. False when it had ended before. */
  cancel(id: string): Promise<boolean>
  /** Tries a failed or cancelled request anew. False where there is nothing to try. */
  retryRequest(id: string): Promise<boolean>
  /** Deletes the request, its article where nobody else names it, and all that was derived from a text that no other article has. */
  deleteRequest(id: string): Promise<boolean>
  /** Writes down what happened to a task. False when it was cancelled or another attempt has taken over: then there is no use in going on. */
  note(claim: Pick<ClaimedTask, 'task' | 'claim'>, event: StepEvent): Promise<boolean>
  /** What happened to a task after the event `after`, in order. */
  events(task: number, after: number): Promise<NotedEvent[]>
  forgetEvents(options: { olderThanDays: number }): Promise<number>
  /** A batch of the same idempotency key that came whole is given back; one that broke off on the way is forgotten. */
  openBatchRequest(batch: {
    id: string
    keyId: string
    idempotencyKey?: string
  }): Promise<{ isNew: boolean; id: string; batch: number }>
  /** Its last article has come. */
  receivedBatch(id: string): Promise<void>
  batchRequest(id: string): Promise<BatchRequestRow | undefined>
  batchRequests(filter: { before?: string; limit: number }): Promise<BatchRequestRow[]>
  /** Ends the tasks of it that nobody else waits for, and that are not settled. Returns how many. */
  cancelBatch(id: string): Promise<number>
  deleteBatch(id: string): Promise<boolean>
  /** Tasks that are accepted and not handed out yet. */
  waiting(lane: Lane): Promise<number>
  /** Who is told of what has ended. */
  webhooks: WebhookStore
}

/** `fingerprint`: hash of all that was sent with the key, so that using it for something else is seen. */
export type Idempotency = { idempotencyKey: string; fingerprint: string }

export type Ask = {
  id: string
  keyId: string
  article: Article
  incomplete: readonly string[]
  recipe: Recipe
  lane: Lane
  /** Analyse anew, although the same was analysed before. */
  isFresh?: boolean
} & Partial<Idempotency>

export type Asked = { kind: 'new' | 'replayed'; id: string; task: number } | { kind: 'mismatch' }

export const RequestState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type RequestState = z.infer<typeof RequestState>

export type RequestRow = {
  id: string
  state: RequestState
  task: number
  keyId: string
  lane: Lane
  article: Omit<Article, 'text'> & { revision: number }
  recipe: Recipe
  sample: number
  attempts: number
  createdAt: Date
  startedAt?: Date
  settledAt?: Date
  error?: Failure
}

export type RequestFilter = {
  before?: string
  limit: number
  state?: RequestState
  articleId?: string
  outlet?: string
  language?: string
  from?: Date
  to?: Date
}

export type NotedEvent = { id: number; at: Date; event: StepEvent }

export type BatchRequestRow = {
  id: string
  batch: number
  keyId: string
  createdAt: Date
  receivedAt?: Date
  cancelledAt?: Date
  counts: TaskCounts
}

/** Keys of the API. Only hashes are kept. */
export type KeyStore = {
  create(key: NewKey): Promise<ApiKey>
  /** The first key of all, where there is none yet. */
  createFirst(key: NewKey): Promise<ApiKey | undefined>
  /** By the hash of its secret, or of the secret before a rotation while that is taken. Revoked and expired ones are not found. */
  byHash(hash: string): Promise<ApiKey | undefined>
  list(): Promise<ApiKey[]>
  /** Gives a key a new secret; the old one is taken for so long still. */
  rotate(id: string, hash: string, options: { graceSeconds: number }): Promise<ApiKey | undefined>
  revoke(id: string): Promise<boolean>
}
export type NewKey = {
  id: string
  hash: string
  name: string
  scopes: readonly Scope[]
  requestsPerMinute?: number
  expiresAt?: Date
}
export type ApiKey = Omit<NewKey, 'hash'> & { createdAt: Date; revokedAt?: Date; lastUsedAt?: Date }
