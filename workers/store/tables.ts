import type { ColumnType, Generated } from 'kysely'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Lane } from '../../pipeline/schema/call-contract.ts'
import type { StepEvent } from '../../pipeline/schema/contracts.ts'
import type { Correction } from '../../pipeline/schema/correction.ts'
import type { Recipe, StepName } from '../../pipeline/schema/recipe.ts'
import type { Scope } from '../../pipeline/schema/request-contract.ts'
import type { ReviewEntry } from '../../pipeline/schema/review-contract.ts'
import type { Evidence } from '../../pipeline/schema/span.ts'
import type { TaskState } from '../../pipeline/schema/store-contract.ts'
import type {
  DeliveryAttempt,
  DeliveryState,
  DisabledReason,
  WebhookEvent,
  WebhookPayload,
} from '../../pipeline/schema/webhook-contract.ts'

/** The columns of `migrations/`, for kysely. `tables.test.ts` holds them against the database and the shapes. */
export type Tables = {
  articles: ArticlesTable
  article_names: ArticleNamesTable
  recipes: { recipe_hash: string; recipe: Json<Recipe>; created_at: Generated<Date> }
  tasks: TasksTable
  analyses: { task_id: number; analysis: Json<Analysis>; created_at: Generated<Date> }
  reviews: ReviewsTable
  batches: { id: Generated<number>; key: string; created_at: Generated<Date> }
  batch_items: BatchItemsTable
  calls: CallsTable
  claims: ClaimsTable
  leases: { name: string; until: Date }
  api_keys: ApiKeysTable
  requests: RequestsTable
  batch_requests: BatchRequestsTable
  webhooks: WebhooksTable
  deliveries: DeliveriesTable
  task_events: { id: Generated<number>; task_id: number; event: Json<StepEvent>; at: Generated<Date> }
}

/** Written as text, so that its keys keep their order; read as the value. */
type Json<T> = ColumnType<T, string, string>

type ArticlesTable = {
  content_hash: string
  title: string | null
  text: string
  language: string
  incomplete: string[]
  accepted_at: Generated<Date>
}

type ArticleNamesTable = {
  id: string
  revision: number
  content_hash: string
  url: string | null
  outlet: string | null
  author: string | null
  published_at: string | null
  accepted_at: Generated<Date>
}

type ErrorColumns = {
  error_code: string | null
  error_message: string | null
  error_where: string | null
  error_fix: string | null
}

type TasksTable = ErrorColumns & {
  id: Generated<number>
  content_hash: string
  recipe_hash: string
  sample: number
  lane: Lane
  state: Generated<TaskState>
  turn: Generated<number>
  claim: Generated<number>
  attempts: Generated<number>
  recovered: Generated<number>
  traceparent: string | null
  accepted_at: Generated<Date>
  queued_at: Date | null
  started_at: Date | null
  settled_at: Date | null
}

type CallsTable = {
  request: string
  ordinal: number
  sample: number
  content_hash: string
  model: string | null
  steps: StepName[] | null
  process: string | null
  lease: number | null
  lease_until: Date | null
  sends: Generated<number>
  lost: Generated<number>
  refused: Generated<number>
  sent_at: Date | null
  answered_at: Date | null
  status: number | null
  headers: ColumnType<Record<string, string> | null, string | null, string | null>
  body: string | null
  ms: number | null
  tokens_in: number | null
  tokens_cached: number | null
  tokens_out: number | null
  cost_usd: number | null
  usable: boolean | null
  replays: Generated<number>
  settled_at: Date | null
}

type ReviewsTable = {
  task_id: number
  version: number
  kind: ReviewEntry['kind']
  analysis: Json<Analysis>
  corrections: Json<Correction[]>
  author: string
  reason: string | null
  reviewed_at: Generated<Date>
}

type BatchItemsTable = ErrorColumns & {
  batch_id: number
  position: number
  article_id: string
  revision: number | null
  task_id: number | null
}

type ApiKeysTable = {
  id: string
  name: string
  hash: string
  old_hash: string | null
  old_until: Date | null
  scopes: Scope[]
  requests_per_minute: number | null
  created_at: Generated<Date>
  expires_at: Date | null
  revoked_at: Date | null
  last_used_at: Date | null
}

type RequestsTable = {
  id: string
  key_id: string
  article_id: string
  revision: number
  task_id: number
  idempotency_key: string | null
  fingerprint: string | null
  created_at: Generated<Date>
  cancelled_at: Date | null
}

type BatchRequestsTable = {
  id: string
  key_id: string
  batch_id: number
  idempotency_key: string | null
  created_at: Generated<Date>
  received_at: Date | null
  cancelled_at: Date | null
  announced_at: Date | null
}

type ClaimsTable = {
  task_id: number
  position: number
  content_hash: string
  asked: string
  kind: 'stance' | 'reaction'
  claim: string
  actor: string
  actor_kind: string
  names: string[]
  target: string | null
  label: string
  polarity: string | null
  voice: string | null
  quote: string | null
  evidence: Json<Evidence[]>
}

type WebhooksTable = {
  id: string
  key_id: string
  url: string
  secret: string
  old_secret: string | null
  old_until: Date | null
  events: WebhookEvent[]
  created_at: Generated<Date>
  failing_since: Date | null
  disabled_at: Date | null
  disabled_reason: DisabledReason | null
}

type DeliveriesTable = {
  id: string
  webhook_id: string
  request_id: string | null
  batch_request_id: string | null
  payload: Json<WebhookPayload>
  state: Generated<DeliveryState>
  attempts: Generated<number>
  round: Generated<number>
  next_at: Generated<Date>
  log: ColumnType<DeliveryAttempt[], string | undefined, string>
  created_at: Generated<Date>
  delivered_at: Date | null
}
