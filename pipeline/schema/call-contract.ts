import type { StepName } from './recipe.ts'

/** On which account the calls of an analysis go: where they are written down, what limits them, and how urgent they are. */
export type Account = {
  ledger: Ledger
  limiter: Limiter
  sample: number
  lane: Lane
  /** The content hash of the article. */
  article: string
  /** A call was answered and has cost so much just now, whatever becomes of the analysis. */
  onPaid?(spent: Spent): void
}

/** One request to a model and what it cost. */
export type Call = {
  request: string
  ordinal: number
  sample: number
  steps: readonly StepName[]
  ms: number
  replayed: boolean
  /** false: the answer was of no use, and the question was put again or given up. */
  usable: boolean
} & Spent

/** Tokens as the provider billed them; the cost in US dollars where a price is known. */
export type Spent = { tokensIn: number; tokensCached: number; tokensOut: number; costUsd?: number }

/** The raw HTTP answer of a model server, as the recording `fetch` saw it. */
export type RecordedAnswer = { status: number; headers: Record<string, string>; body: string; ms: number }

/**
 * Writes every model call down before it is sent. Key: hash of the whole request, ordinal (0, rising when the same request is
 * sent again after an unusable answer) and sample. Order: claim → limiter → intent → send → answer; settled with the analysis.
 */
export type Ledger = {
  /** `pending`: somebody else has sent the same call; `wait` resolves when its answer is there or its lease ends. */
  claim(key: LedgerKey): Promise<Claimed>
}
export type LedgerKey = { request: string; ordinal: number; sample: number }
export type Claimed =
  | { kind: 'replay'; answer: RecordedAnswer }
  | { kind: 'pending'; wait(signal?: AbortSignal): Promise<RecordedAnswer | undefined> }
  | {
      kind: 'mine'
      /** It is about to be sent. @throws RetryLater when the lease has ended and somebody else may send it */
      intent(call: { model: string; steps: readonly StepName[] }): Promise<void>
      /** `isUnusable`: what came is no answer of a model at all. */
      answer(answer: RecordedAnswer, spent?: Spent, options?: { isUnusable: boolean }): Promise<void>
      /** It was not sent, or what came is no answer and costs nothing: whoever comes next may send it. */
      release(): Promise<void>
      /** It was sent, and its answer was lost on the way: it may have been paid for. */
      lost(): Promise<void>
    }

/** What a call may need at most: reserved before it is sent, settled after. US dollars where a price is known. */
export type Need = { tokensIn: number; tokensOut: number; costUsd?: number }
export type Lane = 'editorial' | 'archive'

/**
 * Keeps the calls of all processes within what a provider allows and a person wants to spend, and away from a server that is
 * down. All times are spans: the clocks of machines need not agree.
 */
export type Limiter = {
  /** @throws StandpointError REQUEST_TOO_LARGE when the limits could never let it through */
  reserve(need: Need, call: CallAbout): Promise<Reservation>
}
/** `server`: names the address and the model that limits are for; `article`: the content hash. */
type CallAbout = { server: string; lane: Lane; article: string }
type Reservation =
  /** To be sent after `waitMs`. `isDown`: after this end the server counts as down. */
  | { kind: 'granted'; waitMs: number; settle(end: CallEnd): Promise<{ isDown: boolean }> }
  | { kind: 'later'; retryAfterMs: number; because: HeldBack }
/** Why calls wait: the rate or the money of a day is used up, the provider has said "later", or it does not answer. */
export type HeldBack = 'rate' | 'money' | 'provider' | 'down'

/** How a call ended that had been granted. */
export type CallEnd =
  | { kind: 'unsent' }
  | { kind: 'answered'; used: Need }
  /** The server is there, and takes this one request not. */
  | { kind: 'refused' }
  /** The provider says "later", and perhaps when. */
  | { kind: 'later'; retryAfterMs?: number }
  /** No answer came. `isLost`: there may have been one, and it may have been paid for. */
  | { kind: 'failed'; isLost: boolean }
  /** It was broken off here; it may have been paid for, and tells nothing of the server. */
  | { kind: 'aborted' }
  /** The provider takes no call at all: the key, the model or the account. */
  | { kind: 'shut' }
