import type { FastifyReply } from 'fastify'
import { StandpointError } from '../pipeline/schema/errors.ts'

/** Aborted when whoever asked has gone before the answer was complete. (`request.signal` is, as soon as a body was read.) */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new StandpointError('CANCELLED', 'Whoever asked has gone'))
  })
  return gone.signal
}
