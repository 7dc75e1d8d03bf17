import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, DAY_MS, type Ended, type Granted, type LimitKeeper, type Limits, RULES } from './limits.ts'
import { memoryLimits } from './memory-limits.ts'

/** A keeper whose clock stands until it is moved. */
export type Keepers = (limits: Limits, clock: () => number) => Promise<LimitKeeper>

const NONE: Limits = { editorsShare: 0 }
const START = 20_000 * DAY_MS
const SERVER = 'http://model.test/v1 small'

/** What every keeper of limits promises. */
export function limitsSuite(name: string, keep: Keepers): void {
  const opened = async (limits: Partial<Limits>) => {
    let now = START
    const keeper = await keep({ ...NONE, ...limits }, () => now)
    return {
      pass: (ms: number) => {
        now += ms
      },
      ask: (asked: Partial<Asked> = {}, seed?: number) => keeper.reserve(SERVER, { ...CALL, ...asked }, seed),
      end: (granted: Partial<Granted>, ended: Partial<Ended> & Pick<Ended, 'end'>) =>
        keeper.settle(SERVER, { ...GRANTED, ...granted }, { ...NOTHING, ...ended }),
    }
  }
  /** So many failures in a row about so many articles. */
  const fail = async ({ ask, end }: Awaited<ReturnType<typeof opened>>, times: number, articles: number) => {
    for (let i = 0; i < times; i++) {
      const article = `article-${i % articles}`
      expect(await ask({ article })).toMatchObject({ kind: 'granted' })
      await end({ article }, { end: 'failed' })
    }
  }

  describe(`limits ${name}`, () => {
    it('grant everything at once where nothing is limited', async () => {
      const { ask } = await opened({})
      for (let i = 0; i < 50; i++) expect(await ask({ tokens: 1e6 })).toMatchObject({ kind: 'granted', waitMs: 0 })
    })

    it('grant no more requests in any minute than are allowed', async () => {
      const { ask, pass } = await opened({ requestsPerMinute: 60 })
      const sentAt = await sendsWithin(180_000, { ask, pass })
      expect(mostInAMinute(sentAt.map((at) => ({ at, size: 1 })))).toBeLessThanOrEqual(60)
      expect(sentAt.length).toBeGreaterThan(3 * 60 * 0.97)
    })

    it('grant no more tokens in any minute than are allowed, and nearly all of them', async () => {
      const { ask, pass } = await opened({ tokensPerMinute: 100_000 })
      const sentAt = await sendsWithin(180_000, { ask: () => ask({ tokens: 1500 }), pass })
      expect(mostInAMinute(sentAt.map((at) => ({ at, size: 1500 })))).toBeLessThanOrEqual(100_000)
      expect(sentAt.length * 1500).toBeGreaterThan(3 * 100_000 * 0.97)
    })

    it('take back what a call did not use', async () => {
      const { ask, end, pass } = await opened({ tokensPerMinute: 60_000 })
      const tokens = 6000
      for (let i = 0; i < 9; i++) {
        expect(await ask({ tokens })).toMatchObject({ kind: 'granted', waitMs: 0 })
        await end({ tokens }, { end: 'answered', tokens: 600 })
        pass(700)
      }
    })

    it('grant nothing to what is larger than a limit', async () => {
      const { ask } = await opened({ tokensPerMinute: 1000, usdPerDay: 1 })
      expect(await ask({ tokens: 1001 })).toEqual({ kind: 'too-large', limit: 'tokens' })
      expect(await ask({ tokens: 10, usd: 1.5 })).toEqual({ kind: 'too-large', limit: 'usd' })
    })

    it('keep a part free for editors, however much the archive asks for', async () => {
      const { ask } = await opened({ requestsPerMinute: 1000, editorsShare: 0.5 })
      let granted = 0
      while ((await ask({ isEditor: false })).kind === 'granted') if (++granted > 1000) break
      const editor = await ask({ isEditor: true })
      expect(editor).toMatchObject({ kind: 'granted' })
      expect(editor.kind === 'granted' && editor.waitMs).toBeLessThanOrEqual(RULES.archiveHorizonMs)
    })

    it('spend no more than the money of a day, count what was spent before, and go on at midnight', async () => {
      const { ask, end, pass } = await opened({ usdPerDay: 10 })
      expect(await ask({ usd: 1 })).toEqual({ kind: 'unseeded' })
      const granted = await ask({ usd: 1 }, 8)
      const day = granted.kind === 'granted' ? granted.day : 0
      expect(await ask({ usd: 1 })).toMatchObject({ kind: 'granted' })
      expect(await ask({ usd: 1 })).toEqual({ kind: 'later', retryAfterMs: RULES.moneyAgainMs, because: 'money' })
      for (let i = 0; i < 2; i++) await end({ usd: 1, day }, { end: 'answered', usd: 1 })
      expect(await ask({ usd: 1 })).toEqual({ kind: 'later', retryAfterMs: DAY_MS, because: 'money' })
      pass(DAY_MS)
      expect(await ask({ usd: 1 }, 0)).toMatchObject({ kind: 'granted' })
    })

    it('count the money of what was lost, and not of what failed', async () => {
      const { ask, end } = await opened({ usdPerDay: 3 })
      const granted = await ask({ usd: 2 }, 0)
      const day = granted.kind === 'granted' ? granted.day : 0
      await end({ usd: 2, day }, { end: 'failed' })
      expect(await ask({ usd: 2 })).toMatchObject({ kind: 'granted' })
      await end({ usd: 2, day }, { end: 'lost', usd: 2 })
      expect(await ask({ usd: 2 })).toMatchObject({ kind: 'later', because: 'money' })
    })

    it('hold everybody back as long as the provider says', async () => {
      const { ask, end, pass } = await opened({})
      await ask()
      await end({}, { end: 'later', waitMs: 7000 })
      expect(await ask()).toEqual({ kind: 'later', retryAfterMs: 7000, because: 'provider' })
      pass(7001)
      expect(await ask()).toMatchObject({ kind: 'granted' })
    })

    it('hold everybody back longer each time when the provider says "later" without a time', async () => {
      const { ask, end, pass } = await opened({})
      const waits: number[] = []
      for (let i = 0; i < 8; i++) {
        await end({}, { end: 'later', chance: 1 })
        await end({}, { end: 'later', chance: 1 }) // of a call that was under way at the same time
        const held = await ask()
        const ms = held.kind === 'later' ? held.retryAfterMs : 0
        waits.push(ms)
        pass(ms + 1)
      }
      expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    })

    it('take a server for down after failures of several articles, try it with one call, and let all through when that is answered', async () => {
      const held = await opened({})
      await fail(held, RULES.failuresToOpen, 5)
      const down = await held.ask()
      expect(down).toMatchObject({ kind: 'later', because: 'down' })
      held.pass(down.kind === 'later' ? down.retryAfterMs + 1 : 0)
      const probe = await held.ask()
      expect(probe).toMatchObject({ kind: 'granted', isProbe: true })
      expect(await held.ask()).toMatchObject({ kind: 'later', because: 'down' })
      expect(await held.end({ isProbe: true }, { end: 'answered', tokens: 10 })).toBe(false)
      expect(await held.ask()).toMatchObject({ kind: 'granted', isProbe: false })
    })

    it('wait longer each time that a server is still down, to a minute and a quarter at most', async () => {
      const held = await opened({})
      await fail(held, RULES.failuresToOpen, 3)
      const waits: number[] = []
      for (let i = 0; i < 6; i++) {
        const down = await held.ask()
        const ms = down.kind === 'later' ? down.retryAfterMs : 0
        waits.push(ms)
        held.pass(ms + 1)
        expect(await held.ask()).toMatchObject({ kind: 'granted', isProbe: true })
        expect(await held.end({ isProbe: true }, { end: 'failed', chance: 0.5 })).toBe(true)
      }
      expect(waits.slice(1)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000])
    })

    it('do not take a server for down because of one article, or because of failures between answers', async () => {
      const held = await opened({})
      await fail(held, 3 * RULES.failuresToOpen, 1)
      await held.end({}, { end: 'answered' })
      for (let i = 0; i < 5; i++) {
        await fail(held, RULES.failuresToOpen - 1, 5)
        await held.end({}, { end: 'answered' })
      }
      expect(await held.ask()).toMatchObject({ kind: 'granted' })
    })

    it('shut at once when the provider takes no call at all', async () => {
      const { ask, end } = await opened({})
      expect(await end({}, { end: 'shut' })).toBe(true)
      expect(await ask()).toEqual({ kind: 'later', retryAfterMs: RULES.shutMs, because: 'down' })
    })

    it('decide as the limits in memory do, whatever happens', async () => {
      await fc.assert(fc.asyncProperty(anyLimits, fc.array(anyAct, { maxLength: 40 }), sameDecisions(keep)), {
        numRuns: 60,
      })
    })
  })
}

const CALL: Asked = { tokens: 100, usd: 0, isEditor: true, article: 'article' }
const GRANTED: Granted = { tokens: 100, usd: 0, article: 'article', isProbe: false, day: -1 }
const NOTHING: Ended = { end: 'unsent', tokens: 0, usd: 0, waitMs: -1, chance: 0.5 }

type Clocked = { ask(): ReturnType<LimitKeeper['reserve']>; pass(ms: number): void }

/** The times at which a sender that never has enough sends. */
async function sendsWithin(ms: number, { ask, pass }: Clocked): Promise<number[]> {
  const sentAt: number[] = []
  let now = 0
  while (now < ms) {
    const verdict = await ask()
    if (verdict.kind === 'granted') sentAt.push(now + verdict.waitMs)
    const step = verdict.kind === 'later' ? verdict.retryAfterMs : 1
    now += step
    pass(step)
  }
  return sentAt.filter((at) => at < ms)
}

function mostInAMinute(sends: readonly { at: number; size: number }[]): number {
  const sizes = sends.map(({ at }) =>
    sends.filter((other) => other.at >= at && other.at < at + 60_000).reduce((sum, { size }) => sum + size, 0),
  )
  return Math.max(...sizes)
}

const anyLimits = fc.record({
  requestsPerMinute: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
  tokensPerMinute: fc.option(fc.integer({ min: 100, max: 100_000 }), { nil: undefined }),
  usdPerDay: fc.option(fc.double({ min: 0.1, max: 10, noNaN: true }), { nil: undefined }),
  editorsShare: fc.constantFrom(0, 0.2, 0.5),
})

const anyAct = fc.record({
  ms: fc.constantFrom(0, 1, 300, 5000, 61_000, DAY_MS / 2),
  asked: fc.record({
    tokens: fc.integer({ min: 1, max: 3000 }),
    usd: fc.constantFrom(0, 0.01, 0.5),
    isEditor: fc.boolean(),
    article: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  ended: fc.record({
    end: fc.constantFrom(
      'unsent',
      'answered',
      'refused',
      'later',
      'failed',
      'failed',
      'failed',
      'lost',
      'aborted',
      'shut',
    ),
    tokens: fc.integer({ min: 0, max: 3000 }),
    usd: fc.constantFrom(0, 0.005),
    waitMs: fc.constantFrom(-1, 0, 2000),
    chance: fc.constantFrom(0, 0.5, 1),
  }),
})
type Act = { ms: number; asked: Asked; ended: Ended }

function sameDecisions(keep: Keepers) {
  return async (limits: Limits, acts: readonly Act[]) => {
    let now = START
    const clock = () => now
    const keepers = [await keep(limits, clock), memoryLimits(limits, clock)]
    for (const { ms, asked, ended } of acts) {
      now += ms
      const decisions = await Promise.all(keepers.map((keeper) => decide(keeper, asked, ended)))
      expect(decisions[0]).toEqual(decisions[1])
    }
  }
}

async function decide(keeper: LimitKeeper, asked: Asked, ended: Ended) {
  let verdict = await keeper.reserve(SERVER, asked)
  if (verdict.kind === 'unseeded') verdict = await keeper.reserve(SERVER, asked, 0.05)
  const isDown = verdict.kind === 'granted' && (await keeper.settle(SERVER, { ...asked, ...verdict }, ended))
  return JSON.parse(JSON.stringify({ verdict, isDown }), (_key, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  )
}
