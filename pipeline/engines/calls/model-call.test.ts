import { describe, expect, it } from 'vitest'
import type { Ledger, Limiter } from '../../schema/call-contract.ts'
import { RetryLater, StandpointError } from '../../schema/errors.ts'
import { letters, lettersStep } from '../letters-step.fake.ts'
import { memoryLedger } from '../memory-ledger.ts'
import { openedEngine } from '../opened-engine.fake.ts'
import { inOrder, json, misbehaviours, rateLimited, refuses, says } from '../scripted-answers.fake.ts'
import type { Scripted } from '../scripted-server.fake.ts'

const good = says(letters('a'))
const step = lettersStep()

describe('what is no answer of a model', () => {
  const passing: readonly [name: string, answer: Scripted][] = [
    ['a server error', misbehaviours.serverError],
    ['a page of HTML', misbehaviours.htmlPage],
    ['a page of HTML under status 200', misbehaviours.htmlUnder200],
    ['an error under status 200', misbehaviours.errorUnder200],
    ['a model that is still loading', misbehaviours.loading],
    ['a broken connection', misbehaviours.reset],
    ['half a body', misbehaviours.half],
  ]
  for (const [name, answer] of passing) {
    it(`is asked for again: ${name}`, async () => {
      await using opened = await openedEngine(inOrder(answer, good))
      const answered = await opened.ask(step)
      expect(answered.wires.get('summary')).toEqual(['a'])
      expect(answered.defects).toEqual([])
      expect(opened.server.requests).toHaveLength(2)
    })
  }

  it('is asked for again where words of a model say what servers say of models', async () => {
    const unread = json(200, { model: 'm', reply: 'The witness was not found, and the prompt is too long' })
    await using opened = await openedEngine(inOrder(unread, good))
    expect((await opened.ask(step)).wires.get('summary')).toEqual(['a'])
  })

  it('fails after three attempts', async () => {
    await using opened = await openedEngine(() => misbehaviours.htmlPage)
    expect(await faultOf(opened.ask(step))).toMatchObject({ code: 'MODEL_FAILED', where: opened.server.baseUrl })
    expect(opened.server.requests).toHaveLength(3)
  })

  it('fails when a server breaks over it three times, and once over each simpler form of answer', async () => {
    await using opened = await openedEngine(() => misbehaviours.serverError)
    const fault = await faultOf(opened.ask(step))
    expect(fault).toMatchObject({ code: 'MODEL_FAILED', message: expect.stringContaining('out of memory') })
    expect(opened.server.requests).toHaveLength(6)
  })

  const final: readonly [name: string, answer: Scripted, code: string][] = [
    ['a key that is refused', misbehaviours.wrongKey, 'MODEL_KEY_REFUSED'],
    ['a model that does not exist', misbehaviours.unknownModel, 'MODEL_UNKNOWN'],
    ['a request larger than the context', misbehaviours.tooLong, 'CONTEXT_TOO_SMALL'],
    ['an account without quota', misbehaviours.quotaGone, 'MODEL_QUOTA_USED'],
    ['an account without credit', refuses('Insufficient credits', { status: 402 }), 'MODEL_QUOTA_USED'],
    ['a request larger than a limit', refuses('Request too large', { status: 413 }), 'REQUEST_TOO_LARGE'],
    [
      'a request larger than the limit of a minute',
      refuses('Request too large for m on tokens per min: Limit 30000, Requested 42000.', { status: 429 }),
      'REQUEST_TOO_LARGE',
    ],
    ['a model whose name has a dot', refuses('model "q2.5:7b" not found, try it', { status: 404 }), 'MODEL_UNKNOWN'],
    ...[
      "The input (5123 tokens) is longer than the model's context length (4096 tokens).",
      'Trying to keep the first 5123 tokens when context the overflows. However, the model is loaded with less',
      'Requested tokens (5123) exceed context window of 4096',
      '`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5123 `inputs` tokens',
      'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
      'litellm.ContextWindowExceededError: litellm.BadRequestError: too much',
      "This model's maximum prompt length is 4096 but the request contains 5123 tokens.",
    ].map((message): [string, Scripted, string] => [message, refuses(message), 'CONTEXT_TOO_SMALL']),
  ]
  for (const [name, answer, code] of final) {
    it(`is named at once: ${name}`, async () => {
      await using opened = await openedEngine(() => answer)
      expect(await faultOf(opened.ask(step))).toMatchObject({ code })
      expect(opened.server.requests).toHaveLength(1)
    })
  }

  it('is what the router behind status 200 says of the one that answers', async () => {
    const body = {
      choices: [{ finish_reason: 'error', message: { content: '{"let' }, error: { message: 'timed out' } }],
    }
    await using opened = await openedEngine(inOrder(json(200, body), good))
    const answered = await opened.ask(step)
    expect([answered.wires.get('summary'), answered.defects]).toEqual([['a'], []])
  })

  it('is waited for where a limit is told under status 200', async () => {
    const limited = json(200, { choices: [], error: { message: 'Rate limit exceeded upstream' } })
    await using opened = await openedEngine(inOrder(limited, good))
    await expect(opened.ask(step)).rejects.toBeInstanceOf(RetryLater)
  })

  it('is the filter of a router, which costs the article one answer and not the key', async () => {
    const flagged = refuses('m requires moderation. Your input was flagged for "violence".', { status: 403 })
    await using opened = await openedEngine(inOrder(flagged, good))
    expect((await opened.ask(step)).defects).toContainEqual(expect.objectContaining({ kind: 'content-filter' }))
  })

  it('is a web page, and the address is named', async () => {
    await using opened = await openedEngine(() => misbehaviours.htmlUnder200)
    expect((await faultOf(opened.ask(step))).message).toContain('web page')
  })

  it('is named when no server listens', async () => {
    await using opened = await openedEngine(() => good)
    await opened.server.close()
    const fault = await faultOf(opened.ask(step))
    expect(fault).toMatchObject({ code: 'MODEL_UNREACHABLE' })
    expect(fault.message).toContain('ECONNREFUSED')
  })
})

describe('what cannot be helped', () => {
  it('does not count answers that an earlier run has paid for: a server that has recovered is asked again', async () => {
    const ledger = memoryLedger()
    await using opened = await openedEngine((_request, index) => (index < 3 ? misbehaviours.htmlUnder200 : good), {
      ledger,
    })
    expect(await faultOf(opened.ask(step))).toMatchObject({ code: 'MODEL_FAILED' })
    expect((await opened.ask(step)).wires.get('summary')).toEqual(['a'])
    expect(opened.server.requests).toHaveLength(4)
  })

  it('does not pay anew for an answer because the ledger was away when it came', async () => {
    const inner = memoryLedger()
    let failures = 2
    const ledger: Ledger = {
      claim: async (key) => {
        const claimed = await inner.claim(key)
        if (claimed.kind !== 'mine') return claimed
        const { answer } = claimed
        return {
          ...claimed,
          answer: async (...given) => {
            if (failures-- > 0) throw Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' })
            await answer(...given)
          },
        }
      },
    }
    await using opened = await openedEngine(() => good, { ledger })
    expect((await opened.ask(step)).wires.get('summary')).toEqual(['a'])
    expect(opened.server.requests).toHaveLength(1)
  })

  it('takes an HTTP error of a content filter for an answer that was held back, not for a refusal of the form', async () => {
    const filtered = refuses('The response was filtered due to the prompt triggering content management policy.', {
      code: 'content_filter',
    })
    await using opened = await openedEngine(inOrder(filtered, good))
    const { wires, defects } = await opened.ask(step)
    expect(wires.get('summary')).toEqual(['a'])
    expect(defects.map(({ kind }) => kind)).toEqual(['content-filter', 'asked-again'])
  })
})

describe('being told to come back later', () => {
  it('rises with the time that the provider named', async () => {
    await using opened = await openedEngine(() => rateLimited(7))
    const later = await opened.ask(step).catch((error: unknown) => error)
    expect(later).toBeInstanceOf(RetryLater)
    expect(later).toMatchObject({ retryAfterMs: 7_000 })
  })

  it.each([
    [{ message: 'Rate limit reached for m. Please try again in 7.66s. Visit the page of limits.' }, 7_660],
    [{ message: 'Rate limit reached. Please try again in 1m12.5s.' }, 72_500],
    [{ message: 'Rate limit reached. Please try again in 20ms.' }, 1_000],
    [[{ error: { code: 429, details: [{ retryDelay: '34s' }] } }], 34_000],
    [{ message: 'Too many requests' }, 1_000],
  ])('rises with the time that only the body names: %j', async (body, retryAfterMs) => {
    await using opened = await openedEngine(() => json(429, body))
    await expect(opened.ask(step)).rejects.toMatchObject({ retryAfterMs })
  })

  it('is waited for by who has patience', async () => {
    await using opened = await openedEngine(inOrder(rateLimited(0.05), good), {
      patience: { longestMs: 1_000, totalMs: 3_000 },
    })
    const answered = await opened.ask(step)
    expect(answered.wires.get('summary')).toEqual(['a'])
  })

  it('rises all the same when that is longer than the patience', async () => {
    await using opened = await openedEngine(() => rateLimited(60), { patience: { longestMs: 1_000, totalMs: 3_000 } })
    await expect(opened.ask(step)).rejects.toBeInstanceOf(RetryLater)
  })

  it('comes from the limiter, too, before anything is sent or written', async () => {
    const { ledger, events } = watched()
    const limiter: Limiter = { reserve: async () => ({ kind: 'later', retryAfterMs: 5_000, because: 'rate' }) }
    await using opened = await openedEngine(() => good, { ledger, limiter })
    await expect(opened.ask(step)).rejects.toBeInstanceOf(RetryLater)
    expect(events).toEqual(['claim', 'release'])
    expect(opened.server.requests).toEqual([])
  })
})

describe('the ledger of calls', () => {
  it('is kept in order: claim, reserve, intent, send, answer, settle', async () => {
    const { ledger, limiter, events } = watched()
    await using opened = await openedEngine(
      () => {
        events.push('send')
        return good
      },
      { ledger, limiter },
    )
    await opened.ask(step)
    expect(events).toEqual(['claim', 'reserve', 'intent', 'send', 'answer', 'settle: answered'])
  })

  it('releases the claim of a call that failed', async () => {
    const { ledger, events } = watched()
    await using opened = await openedEngine(() => misbehaviours.wrongKey, { ledger })
    await faultOf(opened.ask(step))
    expect(events).toEqual(['claim', 'intent', 'release'])
  })

  it('replays what was answered, and pays nothing', async () => {
    const ledger = memoryLedger()
    await using opened = await openedEngine(() => good, { ledger })
    await opened.ask(step)
    const again = await opened.ask(step)
    expect(again.wires.get('summary')).toEqual(['a'])
    expect(again.calls[0]?.replayed).toBe(true)
    expect(opened.server.requests).toHaveLength(1)
  })

  it('replays answers that could not be used, and the one that could', async () => {
    const ledger = memoryLedger()
    await using opened = await openedEngine(inOrder(misbehaviours.wrongShape, good), { ledger })
    const first = await opened.ask(step)
    const again = await opened.ask(step)
    expect(again.wires).toEqual(first.wires)
    expect(again.defects).toEqual(first.defects)
    expect(opened.server.requests).toHaveLength(2)
  })

  it('counts on when the same request is sent again after an answer that is none', async () => {
    await using opened = await openedEngine(inOrder(misbehaviours.htmlUnder200, good))
    const { calls } = await opened.ask(step)
    expect(calls.map(({ ordinal }) => ordinal)).toEqual([1])
  })

  it('sends identical calls that are under way once', async () => {
    await using opened = await openedEngine(() => ({ ...answerOf(good), delayMs: 50 }))
    const [first, second] = await Promise.all([opened.ask(step), opened.ask(step)])
    expect(first.wires).toEqual(second.wires)
    expect(opened.server.requests).toHaveLength(1)
  })

  it('asks a new sample anew', async () => {
    const ledger = memoryLedger()
    await using first = await openedEngine(() => good, { ledger })
    await first.ask(step)
    await using second = await openedEngine(() => good, { ledger, sample: 1, baseUrl: first.server.baseUrl })
    await second.ask(step)
    expect(first.server.requests).toHaveLength(2)
  })

  it('keeps the answers that were under way when another question failed', async () => {
    const ledger = memoryLedger()
    await using opened = await openedEngine(
      ({ messages }) =>
        messages.at(-1)?.content.endsWith('Task bad') ? misbehaviours.wrongKey : { ...answerOf(good), delayMs: 60 },
      { ledger },
    )
    await faultOf(opened.ask(lettersStep(['bad', 'one', 'two'])))
    const again = await opened.ask(lettersStep(['one']))
    expect(again.calls[0]?.replayed).toBe(true)
    expect(opened.server.requests).toHaveLength(2)
  })
})

describe('the time of a call', () => {
  it('ends with the signal, whose reason is thrown', async () => {
    await using opened = await openedEngine(() => misbehaviours.hang)
    const reason = new Error('the person pressed Ctrl-C')
    const controller = new AbortController()
    const asked = opened.ask(step, controller.signal)
    setTimeout(() => controller.abort(reason), 50)
    await expect(asked).rejects.toBe(reason)
    expect(opened.server.requests).toHaveLength(1)
  })

  it('is limited: a server that hangs is asked again', async () => {
    await using opened = await openedEngine(inOrder(misbehaviours.hang, good), { limitMs: 100 })
    const answered = await opened.ask(step)
    expect(answered.wires.get('summary')).toEqual(['a'])
  })

  it('is limited: a server that only hangs is named', async () => {
    await using opened = await openedEngine(() => misbehaviours.hang, { limitMs: 20 })
    const fault = await faultOf(opened.ask(step))
    expect([fault.code, fault.message]).toEqual(['MODEL_FAILED', 'The model server did not answer in time'])
  })
})

async function faultOf(asked: Promise<unknown>): Promise<StandpointError> {
  const error = await asked.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  if (error instanceof StandpointError) return error
  throw new Error('It did not fail as it should', { cause: error })
}

function answerOf(scripted: Scripted): Extract<Scripted, { kind: 'answer' }> {
  if (scripted.kind !== 'answer') throw new Error('not an answer')
  return scripted
}

/** A ledger and a limiter that write down what they were asked for. */
function watched(): { ledger: Ledger; limiter: Limiter; events: string[] } {
  const inner = memoryLedger()
  const events: string[] = []
  const noting =
    <A extends unknown[]>(event: string, act: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      events.push(event)
      await act(...given)
    }
  return {
    events,
    ledger: {
      claim: async (key) => {
        events.push('claim')
        const claimed = await inner.claim(key)
        if (claimed.kind !== 'mine') return claimed
        const { intent, answer, release, lost } = claimed
        return {
          kind: 'mine',
          intent: noting('intent', intent),
          answer: noting('answer', answer),
          release: noting('release', release),
          lost: noting('lost', lost),
        }
      },
    },
    limiter: {
      reserve: async () => {
        events.push('reserve')
        return {
          kind: 'granted',
          waitMs: 0,
          settle: async ({ kind }) => {
            events.push(`settle: ${kind}`)
            return { isDown: false }
          },
        }
      },
    },
  }
}
