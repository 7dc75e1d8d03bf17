import type { CallEnd, Limiter, Need } from '../../pipeline/schema/call-contract.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Ended, Granted, LimitKeeper, Limits, Verdict } from './limits.ts'

type Options = {
  limits: Limits
  /** US dollars that the ledger knows of this day: asked once a day, where there is a limit of money. */
  spentToday?(): Promise<number>
}

/**
 * A limiter over limits that are kept somewhere.
 * @throws StandpointError REQUEST_TOO_LARGE from `reserve`
 */
export function limiterOver(keeper: LimitKeeper, { limits, spentToday = async () => 0 }: Options): Limiter {
  return {
    async reserve(need, { server, lane, article }) {
      const asked = { tokens: tokensOf(need), usd: need.costUsd ?? 0, isEditor: lane === 'editorial', article }
      let verdict = await keeper.reserve(server, asked)
      if (verdict.kind === 'unseeded') verdict = await keeper.reserve(server, asked, await spentToday())
      switch (verdict.kind) {
        case 'granted':
          return grantedBy(keeper, server, { ...asked, ...verdict })
        case 'later':
          return verdict
        case 'too-large':
          throw tooLarge(verdict.limit, asked, limits)
        case 'unseeded':
          throw new StandpointError('INTERNAL', 'The limit of money does not take what was spent')
      }
    },
  }
}

function grantedBy(keeper: LimitKeeper, server: string, granted: Granted & { waitMs: number }) {
  return {
    kind: 'granted' as const,
    waitMs: granted.waitMs,
    settle: async (end: CallEnd) => ({ isDown: await keeper.settle(server, granted, endedOf(end, granted)) }),
  }
}

function tokensOf({ tokensIn, tokensOut }: Need): number {
  return tokensIn + tokensOut
}

function endedOf(end: CallEnd, granted: Granted): Ended {
  const nothing = { tokens: 0, usd: 0, waitMs: -1, chance: Math.random() }
  switch (end.kind) {
    case 'answered':
      return { ...nothing, end: 'answered', tokens: tokensOf(end.used), usd: end.used.costUsd ?? 0 }
    case 'later':
      return { ...nothing, end: 'later', waitMs: end.retryAfterMs ?? -1 }
    case 'failed':
      // An answer that was lost may have been paid for.
      return end.isLost ? { ...nothing, end: 'lost', usd: granted.usd } : { ...nothing, end: 'failed' }
    case 'aborted':
      return { ...nothing, end: 'aborted', tokens: granted.tokens, usd: granted.usd }
    default:
      return { ...nothing, end: end.kind }
  }
}

function tooLarge(
  limit: Extract<Verdict, { kind: 'too-large' }>['limit'],
  { tokens, usd }: { tokens: number; usd: number },
  { tokensPerMinute = 0, usdPerDay = 0, editorsShare }: Limits,
): StandpointError {
  return limit === 'tokens'
    ? new StandpointError(
        'REQUEST_TOO_LARGE',
        `One request may take ${tokens} tokens; a minute allows ${tokensPerMinute}`,
        {
          where: 'STANDPOINT_TOKENS_PER_MINUTE',
          fix: 'Raise the limit if the provider allows more, or make the requests smaller with STANDPOINT_CONTEXT_TOKENS.',
        },
      )
    : new StandpointError(
        'REQUEST_TOO_LARGE',
        `One request may cost US$ ${usd.toFixed(4)}; a day allows US$ ${usdPerDay}${editorsShare > 0 ? ', less the share of the editors' : ''}`,
        { where: 'STANDPOINT_USD_PER_DAY', fix: 'Raise the limit, or use a model that costs less.' },
      )
}
