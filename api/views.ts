import { recipeHash } from '../pipeline/schema/hash.ts'
import { leadingStep } from '../pipeline/schema/recipe.ts'
import type { ApiKey, BatchRequestRow, RequestRow } from '../pipeline/schema/request-contract.ts'
import type { AnalysisRequest, Batch, Key } from './shapes.ts'

/** Rows of the store as the API shows them. */
export function requestView(row: RequestRow): AnalysisRequest {
  const { engine, model, mode } = leadingStep(row.recipe)
  return {
    id: row.id,
    state: row.state,
    article: row.article,
    lane: row.lane,
    engine,
    model,
    mode,
    recipe: recipeHash(row.recipe),
    sample: row.sample,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString(),
    settledAt: row.settledAt?.toISOString(),
    error: row.error,
  }
}

export function batchView(row: BatchRequestRow): Batch {
  const { accepted, queued, running, done, failed, refused } = row.counts
  const open = accepted + queued + running
  return {
    id: row.id,
    state: row.cancelledAt ? 'cancelled' : row.receivedAt === undefined ? 'receiving' : open > 0 ? 'working' : 'done',
    createdAt: row.createdAt.toISOString(),
    total: open + done + failed + refused,
    waiting: accepted + queued,
    running,
    done,
    failed: failed + refused,
  }
}

export function keyView(key: ApiKey): Key {
  return {
    id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    requestsPerMinute: key.requestsPerMinute,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString(),
    revokedAt: key.revokedAt?.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString(),
  }
}
